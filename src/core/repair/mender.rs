//! Walks the tokens as a parser would, and notes an edit wherever JSON needs something else.

use super::characters::{escape, has_quotes, holds_backslashes, is_word, raw, unescaped};
use super::quotes::{is_plausible, swallows};
use super::{Mend, What};
use crate::core::edit::Edit;
use crate::core::json::lex::{Container, Lexer, Token, TokenKind};
use crate::core::json::{fault, number};
use crate::core::text::Span;

/// What JSON expects next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wait {
    /// An element, a name, or the value of the text.
    Item,
    Colon,
    /// The value of a property.
    Value,
    /// A comma or a closing bracket.
    Behind,
}

pub(super) struct Mender<'t> {
    text: &'t str,
    from: usize,
    mends: Vec<Mend>,
    open: Vec<Container>,
    wait: Wait,
    /// The comma before the item.
    comma: Option<Span>,
    /// The name behind an inserted comma: without a colon of its own it is none.
    bare_name: bool,
    /// How many mends there were behind the last whole member, and its last token.
    whole: Option<(usize, Token)>,
    /// The token before, and the first one.
    last: Option<Token>,
    root: Option<Token>,
}

impl<'t> Mender<'t> {
    pub(super) fn new(text: &'t str, from: usize) -> Self {
        Self {
            text,
            from,
            mends: Vec::new(),
            open: Vec::new(),
            wait: Wait::Item,
            comma: None,
            bare_name: false,
            whole: None,
            last: None,
            root: None,
        }
    }

    /// The edits, in any order; `None` if it would have to guess.
    pub(super) fn mend(mut self) -> Option<Vec<Mend>> {
        for token in Lexer::new(self.text, self.from) {
            match token.kind {
                TokenKind::Comment => self.remove_comment(token.span),
                TokenKind::Blank => self.note(token.span, " ", What::Space),
                _ => {
                    self.step(token)?;
                    self.last = Some(token);
                    self.root = self.root.or(self.last);
                }
            }
        }
        self.end()?;
        Some(self.mends)
    }

    fn note(&mut self, span: Span, text: impl Into<String>, what: What) {
        self.mends.push(Mend::new(span, text, what));
    }

    /// An edit that belongs to the one before it.
    fn also(&mut self, span: Span, text: &str) {
        self.mends.push(Mend { edit: Edit { span, text: text.to_owned() }, what: None });
    }

    /// Behind the last token that is kept.
    fn insert(&mut self, text: &str, what: What) {
        let end = self.last.map_or(self.from, |token| token.span.end);
        self.note(Span::at(end), text, what);
    }

    fn step(&mut self, token: Token) -> Option<()> {
        if self.touches_quotes(token) {
            return None;
        }
        match self.wait {
            Wait::Item => self.item(token),
            Wait::Colon => self.colon(token),
            Wait::Value => self.value(token),
            Wait::Behind => self.behind(token),
        }
    }

    /// A word or a text right behind a closing quote, or a text right behind a word: the quotes are paired wrongly.
    fn touches_quotes(&self, token: Token) -> bool {
        let is_text = |token: Token| matches!(token.kind, TokenKind::Quoted { .. });
        let is_word = |token: Token| token.kind == TokenKind::Bare;
        let touching = self.last.filter(|last| last.span.end == token.span.start);
        touching.is_some_and(|last| is_text(last) && (is_text(token) || is_word(token)) || is_word(last) && is_text(token))
    }

    fn item(&mut self, token: Token) -> Option<()> {
        match token.kind {
            TokenKind::Close(container) => {
                self.drop_comma();
                self.close(token, container)
            }
            TokenKind::Comma if !self.open.is_empty() => {
                self.note(token.span, "", What::StrayComma);
                Some(())
            }
            _ if matches!(token.text(self.text), "…" | "...") && !self.open.is_empty() => {
                self.note(token.span, "", What::LeftOut);
                Some(())
            }
            _ if self.open.last() == Some(&Container::Object) => self.name(token),
            _ => self.value(token),
        }
    }

    fn drop_comma(&mut self) {
        if let Some(comma) = self.comma.take() {
            self.note(comma, "", What::TrailingComma);
        }
    }

