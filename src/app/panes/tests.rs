//! The panes, in what they show for a project.

use leptos::prelude::*;
use serde_json::json;

use super::anatomy::AnatomyPane;
use super::board::BoardPane;
use super::form::FormPane;
use super::integration::{IntegrationPane, Reading};
use super::rules::RulesPane;
use super::timeline::TimelinePane;
use super::{Header, LowerPane, PaneTabs, ResultPane, SourcePane};
use crate::app::lab::Lab;
use crate::app::store::{
    DrawingTheme, Lower, PreferencesStoreFields, RuleScreenStoreFields, ScreenStoreFields, Source, ToolsStoreFields,
};
use crate::app::testing::{Page, example, render_with};
use crate::core::event::Event;
use crate::core::integration::copy_as::Language;
use crate::core::preview::Stress;
use crate::core::project::Project;
use crate::core::state::State;

fn source(project: Project, source: Source, act: impl FnOnce(Lab)) -> Page {
    render_with(
        project,
        |lab| {
            lab.screen.source().set(source);
            act(lab);
        },
        || view! { <SourcePane/> },
    )
}

fn lower(project: Project, lower: Lower, act: impl FnOnce(Lab)) -> Page {
    render_with(
        project,
        |lab| {
            lab.screen.lower().set(lower);
            act(lab);
        },
        || view! { <LowerPane/> },
    )
}

/// The link rules themselves, which load when they are opened.
fn rules(project: Project, act: impl FnOnce(Lab)) -> Page {
    render_with(
        project,
        |lab| {
            lab.screen.source().set(Source::Rules);
            act(lab);
        },
        || view! { <RulesPane/> },
    )
}

/// What is read of a message, which loads with the first one.
fn reading(project: Project, message: &str) -> Page {
    render_with(project, |lab| lab.tools.message().set(message.to_owned()), || view! { <Reading/> })
}

/// The form itself, which loads when it is opened.
fn form(project: Project, act: impl FnOnce(Lab)) -> Page {
    render_with(project, act, || view! { <FormPane/> })
}

/// The integration pane itself, which loads when it is opened.
fn integration(project: Project, act: impl FnOnce(Lab)) -> Page {
    render_with(
        project,
        |lab| {
            lab.screen.source().set(Source::Integration);
            act(lab);
        },
        || view! { <IntegrationPane/> },
    )
}

/// The anatomy itself, which loads when it is opened.
fn anatomy(payload: &str) -> Page {
    render_with(Project { payload: payload.into(), ..example() }, |_| {}, || view! { <AnatomyPane/> })
}

/// The board itself, which loads when it is opened.
fn board(project: Project, act: impl FnOnce(Lab)) -> Page {
    render_with(project, act, || view! { <BoardPane/> })
}

fn timeline(project: Project) -> Page {
    render_with(project, |lab| lab.screen.lower().set(Lower::Timeline), || view! { <TimelinePane/> })
}

fn result(project: Project) -> Page {
    render_with(project, |_| {}, || view! { <ResultPane/> })
}

fn in_state(state: State) -> Page {
    result(Project { state, ..example() })
}

#[test]
fn the_first_page_shows_a_card_and_a_mention() {
    let page = result(example());
    assert_eq!(page.attribute("[data-view=preview]", "data-state").as_deref(), Some("loaded"));
    assert!(page.has("[data-view=preview] [data-section=title][data-attribute]"));
    assert!(page.has("[data-view=mention] .mention-title"));
    assert_eq!(page.text("#taken-by"), "Rule: “item”");
    assert!(page.has("#captures .capture"));
    assert!(page.has("#taken-by [data-action='rule:go']"));
    assert_eq!(page.attribute("#link[role=combobox]", "aria-expanded").as_deref(), Some("false"));
}

#[test]
fn the_chosen_state_is_drawn_and_pressed() {
    for state in State::ALL.into_iter().filter(|state| *state != State::Plain) {
        let page = in_state(state);
        let drawn = page.attribute("[data-view=preview]", "data-state").unwrap();
        assert_eq!(drawn, state.name());
        assert_eq!(page.attribute(&format!("[data-action='state:{drawn}']"), "aria-pressed").as_deref(), Some("true"));
    }
    assert!(in_state(State::Plain).has(".plain-link"));
}

#[test]
fn a_link_that_no_rule_matches_says_why() {
    let page = result(Project { link: "https://example.org/".to_owned(), ..example() });
    assert_eq!(page.text("#taken-by"), "No rule matches");
    assert!(page.text(".below .hint").starts_with("No rule matches this URL. The nearest rule is “item”. "));
}

