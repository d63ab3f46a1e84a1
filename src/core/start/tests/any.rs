use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use super::{Mapped, Role, Source, Start, assert_valid, project_of_data, project_of_links, propose, recognize};

fn key() -> impl Strategy<Value = String> {
    let known = select(vec![
        "title",
        "name",
        "state",
        "status",
        "url",
        "html_url",
        "user",
        "login",
        "avatar_url",
        "labels",
        "created",
        "price",
    ]);
    prop_oneof![3 => known.prop_map(str::to_owned), 1 => any::<String>()]
}

fn scalar() -> impl Strategy<Value = Value> {
    let texts = select(vec![
        "https://acme.com/a/1",
        "http://localhost/a.png",
        "2024-01-01",
        "2024-01-01T10:00:00+0000",
        "usd",
        "#fff",
        "$<a>",
        " ",
    ]);
    prop_oneof![
        texts.prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        Just(Value::Null)
    ]
}

fn object() -> impl Strategy<Value = Value> {
    let value = scalar().prop_recursive(3, 24, 4, |inner| {
        prop_oneof![vec(inner.clone(), 0..4).prop_map(Value::from), btree_map(key(), inner, 0..5).prop_map(|map| json!(map))]
    });
    btree_map(key(), value, 1..6).prop_map(|map| json!(map))
}

/// What any use of a text has to hold.
fn check(text: &str) {
    let start = recognize(text);
    let _ = start.says();
    match start {
        Start::Data(data) => {
            let project = project_of_data(&data, &propose(&data));
            assert!(Source::new(&project.payload).parse().is_ok());
            assert_valid(&project.payload);
            // Every value as everything.
            for leaf in &data.leaves {
                let all: Vec<Mapped> = Role::all().map(|role| Mapped { role, path: Some(leaf.path.clone()) }).collect();
                assert!(Source::new(&project_of_data(&data, &all).payload).parse().is_ok());
            }
        }
        Start::Links(links) => {
            if let Ok(project) = project_of_links(&links, &[]) {
                assert_valid(&project.payload);
            }
        }
        _ => {}
    }
}

proptest! {
    #[test]
    fn any_text(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_object(object in object()) {
        check(&object.to_string());
    }

    #[test]
    fn any_link(path in "[a-z0-9A-Z/_.%?#=&-]{0,30}") {
        check(&format!("https://acme.com/{path}"));
    }

    #[test]
    fn any_page(tags in vec("<(meta|link|title|script|!--)? ?(property=og:(title|url|image)|rel=icon|name=description)? ?(content|href)=[\"']?[a-z:/.&;é]{0,12}[\"']?>?", 0..6)) {
        check(&tags.concat());
    }
}
