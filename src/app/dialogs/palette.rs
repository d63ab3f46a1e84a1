//! The palette: every command, link rule, setting, project and template, found by typing.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::wasm_split;

use super::PageDialog;
use crate::app::actions::projects::{open_kept, open_template, others};
use crate::app::actions::versions::VersionDeed;
use crate::app::browser::fetch;
use crate::app::browser::scroll::into_view;
use crate::app::command::{Command, entry};
use crate::app::components::{Icon, IconName, Loaded, NotLoaded, Part, PartView, aria, take_focus};
use crate::app::lab::Lab;
use crate::app::store::{Dialog, ScreenStoreFields, Target};
use crate::core::templates::{Offered, offered};

/// Loads when it is first opened.
pub const PART: Part = Part(|| Box::pin(load()));

/// A longer list helps less than one more letter.
const MOST_ROWS: usize = 60;

#[wasm_split(palette, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<PartView, NotLoaded> {
    Ok(|| view! { <Palette/> }.into_any())
}

#[component]
pub fn PaletteDialog() -> impl IntoView {
    let lab = Lab::of_page();
    Effect::new(move |_| {
        if lab.screen.dialog().get() == Some(Dialog::Palette) {
            lab.focus(Target::Palette);
        }
    });
    view! {
        <PageDialog dialog=Dialog::Palette id="command-palette" title="Search commands">
            <Loaded part=PART/>
        </PageDialog>
    }
}

/// A row of the palette.
#[derive(Clone)]
struct Row {
    label: String,
    hint: String,
    keys: &'static str,
    leads: Leads,
}

/// What a row does.
#[derive(Clone)]
enum Leads {
    Run(Command),
    /// A project that the browser keeps, by its id.
    Open(String),
    Template(Arc<Offered>),
}

impl Leads {
    fn icon(&self) -> Option<IconName> {
        match self {
            Self::Run(command) => entry(command).icon,
            Self::Open(_) => Some(IconName::Folder),
            Self::Template(_) => Some(IconName::Templates),
        }
    }

    fn follow(self, lab: Lab) {
        Command::CloseDialog.run(lab);
        match self {
            Self::Run(command) => command.run(lab),
            Self::Open(id) => open_kept(lab, id),
            Self::Template(template) => open_template(lab, &template.title, template.project.clone()),
        }
    }
}

impl Row {
    fn of(command: Command, kind: &str) -> Self {
        let entry = entry(&command);
        let label = if kind.is_empty() { entry.label.to_string() } else { format!("{kind}: {}", entry.label) };
        let hint = entry.hint.to_owned();
        Self { label, hint, keys: entry.keys, leads: Leads::Run(command) }
    }

    /// How well it fits: the words begin the label, stand in it, or stand in what it does.
    fn rank(&self, wanted: &str) -> Option<u8> {
        let (label, hint) = (self.label.to_lowercase(), self.hint.to_lowercase());
        let has = |text: &str| wanted.split_whitespace().all(|word| text.contains(word));
        match () {
            () if label.starts_with(wanted) => Some(0),
            () if has(&label) => Some(1),
            () if has(&format!("{label} {hint}")) => Some(2),
            () => None,
        }
    }
}

/// What names the kind of a command whose label alone does not.
fn kind(command: &Command) -> &'static str {
    match command {
        Command::Pane(_) => "Go to",
        Command::State(_) => "State",
        Command::AddWord(_) => "Add",
        Command::Event(_) => "Play",
        Command::Profile(_) => "Check",
        Command::Design(_) => "Edit as",
        Command::Canvas(_) => "Show",
        Command::Stress(_) | Command::StressAll => "Stress",
        Command::Zoom(_) => "Zoom",
        Command::GoToSetting(_) => "Setting",
        Command::Show(dialog) if *dialog != Dialog::Start => "Open",
        Command::Width(_) => "Draw as wide as",
        _ => "",
    }
}

/// What runs anywhere on the page. The others belong to a place that has to be open.
fn is_anywhere(command: &Command) -> bool {
    !matches!(
        command,
        Command::CloseDialog
            | Command::Show(Dialog::Palette)
            | Command::UseDraft(_)
            | Command::Attribute(..)
            | Command::AddUrl(_)
            | Command::OwnAnswer(_)
            | Command::StopCall
            | Command::UseAnswer
            | Command::AllProblems
            | Command::Version(VersionDeed::List)
            | Command::Marks
            | Command::SkipToEditor
            | Command::Stresses
    )
}

fn rows(lab: Lab) -> Vec<Row> {
    let commands = Command::all().into_iter().filter(is_anywhere).filter(|command| !untrack(|| command.is_disabled(lab)));
    let commands = commands.map(|command| {
        let kind = kind(&command);
        Row::of(command, kind)
    });
    let project = lab.project();
    let rules = project.rules.iter().enumerate().map(|(index, rule)| {
        let label = format!("Link rule: {}", project.rule_name(index));
        Row { label, hint: rule.pattern.clone(), keys: "", leads: Leads::Run(Command::GoToRule(rule.id)) }
    });
    commands.chain(rules).collect()
}