#[test]
fn both_themes_are_two_drawings() {
    let both = |lab: Lab| lab.screen.preferences().drawing().set(DrawingTheme::Both);
    let page = render_with(example(), both, || view! { <ResultPane/> });
    assert_eq!((page.count("[data-drawing=light]"), page.count("[data-drawing=dark]")), (1, 1));
}

#[test]
fn while_a_rule_is_edited_its_placeholder_is_drawn_beside_the_answer() {
    let page = render_with(example(), |lab| lab.screen.source().set(Source::Rules), || view! { <ResultPane/> });
    let states: Vec<_> =
        ["placeholder", "loaded"].map(|state| page.count(&format!("[data-view=preview][data-state={state}]"))).into();
    assert_eq!(states, [1, 1]);
    assert!(page.text("[data-of=placeholder] .caption").starts_with("Placeholder, from https://acme.com/"));
}

#[test]
fn what_is_not_drawn_is_named() {
    let payload = r#"[{"id":"odd","type":"inline","inline":{"surprise":{"value":"x","section":"title"}}}]"#;
    let page = result(Project { payload: payload.into(), ..example() });
    assert_eq!(page.text("#not-drawn code"), "odd");
}

#[test]
fn a_broken_payload_keeps_the_last_drawing() {
    let page = render_with(
        example(),
        |lab| lab.document.project.update(|project| std::sync::Arc::make_mut(project).payload = "[{".into()),
        || view! { <ResultPane/> },
    );
    assert_eq!(page.attribute("[data-view=preview]", "data-stale").as_deref(), Some("true"));
    assert!(page.has("[data-section=title]"));
    assert_eq!(page.attribute("#stale", "hidden"), None);
}

#[test]
fn every_severity_has_its_row() {
    // A missing `dev`, a pair outside the table, and a relation that no document describes.
    let payload = r#"[{"id":"t","name":"T","type":"inline","inline":{"title":{"value":"x","section":"title"}}},
        {"id":"s","name":"S","type":"inline","inline":{"enum":{"value":"x","section":"identifier"}}},
        {"id":"r","name":"R","type":"inline","relation":{"uri":"x","mention":{"section":"primary"}}}]"#;
    let page = lower(Project { payload: payload.into(), ..example() }, Lower::Problems, |_| {});
    for (severity, word) in [("error", "error"), ("warning", "warning"), ("info", "note")] {
        let row = format!("[data-problem][data-severity={severity}]");
        assert!(page.has(&format!("{row} .sign[data-severity={severity}] use")), "{severity}");
        assert_eq!(page.texts(&format!("{row} .word"))[0], word);
        assert!(!page.texts(&format!("{row} .message"))[0].is_empty());
    }
    assert!(page.has("[data-rule=missing-dev] [data-action=fix]"));
    assert!(page.has("[data-rule=missing-dev] details.why:not([open])"));
}

#[test]
fn a_payload_without_problems_says_so() {
    let page = lower(example(), Lower::Problems, |_| {});
    assert_eq!((page.text(".no-problems"), page.count("[data-problem]")), ("No problems found".to_owned(), 0));
}

#[test]
fn a_hundred_problems_are_listed_before_somebody_asks_for_more() {
    let payload = format!("[{}]", vec!["{}"; 80].join(","));
    let many = Project { payload: payload.into(), ..example() };
    let page = lower(many.clone(), Lower::Problems, |_| {});
    assert_eq!(page.count("[data-problem]"), 100);
    assert!(page.text("[data-action=all-problems]").starts_with("Show all "));
    let page = lower(many, Lower::Problems, |lab| lab.screen.all_problems().set(true));
    assert!(page.count("[data-problem]") > 100 && !page.has("[data-action=all-problems]"));
}

#[test]
fn the_payload_has_a_plain_field_until_the_editor_has_loaded() {
    let page = source(example(), Source::Payload, |_| {});
    assert!(page.text("[data-editor=payload] textarea").contains("\"title\""));
    assert_eq!(page.attribute("[data-editor=payload] textarea", "aria-label").as_deref(), Some("Payload (JSON)"));
    assert_eq!(page.attribute("[data-action='pane:payload'][role=tab]", "aria-selected").as_deref(), Some("true"));
}