    fn name(&mut self, token: Token) -> Option<()> {
        match token.kind {
            // A name without its closing quote may end anywhere.
            TokenKind::Quoted { quote, closed: true } if !has_quotes(token.text(self.text)) => {
                self.mend_string(token, quote, true)?;
            }
            TokenKind::Bare if is_word(token.text(self.text)) => self.quote(token, What::Name),
            _ => return None,
        }
        self.wait = Wait::Colon;
        Some(())
    }

    fn colon(&mut self, token: Token) -> Option<()> {
        self.wait = Wait::Value;
        let bare_name = std::mem::take(&mut self.bare_name);
        match token.kind {
            TokenKind::Colon => {}
            TokenKind::Mark if token.text(self.text) == "=" => self.note(token.span, ":", What::Separator),
            _ if token.starts_value() && !bare_name => {
                self.insert(":", What::Colon);
                return self.value(token);
            }
            _ => return None,
        }
        Some(())
    }

    fn value(&mut self, token: Token) -> Option<()> {
        let behind_equals = self.last.is_some_and(|last| last.text(self.text) == "=" && last.span.end == token.span.start);
        match token.kind {
            TokenKind::Open(container) => {
                self.open.push(container);
                self.wait = Wait::Item;
                self.comma = None;
                self.whole = Some((self.mends.len(), token));
                return Some(());
            }
            TokenKind::Quoted { quote, closed } => self.mend_string(token, quote, closed)?,
            TokenKind::Bare => self.mend_word(token)?,
            // `=>`
            TokenKind::Mark if behind_equals && token.text(self.text) == ">" => {
                self.also(token.span, "");
                return Some(());
            }
            _ => return None,
        }
        self.wait = Wait::Behind;
        Some(())
    }

    fn behind(&mut self, token: Token) -> Option<()> {
        if self.open.is_empty() && matches!(token.kind, TokenKind::Comma | TokenKind::Open(_)) {
            self.wrap_in_array()?;
        }
        self.wait = Wait::Behind;
        self.whole = self.last.map(|last| (self.mends.len(), last));
        match token.kind {
            TokenKind::Comma => self.next_item(token.span),
            TokenKind::Close(container) => return self.close(token, container),
            TokenKind::Mark if token.text(self.text) == ";" && self.open.is_empty() => self.note(token.span, "", What::Semicolon),
            TokenKind::Mark if token.text(self.text) == ";" => {
                self.note(token.span, ",", What::Separator);
                self.wait = Wait::Item;
                // Not as a comma: the last one would be removed and rewritten at once.
                self.comma = None;
            }
            _ if token.starts_value() && !self.open.is_empty() && !self.continues_words(token) => {
                self.insert(",", What::Comma);
                self.wait = Wait::Item;
                self.comma = None;
                self.bare_name = self.open.last() == Some(&Container::Object);
                return self.item(token);
            }
            _ => return None,
        }
        Some(())
    }

    fn next_item(&mut self, comma: Span) {
        self.wait = Wait::Item;
        self.comma = Some(comma);
    }

    /// `hello world` may be one text or two.
    fn continues_words(&self, token: Token) -> bool {
        let both = |last: &Token| last.kind == TokenKind::Bare && token.kind == TokenKind::Bare;
        self.last.filter(both).is_some_and(|last| !self.text[last.span.end..token.span.start].contains('\n'))
    }

    /// Several objects in a row become the elements of an array.
    fn wrap_in_array(&mut self) -> Option<()> {
        let root = self.root.filter(|root| root.kind == TokenKind::Open(Container::Object))?;
        self.note(Span::at(root.span.start), "[", What::Array);
        self.open.push(Container::Array);
        Some(())
    }

    fn close(&mut self, token: Token, container: Container) -> Option<()> {
        self.wait = Wait::Behind;
        self.last?;
        match self.open.iter().rposition(|open| *open == container) {
            Some(index) => {
                self.close_down_to(index + 1, What::Bracket);
                self.open.pop();
            }
            None => match self.open.pop() {
                Some(open) => self.note(token.span, open.close(), What::MatchingBracket),
                None => self.note(token.span, "", What::StrayBracket),
            },
        }
        Some(())
    }

