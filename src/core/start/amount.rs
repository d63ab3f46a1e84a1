//! Amounts of money as people read them.

use super::data::Data;
use super::leaf::{Leaf, Scalar};

const CURRENCY: [&str; 3] = ["currency", "currency_code", "price_currency"];
/// Currencies without a smaller unit.
const WHOLE: [&str; 8] = ["clp", "isk", "jpy", "krw", "pyg", "ugx", "vnd", "xaf"];
const SYMBOLS: [(&str, &str); 6] = [("eur", "€"), ("gbp", "£"), ("ils", "₪"), ("inr", "₹"), ("jpy", "¥"), ("usd", "$")];

/// Whether a number is an amount: its name says so, or a currency stands beside it.
pub fn is_amount(data: &Data, leaf: &Leaf) -> bool {
    let named = leaf.keys.iter().any(|key| key.contains("price") || key.contains("cost"));
    leaf.is_numeric() && (named || data.beside(leaf, &CURRENCY).is_some())
}

/// `1099` beside `usd` → `$10.99`; `20` beside `CHF` → `20 CHF`.
pub fn amount(data: &Data, leaf: &Leaf) -> String {
    let currency = data.beside(leaf, &CURRENCY).filter(|currency| is_code(&currency.text)).map(|currency| currency.text.as_str());
    let code = currency.unwrap_or_default().to_lowercase();
    let digits = if in_cents(leaf, currency.unwrap_or_default()) && !WHOLE.contains(&&*code) {
        major(&leaf.text)
    } else {
        leaf.text.clone()
    };
    match SYMBOLS.iter().find(|(known, _)| *known == code) {
        Some((_, symbol)) => format!("{symbol}{digits}"),
        None if code.is_empty() => digits,
        None => format!("{digits} {}", code.to_uppercase()),
    }
}

fn is_code(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// Services that count in the smallest unit write whole numbers, and most of them currencies in lower case.
fn in_cents(leaf: &Leaf, currency: &str) -> bool {
    let says = leaf.last().contains("cents") || leaf.last().contains("minor");
    let lower = currency.bytes().any(|byte| byte.is_ascii_lowercase());
    leaf.scalar == Scalar::Number && leaf.is_integer() && (says || lower)
}

/// `1099` → `10.99`
fn major(cents: &str) -> String {
    let padded = format!("{cents:0>3}");
    let (whole, rest) = padded.split_at(padded.len() - 2);
    format!("{whole}.{rest}")
}