#[test]
fn the_open_rule_is_in_the_form() {
    let page = rules(example(), |_| {});
    assert_eq!(page.attribute("#rule-name", "value").as_deref(), Some("item"));
    assert_eq!(page.attribute(".rule-open", "aria-current").as_deref(), Some("true"));
    assert_eq!(page.text(".rule-verdict"), "3 of 3");
    assert_eq!(page.attribute("[data-sample=required]", "data-matched").as_deref(), Some("true"));
    assert!(page.has("[data-sample=required] mark.group-1"));
    assert!(page.has("[data-sample=required] .capture .captured"));
    assert!(page.has("[data-editor=pattern] textarea") && page.has("[data-editor=placeholders] textarea"));
}

#[test]
fn a_url_that_does_not_match_says_where_and_why() {
    let mut other = example();
    let sample = other.new_sample("https://acme.com/items/x");
    std::sync::Arc::make_mut(&mut other.rules[0]).samples.push(sample);
    let page = rules(other, |_| {});
    let row = "[data-sample=required][data-matched=false]";
    assert_eq!(page.text(&format!("{row} .reached")), "https://acme.com/items/");
    assert!(!page.text(&format!("{row} .row-more")).is_empty());
    assert!(page.text("#save-check").starts_with("Saving this in Notion may show an error: 1 of 2 sample URLs"));
}

#[test]
fn expected_values_have_fields() {
    let mut pinned = example();
    let rule = std::sync::Arc::make_mut(&mut pinned.rules[0]);
    let url = rule.samples[0].url.clone();
    rule.expected.insert(url, json!({"itemNo": "other", "gone": "x"}));
    let page = rules(pinned, |_| {});
    assert_eq!(page.attribute("[data-field=expected][data-group=itemNo]", "value").as_deref(), Some("other"));
    assert_eq!(page.attribute("[data-field=expected]", "aria-invalid").as_deref(), Some("true"));
    assert_eq!(page.text(".capture.bad code"), "gone");
}

#[test]
fn drafts_and_edge_cases_wait_for_a_press() {
    let shown = |page: &Page| (page.has("#draft .proposal"), page.has("#suggestions .suggestion"));
    assert_eq!(shown(&rules(example(), |_| {})), (false, false));
    let asked = rules(example(), |lab| {
        lab.screen.rule().drafting().set(true);
        lab.screen.rule().suggesting().set(true);
    });
    assert_eq!(shown(&asked), (true, true));
    assert!(asked.has("[data-action='edge:excluded']"));
    assert_eq!(asked.attribute("[data-action=draft-part]", "aria-pressed").as_deref(), Some("false"));
}

#[test]
fn a_project_without_rules_says_what_a_rule_is() {
    let page = rules(Project { rules: Vec::new(), ..example() }, |_| {});
    assert_eq!(page.attribute("#no-rules", "hidden"), None);
    assert!(page.attribute("#rule-form", "hidden").is_some());
}

#[test]
fn every_setting_has_a_field_with_its_help_and_its_problems() {
    let mut wrong = example();
    wrong.settings.token_url = "ftp://acme.com".to_owned();
    let page = integration(wrong, |_| {});
    for key in
        ["authorize_url", "token_url", "client_id", "notion_client_id", "scopes", "deleted_token_url", "callback_url", "domain"]
    {
        let field = format!("[data-field='setting:{key}']");
        let described = page.attribute(&field, "aria-describedby").unwrap();
        assert!(described.split(' ').all(|id| page.has(&format!("[id='{id}']"))), "{key}");
    }
    assert!(page.has("#wrong-token_url [data-told][data-severity=error]"));
    assert_eq!(page.attribute("#client-secret", "type").as_deref(), Some("password"));
    assert_eq!(page.attribute("#notion-secret", "type").as_deref(), Some("password"));
}

#[test]
fn the_checklist_counts_what_is_done() {
    let page = integration(example(), |_| {});
    assert!(page.has("#ready [data-ready=done]") && page.has("#ready [role=checkbox]"));
    assert!(page.text("summary .soft").contains(" of 9"));
}

/// The redirect is compared with the authorization URL that the timeline played.
#[test]
fn the_state_of_a_redirect_is_the_one_that_was_played() {
    let told = |events: Vec<Event>, state: &str| {
        let redirect = format!("https://notion.so/externalIntegrationAuthCallback?code=WQtaEYNV9jfL4yr89KJA0thw&state={state}");
        reading(Project { events, ..example() }, &redirect).has("[data-rule=state-mismatch]")
    };
    assert!(told(vec![Event::FirstPaste], "other"));
    assert!(!told(vec![Event::FirstPaste], "tga%40YNV9cfw4yrv0thw"));
    assert!(!told(Vec::new(), "other"), "nothing was sent");
}

