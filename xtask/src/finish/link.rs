//! The texts that name the parts: the link script, the program's script, and the page.

/// Under this name wasm-split knows the script that loads the parts.
const SPLIT: &str = "./__wasm_split.js";

/// The link script with other names of the parts; each pair is what a part was called and what it is called now.
pub fn renamed(link: &str, parts: &[(String, String)]) -> String {
    parts.iter().fold(link.to_owned(), |link, (from, to)| link.replace(&format!("\"./{from}\""), &format!("\"./{to}\"")))
}

/// Whether wasm-bindgen's script loads parts at all.
pub fn is_linked(script: &str) -> bool {
    script.contains(&import(SPLIT))
}

/// wasm-bindgen's script, with the link script under its new name. The import object names it too, and there it stays: that is
/// the name of a module inside the wasm.
pub fn linked(script: &str, link: &str) -> String {
    script.replace(&import(SPLIT), &import(&format!("./{link}")))
}

fn import(module: &str) -> String {
    format!("from \"{module}\"")
}

/// The page, which asks for the link script at once and not only when the program's script has come.
pub fn preloaded(page: &str, link: &str) -> String {
    page.replacen("</head>", &format!("<link rel=\"modulepreload\" href=\"./{link}\" crossorigin=\"anonymous\"></head>"), 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_link_script_takes_the_new_names() {
        let link = r#"fetch(new URL("./split_a.wasm", import.meta.url)), fetch(new URL("./split_ab.wasm", import.meta.url))"#;
        let parts = [("split_a.wasm", "split_a-1.wasm"), ("split_ab.wasm", "split_ab-1.wasm")];
        let parts = parts.map(|(from, to)| (from.to_owned(), to.to_owned()));
        assert_eq!(
            renamed(link, &parts),
            r#"fetch(new URL("./split_a-1.wasm", import.meta.url)), fetch(new URL("./split_ab-1.wasm", import.meta.url))"#
        );
    }

    #[test]
    fn the_script_keeps_the_name_that_the_wasm_knows() {
        let script = "import * as split from \"./__wasm_split.js\"\nconst imports = { \"./__wasm_split.js\": split };";
        assert!(is_linked(script));
        assert_eq!(
            linked(script, "split-1.js"),
            "import * as split from \"./split-1.js\"\nconst imports = { \"./__wasm_split.js\": split };"
        );
        assert!(!is_linked("const imports = {};"));
    }

    #[test]
    fn the_page_asks_for_the_link_script() {
        let page = preloaded("<head><title>Lab</title></head><body></body>", "split-1.js");
        assert_eq!(
            page,
            r#"<head><title>Lab</title><link rel="modulepreload" href="./split-1.js" crossorigin="anonymous"></head><body></body>"#
        );
    }
}