    fn close_down_to(&mut self, depth: usize, what: What) {
        while self.open.len() > depth {
            let close = self.open.pop().map(Container::close);
            self.insert(&close.map(String::from).unwrap_or_default(), what);
        }
    }

    fn end(&mut self) -> Option<()> {
        match self.wait {
            Wait::Item if self.open.is_empty() => return None,
            Wait::Item => self.drop_comma(),
            Wait::Colon | Wait::Value => self.drop_unfinished()?,
            Wait::Behind => {}
        }
        let wrapped = self.mends.iter().any(|mend| mend.what == Some(What::Array));
        self.close_down_to(usize::from(wrapped), What::Bracket);
        if let (true, Some(last)) = (!self.open.is_empty(), self.last) {
            self.also(Span::at(last.span.end), "]");
        }
        Some(())
    }

    /// The text ends behind a name: nobody knows the value, so the name goes.
    fn drop_unfinished(&mut self) -> Option<()> {
        let (kept, from) = self.whole?;
        self.mends.truncate(kept);
        self.note(Span::new(from.span.end, self.text.trim_end().len()), "", What::Unfinished);
        self.last = Some(from);
        Some(())
    }

    fn mend_word(&mut self, token: Token) -> Option<()> {
        let word = token.text(self.text);
        if matches!(word, "true" | "false" | "null") || number::is_number(word) {
            return Some(());
        }
        match fault::word_in_json(word) {
            Some(json) if number::is_meant(word) => self.note(token.span, json, What::Number),
            Some(json) if json == "null" && !matches!(word, "None" | "nil" | "NULL" | "Null") => {
                self.note(token.span, json, What::Null);
            }
            Some(json) => self.note(token.span, json, What::Word),
            // A word alone is no payload.
            None if is_word(word) && !self.open.is_empty() => self.quote(token, What::WordInQuotes),
            None => return None,
        }
        Some(())
    }

    fn quote(&mut self, token: Token, what: What) {
        self.note(Span::at(token.span.start), "\"", what);
        self.also(Span::at(token.span.end), "\"");
    }

    fn mend_string(&mut self, token: Token, quote: char, closed: bool) -> Option<()> {
        let open = Span::new(token.span.start, token.span.start + quote.len_utf8());
        let closing = if closed { self.text[..token.span.end].chars().next_back().map_or(0, char::len_utf8) } else { 0 };
        let close = Span::new(token.span.end - closing, token.span.end);
        if quote != '"' {
            self.note(open, "\"", What::Quotes);
        }
        let content = &self.text[open.end..close.start];
        if quote == '"' && (swallows(&unescaped(content)) || !is_plausible(&unescaped(content))) {
            return None;
        }
        self.mend_characters(Span::new(open.end, close.start), quote);
        if !closed {
            self.note(close, "\"", What::CloseString);
        } else if !self.text[close.start..].starts_with('"') {
            self.also(close, "\"");
        }
        Some(())
    }

    fn mend_characters(&mut self, span: Span, quote: char) {
        let literal = holds_backslashes(&self.text[span.start..span.end]);
        let mut at = span.start;
        while at < span.end {
            let rest = &self.text[at..span.end];
            let Some(c) = rest.chars().next() else { break };
            let (length, mended) = match c {
                '\\' if literal => (1, Some("\\\\".to_owned())),
                '\\' => escape(rest),
                _ => (c.len_utf8(), raw(rest, c)),
            };
            let what = match c {
                '"' if quote == '"' => What::EscapeQuote,
                '\\' if literal => What::Backslash,
                _ => What::Escape,
            };
            if let Some(mended) = mended {
                self.note(Span::new(at, at + length), mended, what);
            }
            at += length;
        }
    }

    /// With the white space before it, and with the whole line if it is alone there.
    fn remove_comment(&mut self, comment: Span) {
        let before = self.text[self.from..comment.start].trim_end_matches([' ', '\t']);
        let start = self.from + before.len();
        let rest = &self.text[comment.end..];
        let line_break = if rest.starts_with("\r\n") { 2 } else { usize::from(rest.starts_with('\n')) };
        let alone = before.is_empty() || before.ends_with('\n');
        self.note(Span::new(start, comment.end + if alone { line_break } else { 0 }), "", What::Comment);
    }
}