#[test]
fn what_is_no_message_says_so() {
    let page = reading(example(), "curl -X POST");
    assert!(page.has("[data-message-kind=unknown]") && page.has("[data-rule=unread-part]"));
    assert!(!page.has(".all-well"));
}

#[test]
fn a_message_is_read_for_what_it_is() {
    let page = reading(example(), "Basic bVJrWkdGak06c2VjcmV0");
    assert!(page.has("[data-message-kind]"));
    assert!(page.has(".facts th"));
}

#[test]
fn the_timeline_begins_with_a_paste() {
    let page = timeline(example());
    assert!(page.has("#steps .nothing-yet"));
    assert_eq!(page.attribute(".event[data-action='play:first-paste']", "data-idle").as_deref(), Some("false"));
    assert_eq!(page.attribute(".event[data-action='play:allow']", "data-idle").as_deref(), Some("true"));
}

#[test]
fn a_played_conversation_lists_its_requests() {
    let events = vec![Event::FirstPaste, Event::Allow];
    let played = Project { events, state: State::Loaded, ..example() };
    let page = timeline(played);
    assert_eq!(page.count("#steps > .step"), 2);
    assert_eq!(page.count("[aria-current=step]"), 1);
    assert!(page.has("[data-exchange='1:0'][data-method=POST][data-url]"));
    assert_eq!(page.count("[data-exchange='1:0'] [data-action^='copy-as:']"), Language::ALL.len());
    assert!(page.has("#world [data-connection]"));
}

#[test]
fn the_user_is_asked_where_a_link_was_pasted_first() {
    let asked = Project { events: vec![Event::FirstPaste], state: State::Connect, ..example() };
    let page = timeline(asked);
    assert_eq!(page.texts(".interstitial button"), ["Allow", "Deny"]);
    assert_eq!(page.text(".interstitial strong"), "Acme Inc");
}

#[test]
fn the_header_knows_what_can_be_undone() {
    let page = render_with(example(), |_| {}, || view! { <Header/><PaneTabs/> });
    assert!(page.attribute("[data-action=undo]", "disabled").is_some());
    assert_eq!(page.attribute("[data-action=undo]", "title").as_deref(), Some("Undo (Ctrl Z)"));
    assert_eq!(page.text("#project-name"), example().name);
    assert_eq!(page.attribute("[data-action=templates]", "aria-haspopup").as_deref(), Some("dialog"));
    assert_eq!(page.attribute("[data-action='pane:preview']", "aria-selected").as_deref(), Some("true"));
}

#[test]
fn an_update_that_leaves_something_out_can_be_completed() {
    let list = r#"[{"id":"title","name":"Title","type":"inline","inline":{"title":{"value":"x","section":"title"}}}]"#;
    let update = format!(r#"{{"uri":"https://acme.com/items/23487","operations":[{{"path":["attributes"],"set":{list}}}]}}"#);
    let page = lower(Project { update: Some(update.into()), ..example() }, Lower::Problems, |_| {});
    assert_eq!(page.text("[data-rule=update-drops-attribute] [data-action=fix]"), "Add them to the update too");
}

#[test]
fn a_picture_that_does_not_load_is_a_note() {
    let payload = r#"[{"id":"t","name":"T","type":"inline","inline":{"title":{"value":"x","section":"title"}}},
        {"id":"a","name":"Owner","type":"embed","embed":{"src_url":"https://acme.com/x.png","image":{"section":"avatar"}}}]"#;
    let key = crate::core::preview::MediaKey {
        kind: crate::core::preview::PartKind::Image,
        src_url: "https://acme.com/x.png".to_owned(),
    };
    let page = lower(Project { payload: payload.into(), ..example() }, Lower::Problems, |lab| lab.media.failed(key));
    assert_eq!(page.text("[data-broken] .message"), "The picture of Owner could not be loaded from acme.com");
    assert!(page.text("#counts").ends_with("1 note"));
}

#[test]
fn the_form_has_a_row_for_each_attribute_and_all_fields_of_the_selected_one() {
    let page = form(example(), |lab| lab.screen.selected().set(Some(2)));
    assert_eq!(page.count(".layer"), 9);
    assert!(page.has("[data-attribute=title] [data-field=value]"));
    assert!(page.has("[data-attribute=media] [data-field=src_url]"));
    for field in ["value", "color", "section", "sub-type", "id", "name", "type"] {
        assert!(page.has(&format!(".layer.selected [data-field={field}]")), "{field}");
    }
    // A chip in the body is nothing that the documents list.
    assert!(page.has(".layer.selected [data-field=section] input[value=body][disabled]"));
}

