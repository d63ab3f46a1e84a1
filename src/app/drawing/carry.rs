//! Dragging a part to another place: into another section, or among the parts of its own. By mouse and pen; a finger that moves
//! on the card scrolls the page.
//!
//! Nothing moves before it is dropped. Parts, areas and zones claim the pointer while an event bubbles up, the innermost first;
//! what encloses them all then takes the claim.

use leptos::ev::PointerEvent;
use leptos::prelude::*;
use web_sys::Element;

use crate::core::form::{Allowed, MatrixRow};
use crate::core::unfurl::Section;

/// CSS pixels that the pointer moves before a press becomes a drag.
const SLACK: i32 = 5;

/// The part that is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Held {
    /// Its place in the payload.
    index: usize,
    section: Section,
    row: MatrixRow,
    start: (i32, i32),
    moving: bool,
}

/// Where a part can be dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    pub section: Section,
    pub beside: Option<Beside>,
}

/// Next to another part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beside {
    /// Its place in the payload.
    pub index: usize,
    pub after: bool,
}

/// The dragging of one page; a handle that is passed by copy.
#[derive(Clone, Copy)]
pub struct Carry(StoredValue<Inner>);

#[derive(Clone, Copy)]
struct Inner {
    held: RwSignal<Option<Held>>,
    over: RwSignal<Option<Spot>>,
    claimed: StoredValue<Option<Spot>>,
    /// What an attribute is, by its place in the payload; `None` where it cannot be moved.
    row: Callback<usize, Option<MatrixRow>>,
    on_drop: Callback<(usize, Spot)>,
}

impl Carry {
    pub fn new(row: Callback<usize, Option<MatrixRow>>, on_drop: Callback<(usize, Spot)>) -> Self {
        let (held, over, claimed) = (RwSignal::new(None), RwSignal::new(None), StoredValue::new(None));
        Self(StoredValue::new(Inner { held, over, claimed, row, on_drop }))
    }

    fn held(self) -> RwSignal<Option<Held>> {
        self.0.get_value().held
    }

    fn over(self) -> RwSignal<Option<Spot>> {
        self.0.get_value().over
    }

    fn claimed(self) -> StoredValue<Option<Spot>> {
        self.0.get_value().claimed
    }

    /// A part was pressed.
    pub fn press(self, index: usize, section: Section, event: &PointerEvent) {
        if event.button() == 0 && event.pointer_type() != "touch" {
            let start = (event.client_x(), event.client_y());
            let held = |row| Held { index, section, row, start, moving: false };
            self.held().set(self.0.get_value().row.run(index).map(held));
        }
    }

    /// The pointer moves over a spot.
    pub fn claim(self, spot: impl FnOnce() -> Spot) {
        if self.claimed().with_value(Option::is_none) && self.held().with_untracked(|held| held.is_some_and(|held| held.moving)) {
            self.claimed().set_value(Some(spot()));
        }
    }

    /// The pointer moves within what encloses all spots.
    pub fn moved(self, event: &PointerEvent) {
        let claimed = self.claimed().try_update_value(Option::take).flatten();
        let Some(held) = self.held().get_untracked() else { return };
        if event.buttons() == 0 {
            return self.cancel();
        }
        let far = |from: i32, to: i32| (to - from).abs() > SLACK;
        if !held.moving && (far(held.start.0, event.client_x()) || far(held.start.1, event.client_y())) {
            self.held().set(Some(Held { moving: true, ..held }));
        }
        self.go_over(claimed.filter(|spot| moves(held, *spot)));
    }

    /// The pointer has left what encloses all spots.
    pub fn left(self) {
        self.go_over(None);
    }

    fn go_over(self, spot: Option<Spot>) {
        if self.over().get_untracked() != spot {
            self.over().set(spot);
        }
    }

    /// Drops the part, if it may be where it is.
    pub fn released(self) {
        let (held, over) = (self.held().get_untracked(), self.over().get_untracked());
        self.cancel();
        if let Some((held, spot)) = held.zip(over).filter(|(held, spot)| held.row.allowed(spot.section) != Allowed::No) {
            self.0.get_value().on_drop.run((held.index, spot));
        }
    }

    pub fn cancel(self) {
        if self.held().with_untracked(Option::is_some) {
            self.held().set(None);
            self.over().set(None);
        }
    }

    pub fn is_moving(self) -> bool {
        self.held().with(|held| held.is_some_and(|held| held.moving))
    }

    /// The side of a part that the held one would come to stand at, as `data-drop`.
    pub fn line_at(self, index: usize) -> Option<&'static str> {
        let beside = self.over().get()?.beside.filter(|beside| beside.index == index)?;
        let allowed = self.allowed(self.over().get()?.section)? != Allowed::No;
        allowed.then_some(if beside.after { "after" } else { "before" })
    }

    /// What the documents say of the held part in a section; `None` while none is held.
    pub fn allowed(self, section: Section) -> Option<Allowed> {
        self.held().get().map(|held| held.row.allowed(section))
    }

    pub fn is_over(self, section: Section) -> bool {
        self.over().get().is_some_and(|over| over.section == section)
    }

    /// What a drop would do, or why it can do nothing.
    pub fn words(self) -> String {
        let Some((held, over)) = self.held().get().zip(self.over().get()) else { return "Drop it on a section".to_owned() };
        if over.section == held.section { "Moves within its section".to_owned() } else { held.row.why(over.section) }
    }
}

/// Whether a drop would change anything.
fn moves(held: Held, spot: Spot) -> bool {
    spot.section != held.section || spot.beside.is_some_and(|beside| beside.index != held.index)
}

/// The spot at a part: the half that the pointer is in says which side.
pub fn beside(part: &Element, index: usize, section: Section, event: &PointerEvent) -> Spot {
    let rect = part.get_bounding_client_rect();
    let after = f64::from(event.client_x()) > rect.left() + rect.width() / 2.0;
    Spot { section, beside: Some(Beside { index, after }) }
}

/// All sections, to drop a part on: most of them have nothing on the card.
#[component]
pub fn DropZones(carry: Carry, words: Callback<String, AnyView>) -> impl IntoView {
    let zone = move |section: Section| {
        let allowed = move || carry.allowed(section).map(Allowed::name);
        let claim = move |_| carry.claim(|| Spot { section, beside: None });
        view! {
            <span class="drop-zone" class:over=move || carry.is_over(section) data-zone=section.name() data-allowed=allowed on:pointermove=claim>
                {section.name()}
            </span>
        }
    };
    view! {
        <Show when=move || carry.is_moving()>
            <div class="drop-zones">
                <p class="note" role="status">{move || words.run(carry.words())}</p>
                <div class="drop-row">{Section::ALL.map(zone).collect_view()}</div>
            </div>
        </Show>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::unfurl::SubType;

    #[test]
    fn a_part_dropped_where_it_is_stays() {
        let held =
            Held { index: 3, section: Section::Primary, row: MatrixRow::SubType(SubType::Enum), start: (0, 0), moving: true };
        let spot = |section, beside: Option<usize>| Spot { section, beside: beside.map(|index| Beside { index, after: true }) };
        let told =
            [(Section::Primary, None), (Section::Primary, Some(3)), (Section::Primary, Some(4)), (Section::Secondary, None)];
        assert_eq!(told.map(|(section, beside)| moves(held, spot(section, beside))), [false, false, true, true]);
    }
}
