//! Reads bodies that are JSON or an HTML form.

use std::borrow::Cow;

use actix_web::HttpRequest;
use actix_web::http::header::CONTENT_TYPE;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::http::problem::Problem;

/// Members that are lists even if a form has them only once.
const LISTS: &[&str] = &["text"];
/// The most items of a list in a form.
const MOST_ITEMS: usize = 100;

/// Reads a body as the type the handler needs.
///
/// # Errors
/// `invalid_json` for a body that is neither, or has members of another type.
pub(super) fn read<T: DeserializeOwned>(request: &HttpRequest, bytes: &[u8]) -> Result<T, Problem> {
    let media = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let refused = |error: serde_json::Error| {
        Problem::new("invalid_json", format!("Could not read the body: {error}. Compare it with the protocol."))
    };
    if media.to_ascii_lowercase().starts_with("application/x-www-form-urlencoded") {
        serde_json::from_value(form(&String::from_utf8_lossy(bytes))).map_err(refused)
    } else {
        serde_json::from_slice(bytes).map_err(refused)
    }
}

/// A form as a JSON object. A repeated field becomes a list, and `list[0].name` is a member of an item of a list.
pub(super) fn form(text: &str) -> Value {
    let mut members = Map::new();
    for field in text.split('&').filter(|field| !field.is_empty()) {
        let (name, value) = field.split_once('=').unwrap_or((field, ""));
        let (name, value) = (decoded(name), Value::String(decoded(value)));
        if let Some((list, index, member)) = item(&name) {
            let list = members.entry(list).or_insert_with(|| Value::Array(Vec::new()));
            put(list, index, member, value);
            continue;
        }
        match members.get_mut(&name) {
            Some(Value::Array(list)) => list.push(value),
            Some(one) => *one = Value::Array(vec![one.take(), value]),
            None if LISTS.contains(&name.as_str()) => drop(members.insert(name, Value::Array(vec![value]))),
            None => drop(members.insert(name, value)),
        }
    }
    Value::Object(members)
}

/// `list[0].name` as its three parts.
fn item(name: &str) -> Option<(&str, usize, &str)> {
    let (list, rest) = name.split_once('[')?;
    let (index, member) = rest.split_once("].")?;
    index.parse().ok().filter(|index| *index < MOST_ITEMS).map(|index| (list, index, member))
}

/// Sets the member of an item of a list; items before it that were not named are empty.
fn put(list: &mut Value, index: usize, member: &str, value: Value) {
    let Value::Array(items) = list else { return };
    while items.len() <= index {
        items.push(Value::Object(Map::new()));
    }
    if let Some(Value::Object(item)) = items.get_mut(index) {
        item.insert(member.to_owned(), value);
    }
}

/// Decodes `+` and `%XX`; invalid codes are left as they are.
pub(in crate::http) fn decoded(text: &str) -> String {
    let spaced: Cow<'_, str> =
        if text.contains('+') { Cow::Owned(text.replace('+', " ")) } else { Cow::Borrowed(text) };
    let mut bytes = Vec::with_capacity(spaced.len());
    let mut rest = spaced.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let digit = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16));
        match (byte, digit(ahead.next()), digit(ahead.next())) {
            (b'%', Some(high), Some(low)) => {
                bytes.push(u8::try_from(high * 16 + low).unwrap_or_default());
                rest = ahead;
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{decoded, form};

    #[test]
    fn a_form_is_read_as_the_same_values_as_json() {
        let given = "text=%E8%A6%96%E5%BA%8A+a&text=b%26c&target_lang=EN&x";
        assert_eq!(form(given), json!({"text": ["視床 a", "b&c"], "target_lang": "EN", "x": ""}));
        assert_eq!(form("text=a"), json!({"text": ["a"]}));
        let given = "d%5B1%5D.a=x&d[0].b=y&d%5B1%5D.c=%09&e[999999999].a=1";
        assert_eq!(form(given), json!({"d": [{"b": "y"}, {"a": "x", "c": "\t"}], "e[999999999].a": "1"}));
        for (given, want) in [("100%", "100%"), ("%zz%4", "%zz%4"), ("%F0%A0%AE%B7", "𠮷"), ("%", "%")] {
            assert_eq!(decoded(given), want);
        }
    }
}
