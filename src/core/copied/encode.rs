//! Encodings that clients apply themselves. Variables stay as they are, since nobody knows their values.

use base64::prelude::{BASE64_STANDARD, Engine};

use super::traced::Traced;

/// A name or a value of a form. A space is `%20`, as curl writes it, since people write `+` by mistake.
pub fn form(text: &Traced) -> Traced {
    text.mapped(|piece| form_urlencoded::byte_serialize(piece.as_bytes()).collect::<String>().replace('+', "%20"))
}

/// `name=value`, both encoded.
pub fn pair(name: &Traced, value: &Traced) -> Traced {
    let mut pair = form(name);
    pair.push('=', value.start());
    pair.append(&form(value));
    pair
}

/// Pairs behind other pairs.
pub fn joined(before: &Traced, more: &Traced) -> Traced {
    let mut joined = before.clone();
    if !before.is_empty() {
        joined.push('&', more.start());
    }
    joined.append(more);
    joined
}

pub fn bearer(token: &Traced) -> Traced {
    let mut value = Traced::constant("Bearer ", token.start());
    value.append(token);
    value
}

/// The value of `Authorization` for `ID:SECRET`; with a variable in it, `Basic base64(ID:$SECRET)`.
pub fn basic(credentials: &Traced) -> Traced {
    let mut value = Traced::constant("Basic ", credentials.start());
    value.append(&base64(credentials));
    value
}

pub fn base64(text: &Traced) -> Traced {
    if !text.has_variables() {
        return Traced::instead(&BASE64_STANDARD.encode(text.as_str()), text);
    }
    let mut value = Traced::constant("base64(", text.start());
    value.append(text);
    value.push(')', text.start());
    value
}

/// A URL with pairs added to its query.
pub fn with_query(url: &Traced, query: &Traced) -> Traced {
    if query.is_empty() {
        return url.clone();
    }
    let end = url.as_str().find('#').unwrap_or(url.as_str().len());
    let mut whole = url.cut(0, end);
    let joint = match whole.as_str() {
        open if open.ends_with(['?', '&']) => "",
        open if open.contains('?') => "&",
        _ => "?",
    };
    whole.push_str(joint, query.start());
    whole.append(query);
    whole.append(&url.cut(end, url.as_str().len()));
    whole
}
