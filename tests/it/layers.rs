//! The layers of the source: which module may use which. Arrows point down only, so there is no circle.
//!
//! A module is a file or folder directly under a root such as `src/core`. Tests beside the code may use anything, so
//! `#[cfg(test)]` modules are not read.

mod imports;

use imports::{Import, imports};

/// What the modules of one root may use.
struct Layers {
    /// The folder under `src`.
    root: &'static str,
    /// Roots of which everything may be used.
    below: &'static [&'static str],
    /// From the ground up: a module, and what it may use of the modules above it in this table.
    modules: &'static [(&'static str, &'static str)],
    /// Paths under `src` that are not read.
    left_out: &'static [&'static str],
}

const CORE: Layers = Layers {
    root: "core",
    below: &[],
    modules: &[
        ("text", ""),
        ("utf16", "text"),
        ("position", "text utf16"),
        ("breaks", "text"),
        ("letter", ""),
        ("hidden", ""),
        ("edit", "text"),
        ("event", ""),
        ("method", ""),
        ("place", ""),
        ("profile", ""),
        ("severity", ""),
        ("state", ""),
        ("rule", "profile severity"),
        ("diagnostic", "edit place rule severity text"),
        ("url", "text"),
        ("copied", "text"),
        ("json", "edit letter text"),
        ("contradictions", "json place"),
        ("pattern", "hidden text utf16"),
        ("unfurl", "json text"),
        ("repair", "copied edit json letter text unfurl"),
        ("placeholders", "json pattern text"),
        ("links", "hidden pattern text url utf16"),
        ("preview", "json letter links pattern placeholders state text unfurl url"),
        ("form", "edit json preview text unfurl"),
        ("project", "event json place profile state unfurl"),
        ("history", "project text"),
        ("compare", "json links place project text"),
        ("start", "copied edit form hidden json links pattern placeholders preview project repair text unfurl url"),
        ("complete", "form json links pattern preview project text unfurl"),
        ("templates", "json project state"),
        (
            "rules",
            "diagnostic edit hidden json letter links method pattern place placeholders preview profile project repair rule severity \
             text unfurl url utf16",
        ),
        ("analysis", "diagnostic edit json links method pattern place preview profile project rules severity text unfurl"),
        (
            "integration",
            "analysis copied diagnostic edit event json method place preview profile project rule rules severity state text unfurl \
             url",
        ),
        ("wire", "analysis diagnostic edit place position preview project"),
    ],
    left_out: &[],
};

const APP: Layers = Layers {
    root: "app",
    below: &["core"],
    modules: &[
        ("browser", ""),
        ("components", "browser"),
        ("drawing", "browser components"),
        ("store", ""),
        ("autosave", "browser store"),
        ("lab", "autosave browser components store"),
        ("actions", "autosave browser lab store"),
        ("command", "actions components lab store"),
        ("toast", "command lab store"),
        ("dialogs", "actions autosave browser command components drawing lab store toast"),
        ("panes", "actions browser command components dialogs drawing lab store"),
        ("playback", "actions lab store"),
        ("settling", "lab store"),
        ("shortcuts", "browser command lab"),
        ("page", "actions browser lab store"),
        ("api", "actions autosave browser lab store"),
        ("composition", "actions lab"),
        ("app", "browser components dialogs lab panes store toast"),
        ("mount", "actions api app autosave browser composition lab page playback settling shortcuts store"),
        ("prerender", "app lab store"),
    ],
    left_out: &[],
};

impl Layers {
    fn row(&self, module: &str) -> Option<(usize, Vec<&'static str>)> {
        let at = self.modules.iter().position(|(name, _)| *name == module)?;
        Some((at, self.modules[at].1.split_whitespace().collect()))
    }

    /// What is wrong with an import, if anything.
    fn refusal(&self, import: &Import) -> Option<String> {
        let (from, to) = (import.from.as_str(), import.path.first()?.as_str());
        if to != self.root {
            return (!self.below.contains(&to)).then(|| format!("`{}` may not use `{to}`", self.root));
        }
        let to = import.path.get(1)?;
        let allowed = from == to || self.row(from).is_some_and(|(_, uses)| uses.contains(&to.as_str()));
        (!allowed).then(|| format!("`{from}` may not use `{to}`"))
    }
}

#[track_caller]
fn arrows_point_down(layers: &Layers) {
    for (at, (module, _)) in layers.modules.iter().enumerate() {
        let (_, uses) = layers.row(module).expect("it is in the table");
        for used in uses {
            let below = layers.row(used).is_some_and(|(below, _)| below < at);
            assert!(below, "the table lets `{module}` use `{used}`, which is not above it in the table");
        }
    }
}

#[track_caller]
fn every_import_is_allowed(layers: &Layers) {
    let refused = |import: &Import| Some(format!("{}:{}: {}", import.file, import.line, layers.refusal(import)?));
    let refused: Vec<String> = imports(layers.root, layers.left_out).iter().filter_map(refused).collect();
    assert!(refused.is_empty(), "\n{}\n", refused.join("\n"));
}

#[track_caller]
fn every_module_is_listed(layers: &Layers) {
    for module in imports::modules(layers.root, layers.left_out) {
        assert!(layers.row(&module).is_some(), "`{}/{module}` is not in the table", layers.root);
    }
}

#[test]
fn core_looks_down_only() {
    arrows_point_down(&CORE);
    every_module_is_listed(&CORE);
    every_import_is_allowed(&CORE);
}

#[test]
fn the_page_looks_down_only() {
    arrows_point_down(&APP);
    every_module_is_listed(&APP);
    every_import_is_allowed(&APP);
}

/// The reader itself: an arrow up is found in every way of writing it.
#[test]
fn an_arrow_up_is_found() {
    let found = |text: &str| {
        let imports = imports::of(&["core", "json", "edit"], text);
        imports
            .iter()
            .filter_map(|(line, path)| {
                let import = Import { file: String::new(), line: *line, from: "json".to_owned(), path: path.clone() };
                Some(format!("{line}: {}", CORE.refusal(&import)?))
            })
            .collect::<Vec<_>>()
    };
    for fine in [
        "use crate::core::text::Span;",
        "use super::parse;",
        "// crate::core::rules",
        "use std::fmt;",
        "#[cfg(test)]\nmod tests {\n    use crate::core::rules::check;\n}",
        "pub(in crate::core) use rule;",
    ] {
        assert_eq!(found(fine), [""; 0], "{fine}");
    }
    for (text, refused) in [
        ("use crate::core::rules::check;", "1: `json` may not use `rules`"),
        ("\nuse crate::core::{text::Span, rules::{self, check}};", "2: `json` may not use `rules`"),
        ("use super::super::rules;", "1: `json` may not use `rules`"),
        ("fn f() {\n    crate::core::rules::check();\n}", "2: `json` may not use `rules`"),
        ("use crate::app::Lab;", "1: `core` may not use `app`"),
    ] {
        assert!(found(text).iter().any(|one| one == refused), "{text}: {:?}", found(text));
    }
}