#[test]
fn the_form_says_what_it_cannot_read() {
    let page = form(Project { payload: "[{".into(), ..example() }, |_| {});
    assert!(page.has("[data-form] [role=status]") && page.has(".layers[inert]"));
    let page = form(Project { payload: "".into(), ..example() }, |lab| lab.screen.adding().set(true));
    assert!(page.has("[data-form] > .note") && page.has("[data-action='add:due-date']"));
}

#[test]
fn the_anatomy_names_every_section_and_offers_what_an_empty_one_lacks() {
    let page = anatomy(&example().payload);
    assert_eq!((page.count("[data-view=preview] [data-area]"), page.count("[data-view=mention] [data-area]")), (9, 3));
    assert_eq!(page.text("[data-area=title] .part"), "Feature Request: Link Previews");
    assert_eq!(
        page.attribute("[data-area=avatar] [data-action='add:avatar']", "aria-label").as_deref(),
        Some("Add avatar to avatar")
    );
    assert!(!page.has("[data-area=title] [data-action^='add:']"));
    let page = anatomy("[]");
    assert_eq!(page.count("[data-view=preview] .area-add"), 9);
}

#[test]
fn the_matrix_says_of_every_pair_what_the_documents_say() {
    let page = anatomy(&example().payload);
    assert_eq!(page.count("[data-cell]"), 108);
    let allowed = |cell: &str| page.attribute(&format!("[data-cell='{cell}']"), "data-allowed").unwrap();
    assert_eq!(
        ["enum:primary", "enum:identifier", "pdf:embed", "relation:body"].map(allowed),
        ["yes", "no", "undocumented", "undocumented"]
    );
    assert_eq!(page.texts("[data-cell='enum:primary'] button"), ["State", "Label"]);
    assert!(page.has("[data-cell='date:primary'] [data-action=add-at][aria-label='Add date to primary']"));
    let why = page.attribute("[data-cell='enum:identifier'] button[aria-disabled=true]", "aria-description");
    assert_eq!(why.as_deref(), Some("enum is not allowed in identifier. It belongs in primary"));
    assert_eq!(page.text("[data-cell='relation:body']"), "Not documented");
    // One stop of Tab; the arrow keys lead on.
    assert_eq!(page.count("[data-cell] button[tabindex='0']"), 1);
}

#[test]
fn what_the_documents_forbid_is_in_its_cell_all_the_same() {
    let page = anatomy(r#"[{"id":"odd","type":"inline","inline":{"enum":{"value":"A","section":"identifier"}}}]"#);
    assert_eq!(page.texts("[data-cell='enum:identifier'][data-allowed=no] button"), ["odd"]);
}

#[test]
fn the_board_draws_every_state_in_both_themes_and_all_widths() {
    let page = board(example(), |_| {});
    assert_eq!((page.count("[data-board] [data-drawing]"), page.count("[data-view]")), (48, 0));
    for state in State::ALL {
        let row = format!("[data-board] [data-state='{}'][data-drawing]", state.name());
        assert_eq!((page.count(&row), page.count(&format!("{row}[data-theme=dark][data-width=phone]"))), (6, 1), "{row}");
    }
    assert!(page.text("[data-board] [data-drawing][data-state=error]").contains("Content not found (status 404)"));
    assert_eq!(page.attribute("[data-state=loaded] .board-open", "aria-label").as_deref(), Some("Open: Loaded, light, column"));
    assert_eq!((page.count(".context"), page.count(".context .mention")), (2, 10));
}

#[test]
fn the_board_draws_its_states_where_no_rule_matches_too() {
    let page = board(Project { link: "https://example.org/".to_owned(), ..example() }, |_| {});
    assert!(page.has("[data-board] [data-drawing][data-state=loaded] [data-section=title]"));
}

#[test]
fn the_board_has_a_row_for_every_stress() {
    let page = board(example(), |lab| lab.screen.stress_all().set(true));
    assert_eq!(page.count("[data-board] tbody tr"), 8 + Stress::ALL.len());
    assert_eq!(page.count("[data-stress=japanese][data-drawing][data-state=loaded]"), 6);
    assert!(!page.has("[data-stress=no-body] .body") && !page.has("[data-stress=broken-images] .sheet img"));
}

#[test]
fn a_drawing_under_stress_says_so() {
    let page = render_with(example(), |lab| lab.screen.stress().set(Some(Stress::NoBody)), || view! { <ResultPane/> });
    assert!(page.text(".stress-note").starts_with("Drawn under stress: No body"));
    assert!(!page.has("[data-view=preview] .body") && page.has(".stage[data-stress=no-body]"));
}