/// The other projects and the templates. They load after the commands are listed, and stand below them.
async fn elsewhere(lab: Lab) -> Vec<Row> {
    let projects = others(lab).await.unwrap_or_default().into_iter().map(|record| Row {
        label: format!("Open: {}", record.name),
        hint: String::new(),
        keys: "",
        leads: Leads::Open(record.id),
    });
    let templates = fetch::load("templates.json").await.map(|text| offered(&text)).unwrap_or_default();
    let templates = templates.into_iter().map(|template| Row {
        label: format!("Template: {}", template.title),
        hint: template.summary.clone(),
        keys: "",
        leads: Leads::Template(Arc::new(template)),
    });
    projects.chain(templates).collect()
}

#[component]
fn Palette() -> impl IntoView {
    let lab = Lab::of_page();
    let all = RwSignal::new(rows(lab));
    Effect::new(move |_| {
        spawn_local(async move {
            let elsewhere = elsewhere(lab).await;
            all.try_update(|all| all.extend(elsewhere));
        });
    });
    let (search, active) = (RwSignal::new(String::new()), RwSignal::new(0));
    let found = Memo::new(move |_| search.with(|search| all.with(|all| find(all, search))));
    let run = move |at: usize| {
        let index = found.with_untracked(|found| found.get(at).copied());
        if let Some(row) = index.and_then(|index| all.with_untracked(|all| all.get(index).cloned())) {
            row.leads.follow(lab);
        }
    };
    let keys = move |event: KeyboardEvent| {
        let last = found.with_untracked(Vec::len).saturating_sub(1);
        match &*event.key() {
            "ArrowDown" => active.update(|at| *at = if *at < last { *at + 1 } else { 0 }),
            "ArrowUp" => active.update(|at| *at = at.checked_sub(1).unwrap_or(last)),
            "Enter" => run(active.get_untracked()),
            _ => return,
        }
        event.prevent_default();
    };
    let row = move |(at, index): (usize, usize)| {
        let row = all.with_untracked(|all| all.get(index).cloned());
        row.map(|row| view! { <PaletteRow at=at row=row active=active on_pick=run/> })
    };
    let listed = move || found.get().into_iter().enumerate().collect::<Vec<_>>();
    view! {
        <div class="palette">
            <input
                type="text"
                role="combobox"
                aria-expanded="true"
                aria-controls="palette-rows"
                aria-activedescendant=move || found.with(|found| !found.is_empty()).then(|| row_id(active.get()))
                aria-label="Search for a command, a setting, a project or a template"
                placeholder="Search for a command, a setting, a project or a template"
                data-field="command-search"
                autocomplete="off"
                spellcheck="false"
                prop:value=move || search.get()
                on:input=move |event| {
                    search.set(event_target_value(&event));
                    active.set(0);
                }
                on:keydown=keys
                use:take_focus=lab.focus_request(Target::Palette)
            />
            <ul id="palette-rows" role="listbox" aria-label="Commands">
                {move || listed().into_iter().map(row).collect_view()}
            </ul>
            <p class="note" role="status" hidden=move || found.with(|found| !found.is_empty())>
                {move || format!("Nothing matches “{}”", search.get().trim())}
            </p>
        </div>
    }
}

fn row_id(at: usize) -> String {
    format!("palette-row-{at}")
}

#[component]
fn PaletteRow(at: usize, row: Row, active: RwSignal<usize>, #[prop(into)] on_pick: Callback<usize>) -> impl IntoView {
    let element = NodeRef::<leptos::html::Li>::new();
    let is_active = Memo::new(move |_| active.get() == at);
    Effect::new(move |_| {
        if let Some(element) = element.get().filter(|_| is_active.get()) {
            into_view(&element);
        }
    });
    let icon = row.leads.icon().map(|icon| view! { <Icon name=icon/> });
    view! {
        <li
            id=row_id(at)
            role="option"
            class="palette-row"
            aria-selected=move || aria(is_active.get())
            node_ref=element
            on:click=move |_| on_pick.run(at)
            on:pointermove=move |_| active.set(at)
        >
            <span class="palette-icon">{icon}</span>
            <span class="palette-label">{row.label}</span>
            <span class="palette-hint soft">{row.hint}</span>
            {(!row.keys.is_empty()).then(|| view! { <kbd>{row.keys}</kbd> })}
        </li>
    }
}

/// The rows that a search finds, best first, by their places.
fn find(rows: &[Row], search: &str) -> Vec<usize> {
    let wanted = search.trim().to_lowercase();
    let mut found: Vec<(u8, usize)> =
        rows.iter().enumerate().filter_map(|(index, row)| Some((row.rank(&wanted)?, index))).collect();
    found.sort_unstable();
    found.into_iter().take(MOST_ROWS).map(|(_, index)| index).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::place::Setting;

    #[test]
    fn the_words_of_a_search_find_commands() {
        let rows: Vec<Row> = Command::all().into_iter().filter(is_anywhere).map(|one| Row::of(one.clone(), kind(&one))).collect();
        let first = |search: &str| find(&rows, search).first().map_or("", |index| &*rows[*index].label).to_owned();
        for (search, label) in [
            ("undo", "Undo"),
            ("add sta", "Add: Status"),
            ("state err", "State: Error"),
            ("domain", &*format!("Setting: {}", Setting::Domain.label())),
            ("templates", "Templates"),
            ("no such thing", ""),
        ] {
            assert!(first(search).ends_with(label.trim_start_matches("Open: ")), "{search}: {}", first(search));
        }
        assert_eq!(find(&rows, "").len(), MOST_ROWS);
    }
}
