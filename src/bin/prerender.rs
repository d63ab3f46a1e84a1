//! Prints the first page as HTML; `cargo xtask prepare` puts it into index.html.
//!
//! For now it prints the frame as it stands in `frame.html`.

fn main() {
    print!("{}", page());
}

fn page() -> String {
    let parts = [
        ("src/app/panes/rules/rules.html", include_str!("../app/panes/rules/rules.html")),
        ("src/app/panes/integration/integration.html", include_str!("../app/panes/integration/integration.html")),
        ("src/app/panes/timeline.html", include_str!("../app/panes/timeline.html")),
        ("src/app/dialogs/templates.html", include_str!("../app/dialogs/templates.html")),
        ("src/app/dialogs/projects.html", include_str!("../app/dialogs/projects.html")),
        ("src/app/dialogs/help.html", include_str!("../app/dialogs/help.html")),
    ];
    parts.into_iter().fold(include_str!("frame.html").to_owned(), |page, (name, html)| {
        page.replace(&format!(r#"<link data-trunk rel="inline" type="html" href="{name}" />"#), html)
    })
}
