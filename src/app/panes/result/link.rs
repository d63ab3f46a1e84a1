//! The link: where it is pasted, which rule matches it, and what its groups captured.

use std::collections::HashSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::MOST_ROWS;
use crate::app::actions::document::{choose_link, paste_link, set_link};
use crate::app::command::{Command, CommandButton, Face};
use crate::app::components::{Combobox, Icon, IconName, Offer};
use crate::app::lab::Lab;
use crate::app::panes::rules::Captures;
use crate::app::store::Target;
use crate::core::links::Taken;
use crate::core::project::{LinkRule, Project, RuleId, Sample};

/// "Paste a URL", with the samples to choose from, and which rule matches it.
#[component]
pub fn LinkBar() -> impl IntoView {
    let lab = Lab::of_page();
    let link = Signal::derive(move || lab.derived.setup.with(|project| project.link.clone()));
    let samples = Memo::new(move |_| lab.derived.setup.with(|project| samples(project)));
    // The browser tells of a paste before it tells of the text.
    let pasting = StoredValue::new(false);
    let typed = move |link| {
        let pasted = pasting.try_update_value(std::mem::take) == Some(true);
        if pasted { paste_link(lab, link) } else { set_link(lab, link) }
    };
    view! {
        <div class="toolbar" on:paste=move |_| pasting.set_value(true)>
            <Combobox
                name="link"
                class="address"
                label="Paste a URL"
                list_label="Sample URLs"
                input_mode="url"
                described_by="taken-by"
                value=link
                offers=samples
                on_input=typed
                on_choose=move |link| choose_link(lab, link)
                focus=lab.focus_request(Target::Link)
            />
            <span class="taken-by" id="taken-by"><MatchingRule/></span>
            <CommandButton command=Command::Play face=Face::Wide/>
        </div>
    }
}

/// The samples of all rules, each with its rule; a URL that two rules have comes once.
fn samples(project: &Project) -> Vec<Offer> {
    let of_rule = |(index, rule): (usize, &Arc<LinkRule>)| {
        let about = project.rule_name(index);
        let offer = |sample: &Sample| Offer { value: sample.url.trim().to_owned(), about: about.clone() };
        rule.samples.iter().map(offer).collect::<Vec<_>>()
    };
    let mut seen = HashSet::new();
    let all = project.rules.iter().enumerate().flat_map(of_rule);
    all.filter(|offer| !offer.value.is_empty() && seen.insert(offer.value.clone())).take(MOST_ROWS).collect()
}

/// Which rule matches the link, and whether others would.
#[component]
fn MatchingRule() -> impl IntoView {
    let lab = Lab::of_page();
    let said = Memo::new(move |_| lab.derived.setup.with(|project| lab.derived.taken.with(|taken| matching(project, taken))));
    move || said.get().into_iter().map(said_view).collect_view()
}

fn said_view(said: Said) -> AnyView {
    let Said { tone, icon, words, title, rule } = said;
    let Some(rule) = rule else {
        return view! { <span class=format!("said {tone}") title=title><Icon name=icon/><span class="said-words">{words}</span></span> }.into_any();
    };
    view! { <span class=format!("said {tone}")><CommandButton command=Command::GoToRule(rule) class="said-rule"><Icon name=icon/><span class="said-words">{words}</span></CommandButton></span> }.into_any()
}

#[derive(Clone, PartialEq)]
struct Said {
    tone: &'static str,
    icon: IconName,
    words: String,
    title: Option<String>,
    /// The rule that it leads to.
    rule: Option<RuleId>,
}

fn matching(project: &Project, taken: &Taken) -> Vec<Said> {
    if project.link.trim().is_empty() || project.rules.is_empty() {
        return Vec::new();
    }
    let Some(rule) = taken.rule else {
        let words = if taken.unknown.is_empty() { "No rule matches" } else { "No rule matches in time" };
        return vec![Said { tone: "bad", icon: IconName::CircleX, words: words.to_owned(), title: None, rule: None }];
    };
    let words = format!("Rule: {}", project.rule_name(rule));
    let id = project.rules.get(rule).map(|rule| rule.id);
    let mut said = vec![Said { tone: "good", icon: IconName::Check, words, title: None, rule: id }];
    if let [also @ .., last] = taken.also.as_slice() {
        let mut names: Vec<String> = also.iter().map(|rule| project.rule_name(*rule)).collect();
        names.push(project.rule_name(*last));
        let title = format!("Rule {} would match too. The first rule in the list wins", names.join(", "));
        let words = format!("First of {}", taken.also.len() + 1);
        said.push(Said { tone: "warn", icon: IconName::Warning, words, title: Some(title), rule: None });
    }
    said
}

/// What the groups of the matching rule captured of the link.
#[component]
pub fn LinkCaptures() -> impl IntoView {
    let lab = Lab::of_page();
    let captures = Memo::new(move |_| {
        let link = lab.derived.setup.with(|project| project.link.clone());
        lab.derived.taken.with(|taken| taken.rule.map(|_| (link, taken.captures.clone())))
    });
    view! {
        <ul class="captures" id="captures" aria-label="What the groups captured">
            {move || captures.get().map(|(url, captures)| view! { <Captures url=url captures=captures/> })}
        </ul>
    }
}
