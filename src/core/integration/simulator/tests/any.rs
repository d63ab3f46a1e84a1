//! What holds of every order of events, and of any project.

use proptest::prelude::*;

use super::{documented, scene};
use crate::core::event::Event;
use crate::core::integration::simulator::{Scene, World, play, possible, step};
use crate::core::place::{ServiceField, Setting};
use crate::core::project::Project;
use crate::core::state::State;

fn events() -> Vec<Event> {
    Event::ALL.into_iter().chain([Event::Wait(300), Event::Wait(u32::MAX)]).collect()
}

/// Every world that so many events lead to, each once.
fn reachable(scene: &Scene, depth: usize) -> Vec<World> {
    let mut worlds = vec![World::default()];
    let mut new = 0;
    for _ in 0..depth {
        let end = worlds.len();
        for index in new..end {
            for event in events() {
                let after = step(scene, &worlds[index], event).after;
                if !worlds.contains(&after) {
                    worlds.push(after);
                }
            }
        }
        new = end;
    }
    worlds
}

/// Whether some few events lead to the loaded preview.
fn leads_on(scene: &Scene, world: &World, events_left: usize) -> bool {
    world.shown == State::Loaded
        || events_left > 0
            && [Event::Paste, Event::Allow, Event::Revisit]
                .into_iter()
                .any(|event| leads_on(scene, &step(scene, world, event).after, events_left - 1))
}

#[test]
fn every_event_from_every_world() {
    let mut project = documented();
    project.payload = r#"[{"id":"a","inline":{"title":{"value":"A","section":"title"}}}]"#.into();
    for (update, expires_in) in [(None, "60000"), (Some("{"), "")] {
        project.update = update.map(Into::into);
        project.service.expires_in = expires_in.into();
        let scene = scene(&project);
        let worlds = reachable(&scene, 4);
        assert!(worlds.len() > 100, "{}", worlds.len());
        for world in &worlds {
            assert!(leads_on(&scene, world, 3), "a dead end: {world:?}");
            for event in events() {
                let step = step(&scene, world, event);
                let unreadable = update.is_some() && matches!(event, Event::Update | Event::UpdateWithError);
                assert!(!step.says.is_empty() && !step.says.contains("``"), "{event:?}");
                assert_eq!(step.idle, !possible(&scene, world, event) || unreadable, "{event:?} {world:?}");
                if step.idle {
                    assert!(step.after == *world && step.exchanges.is_empty() && step.vanished.is_empty());
                }
                let after = &step.after;
                assert!(after.clock >= world.clock);
                assert!(!(after.asked.is_some() && after.connected()), "asked and connected");
                assert_eq!(after.connections.is_empty(), !after.connected());
            }
        }
    }
}

fn any_events() -> impl Strategy<Value = Vec<Event>> {
    let one = prop_oneof![10 => prop::sample::select(Event::ALL.to_vec()), 1 => any::<u32>().prop_map(Event::Wait)];
    prop::collection::vec(one, 0..24)
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just(" ".to_owned()),
        Just("[]".to_owned()),
        Just("[{\"id\":\"a\"},{\"id\":\"a\"}]\r\n".to_owned()),
        Just("{\"uri\":\"\",\"operations\":[{\"path\":[\"error\"],\"set\":{}}]}".to_owned()),
        Just("https://acme.com/?a#b".to_owned()),
        Just("18446744073709551615".to_owned()),
        Just("[{\"inline\":{\"title\":{\"value\":\"\\ud83d \\u0000\"}}}]".to_owned()),
        any::<String>(),
    ]
}

fn any_project() -> impl Strategy<Value = Project> {
    let texts = prop::collection::vec(any_text(), Setting::ALL.len() + ServiceField::ALL.len() + 3);
    texts.prop_map(|texts| {
        let mut texts = texts.into_iter();
        let mut project = Project::default();
        for (setting, text) in Setting::ALL.into_iter().zip(&mut texts) {
            project.settings.put(setting, text);
        }
        for (field, text) in ServiceField::ALL.into_iter().zip(&mut texts) {
            project.service.put(field, text);
        }
        project.link = texts.next().unwrap();
        project.payload = texts.next().unwrap().into();
        project.update = texts.next().map(Into::into);
        project
    })
}

proptest! {
    #[test]
    fn any_project_plays_any_events(project in any_project(), events in any_events(), taken: bool, cut: prop::sample::Index) {
        let scene = Scene { project: &project, taken, answer: &project.payload };
        let steps = play(&scene, &events);
        prop_assert_eq!(steps.len(), events.len());
        let cut = cut.index(events.len() + 1);
        prop_assert_eq!(&play(&scene, &events[..cut])[..], &steps[..cut]);
        let mut world = World::default();
        for (event, played) in events.iter().zip(&steps) {
            prop_assert_eq!(&step(&scene, &world, *event), played);
            prop_assert!(!played.says.is_empty());
            prop_assert!(played.exchanges.iter().all(|exchange| !exchange.title.is_empty() && !exchange.request.url.is_empty()));
            world = played.after.clone();
        }
    }
}
