//! What a page says of itself: Open Graph, Twitter card, title, icon, JSON-LD, and the address of its oEmbed data.
//!
//! In: HTML. Out: values, Open Graph first, since it is written for previews.

use std::collections::BTreeMap;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{HtmlString, Spanned, StartTag, Token, Tokenizer};

use super::join::join;
use super::json::leaves_in;
use super::leaf::{Leaf, Scalar};
use crate::core::json::Source;

/// A page repeats pictures and tags.
const MOST: usize = 200;

/// Names of `meta` that say something of the page, with the rank of their family.
const FAMILIES: [&str; 4] = ["og:", "article:", "product:", "twitter:"];
const PLAIN: [&str; 6] = ["title", "description", "author", "application-name", "keywords", "date"];

pub fn leaves(html: &str) -> Vec<Leaf> {
    let page = Page::read(html);
    let mut metas = page.metas.clone();
    metas.sort_by_key(|(name, _)| FAMILIES.iter().position(|family| name.starts_with(family)).unwrap_or(FAMILIES.len()));
    let base = page.base();
    let mut leaves: Vec<Leaf> = Vec::new();
    for (name, text) in metas.into_iter().chain(page.links.iter().cloned()).take(MOST) {
        let text = if is_address(&name) { join(&base, &text) } else { Some(text) };
        if let Some(text) = text.filter(|text| !text.trim().is_empty()) {
            leaves.push(leaf(&name, text, &leaves));
        }
    }
    for data in &page.data {
        if let Ok(root) = Source::new(data.trim()).parse() {
            leaves.extend(leaves_in(&root, "json-ld"));
        }
    }
    leaves.truncate(MOST);
    leaves
}

/// Names of which the value is an address.
fn is_address(name: &str) -> bool {
    ["image", "url", "icon", "canonical", "video", "audio", "secure_url", "src", "oembed"].iter().any(|end| name.ends_with(end))
}

/// A name that was there already gets a number.
fn leaf(name: &str, text: String, before: &[Leaf]) -> Leaf {
    let times = before.iter().filter(|leaf| leaf.path.split('[').next() == Some(name)).count();
    let path = if times == 0 { name.to_owned() } else { format!("{name}[{times}]") };
    let keys: Vec<&str> = name.split(':').filter(|key| *key != "twitter" && *key != "og").collect();
    let keys = if name == "og:url" { vec!["canonical"] } else { keys };
    Leaf::new(path, text, Scalar::Text, &keys)
}

#[derive(Default)]
struct Page {
    /// Name and content.
    metas: Vec<(String, String)>,
    /// The title of the page, its icon, and its other addresses.
    links: Vec<(String, String)>,
    /// JSON-LD.
    data: Vec<String>,
}

/// What the text behind a tag is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    Title,
    Data,
}

impl Page {
    fn read(html: &str) -> Self {
        let mut emitter = DefaultEmitter::default();
        // The text of a script or a title holds no tags.
        emitter.naively_switch_states(true);
        let mut page = Self::default();
        let mut inside = None;
        for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
            match (token, inside) {
                (Token::StartTag(tag), _) => inside = page.tag(&tag),
                (Token::EndTag(_), _) => inside = None,
                (Token::String(text), Some(Inside::Title)) => page.title(&words(&text)),
                (Token::String(text), Some(Inside::Data)) => page.data.push(words(&text)),
                _ => {}
            }
        }
        page
    }

    fn tag(&mut self, tag: &StartTag<()>) -> Option<Inside> {
        let get = |name: &str| attribute(&tag.attributes, name);
        match tag.name.as_slice() {
            b"title" => return Some(Inside::Title),
            b"script" if get("type").is_some_and(|kind| kind == "application/ld+json") => return Some(Inside::Data),
            b"meta" => {
                let name = get("property").or_else(|| get("name")).map(|name| name.to_lowercase());
                if let Some((name, content)) = name.zip(get("content")).filter(|(name, _)| is_known(name)) {
                    self.metas.push((name, content));
                }
            }
            b"link" => self.link(&get("rel").unwrap_or_default().to_lowercase(), get("href"), get("type").as_deref()),
            _ => {}
        }
        None
    }

    fn link(&mut self, rel: &str, href: Option<String>, kind: Option<&str>) {
        let rels: Vec<&str> = rel.split_whitespace().collect();
        let oembed = rels.contains(&"alternate") && kind.is_some_and(|kind| kind.contains("oembed"));
        let name =
            ["canonical", "icon", "apple-touch-icon"].into_iter().find(|name| rels.contains(name)).or(oembed.then_some("oembed"));
        if let Some((name, href)) = name.zip(href) {
            self.links.push((name.to_owned(), href));
        }
    }

    /// Drawings in the page have titles too: the first one is its own.
    fn title(&mut self, text: &str) {
        if !self.links.iter().any(|(name, _)| name == "title") {
            self.links.push(("title".to_owned(), text.trim().to_owned()));
        }
    }

    /// What relative addresses are relative to.
    fn base(&self) -> String {
        let of = |list: &[(String, String)], wanted: &str| {
            list.iter().find(|(name, _)| name == wanted).map(|(_, text)| text.trim().to_owned())
        };
        of(&self.metas, "og:url").or_else(|| of(&self.links, "canonical")).unwrap_or_default()
    }
}

fn is_known(name: &str) -> bool {
    FAMILIES.iter().any(|family| name.starts_with(family)) || PLAIN.contains(&name)
}

fn attribute(attributes: &BTreeMap<HtmlString, Spanned<HtmlString, ()>>, name: &str) -> Option<String> {
    attributes.get(name.as_bytes()).map(|value| words(value))
}

fn words(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
