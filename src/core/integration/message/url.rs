//! A message that goes through the browser: a URL with its query, or a query alone.

use super::fields::{self, Field};
use super::kind::MessageKind;
use super::reader::Reader;
use super::redirect_uri;
use crate::core::integration::form;
use crate::core::rules::place::quoted;
use crate::core::rules::protocol::{MESSAGE_SHAPE, UNEXPECTED_VALUE};
use crate::core::text::Span;

pub fn read(reader: &mut Reader, text: &str) {
    let address_like = |address: &str| address.contains('/') && !address.contains([' ', '"', '\n']);
    let (text, fragment) = text.split_at(text.find('#').unwrap_or(text.len()));
    // `code=…` alone is a query.
    let is_query = !text.contains('?') && !text.contains('/') && text.contains('=');
    let (address, query) = text.split_at(if is_query { 0 } else { text.find('?').unwrap_or(text.len()) });
    let start = text.len() - query.trim_start_matches('?').len();
    if !address.is_empty() && !address_like(address) {
        // Not quoted, since it may be a secret.
        let message = format!("This is not a URL, but {} is a URL with a query", reader.kind.label());
        return reader.tell(&MESSAGE_SHAPE, Span::new(0, address.len()), message, "Paste it as the browser shows it");
    }
    if !address.is_empty() && !address.starts_with('/') {
        match reader.kind {
            MessageKind::Redirect => back(reader, address),
            _ => there(reader, address),
        }
    }
    if !fragment.is_empty() {
        let span = Span::new(text.len(), text.len() + fragment.len());
        let message = "The part after `#` is never sent".to_owned();
        reader.tell(&MESSAGE_SHAPE, span, message, "Put the parameters after `?`");
        for pair in form::decode(&fragment[1..], text.len() + 1) {
            let field = Field::from(pair);
            fields::fact(reader, &field, "", fields::is_secret(&field.name));
        }
    }
    let mut fields = reader.pairs(&text[start..], start);
    if reader.kind == MessageKind::AuthorizationUrl {
        let own = own_parameters(&reader.known.settings.authorize_url);
        fields.retain(|field| !own.contains(&field.name));
    }
    fields::check(reader, &fields, Span::at(text.len()));
}

/// The parameters in the query of the Authorize URL itself.
fn own_parameters(authorize_url: &str) -> Vec<String> {
    let query = authorize_url.split_once('?').map_or("", |(_, query)| query);
    form::decode(query, 0).into_iter().map(|pair| pair.name).collect()
}

fn there(reader: &mut Reader, address: &str) {
    let setting = reader.known.settings.authorize_url.trim();
    let wanted = setting.split('?').next().unwrap_or(setting);
    reader.fact("URL", address, "the OAuth Authorize URL of the settings", false);
    if !wanted.is_empty() && wanted != address {
        let message = format!("The URL is {}, but the settings have {}", quoted(address), quoted(wanted));
        let help = "Notion sends users to the OAuth Authorize URL of the settings";
        reader.tell(&UNEXPECTED_VALUE, Span::new(0, address.len()), message, help);
    }
}

fn back(reader: &mut Reader, address: &str) {
    reader.fact("URL", address, redirect_uri::says(address).unwrap_or_default(), false);
    let span = Span::new(0, address.len());
    let text = address.to_owned();
    let field = Field { name: String::new(), text, kind: None, pointer: None, name_span: span, span, inside: Vec::new() };
    fields::redirect(reader, "The URL", &field);
}
