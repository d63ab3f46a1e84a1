//! Keyed lists whose rows are updated in place.
//!
//! `<For>` keeps the elements of a row as long as its key stays, but it does not update a row whose content changed. Here
//! each row has a signal: a change of one row among a thousand writes one signal, and the list itself changes only when
//! keys come, go or move.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

use leptos::prelude::*;

/// A list that follows signals: a view for each of its items.
#[component]
pub fn Rows<K, T>(
    /// Followed.
    items: impl Fn() -> Vec<T> + Send + Sync + 'static,
    /// What makes an item the same one.
    key: impl Fn(&T) -> K + Send + Sync + 'static,
    /// Makes the view of a row, whose content follows the list.
    row: impl Fn(K, RwSignal<T>) -> AnyView + Send + Sync + 'static,
) -> impl IntoView
where
    K: Clone + Eq + Hash + Send + Sync + 'static,
    T: PartialEq + Send + Sync + 'static,
{
    let view = Arc::new(row);
    let drawn = move |kept: &[Kept<K, T>]| kept.iter().map(|kept| kept.drawn(view.clone())).collect::<Vec<_>>();
    let mut given = 0;
    let shown = follow(&[], untrack(&items), &key, &mut given).unwrap_or_default();
    let list = RwSignal::new(drawn(&shown));
    let kept = StoredValue::new((shown, given));
    Effect::new(move |_| {
        let current = items();
        let changed = kept.try_update_value(|(rows, given)| {
            *rows = follow(rows, current, &key, given)?;
            Some(drawn(rows))
        });
        if let Some(changed) = changed.flatten() {
            list.set(changed);
        }
    });
    listed(list)
}

/// A row that is on screen.
struct Kept<K, T: 'static> {
    /// Of this row alone: two rows can share a key while a text is half typed.
    id: u64,
    key: K,
    value: ArcRwSignal<T>,
}

/// The same without its types, so that one `<For>` serves all lists.
#[derive(Clone)]
struct Drawn {
    id: u64,
    view: Arc<dyn Fn() -> AnyView + Send + Sync>,
}

fn listed(list: RwSignal<Vec<Drawn>>) -> AnyView {
    view! { <For each=move || list.get() key=|drawn| drawn.id let:drawn>{(drawn.view)()}</For> }.into_any()
}

impl<K: Clone + Send + Sync + 'static, T: Send + Sync + 'static> Kept<K, T> {
    fn drawn(&self, row: Arc<impl Fn(K, RwSignal<T>) -> AnyView + Send + Sync + 'static>) -> Drawn {
        let (key, value) = (self.key.clone(), self.value.clone());
        Drawn { id: self.id, view: Arc::new(move || row(key.clone(), value.clone().into())) }
    }
}

/// Writes the content of rows that stay; `None` where no key came, went or moved. `last`: the id that was given last.
fn follow<K, T>(rows: &[Kept<K, T>], items: Vec<T>, key: &impl Fn(&T) -> K, last: &mut u64) -> Option<Vec<Kept<K, T>>>
where
    K: Clone + Eq + Hash,
    T: PartialEq + Send + Sync,
{
    let same_keys = rows.len() == items.len() && rows.iter().zip(&items).all(|(row, item)| row.key == key(item));
    if same_keys {
        for (row, item) in rows.iter().zip(items) {
            row.update(item);
        }
        return None;
    }
    let mut stay: HashMap<&K, &Kept<K, T>> = rows.iter().map(|row| (&row.key, row)).collect();
    let mut row = |item: T| {
        let key = key(&item);
        if let Some(row) = stay.remove(&key) {
            row.update(item);
            return Kept { id: row.id, key, value: row.value.clone() };
        }
        *last += 1;
        Kept { id: *last, key, value: ArcRwSignal::new(item) }
    };
    Some(items.into_iter().map(&mut row).collect())
}

impl<K, T: PartialEq + Send + Sync> Kept<K, T> {
    fn update(&self, item: T) {
        if self.value.with_untracked(|value| *value != item) {
            self.value.set(item);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Item = (u32, &'static str);

    fn rows(items: &[Item]) -> Vec<Kept<u32, Item>> {
        follow(&[], items.to_vec(), &|item| item.0, &mut 0).unwrap_or_default()
    }

    fn after(before: &[Kept<u32, Item>], items: &[Item]) -> Option<Vec<Kept<u32, Item>>> {
        follow(before, items.to_vec(), &|item| item.0, &mut 100)
    }

    fn told(rows: &[Kept<u32, Item>]) -> Vec<(u64, Item)> {
        rows.iter().map(|row| (row.id, row.value.get_untracked())).collect()
    }

    #[test]
    fn a_change_of_content_changes_no_list() {
        let before = rows(&[(1, "a"), (2, "b")]);
        assert!(after(&before, &[(1, "a"), (2, "c")]).is_none());
        assert_eq!(told(&before), [(1, (1, "a")), (2, (2, "c"))]);
    }

    #[test]
    fn rows_that_stay_keep_their_elements() {
        let before = rows(&[(1, "a"), (2, "b"), (3, "c")]);
        let changed = after(&before, &[(3, "c"), (4, "d"), (1, "x")]).unwrap();
        assert_eq!(told(&changed), [(3, (3, "c")), (101, (4, "d")), (1, (1, "x"))]);
        // The row that stayed has the same signal.
        assert_eq!(before[0].value.get_untracked(), (1, "x"));
    }

    #[test]
    fn two_rows_of_one_key_are_two_rows() {
        let before = rows(&[(1, "a")]);
        let changed = after(&before, &[(1, "a"), (1, "b")]).unwrap();
        assert_eq!(told(&changed), [(1, (1, "a")), (101, (1, "b"))]);
    }
}
