//! Access to the objects of a PDF through references. Never panics and never loops.

use lopdf::{Dictionary, Document, Object, Stream};

/// Maximum number of references or parents that are followed.
const STEPS: usize = 32;

/// The object at the end of a chain of references.
pub(super) fn resolve<'a>(document: &'a Document, mut object: &'a Object) -> Option<&'a Object> {
    for _ in 0..STEPS {
        match object {
            Object::Reference(id) => object = document.objects.get(id)?,
            found => return Some(found),
        }
    }
    None
}

/// The value of a key, with references resolved.
pub(super) fn get<'a>(document: &'a Document, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    resolve(document, dictionary.get(key).ok()?)
}

/// The value of a key, if it is a dictionary.
pub(super) fn dictionary<'a>(document: &'a Document, of: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
    match get(document, of, key)? {
        Object::Dictionary(found) => Some(found),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

/// The value of a key of a page, its own or inherited from a parent.
pub(super) fn inherited<'a>(document: &'a Document, page: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    let mut current = page;
    for _ in 0..STEPS {
        if let Some(found) = get(document, current, key) {
            return Some(found);
        }
        current = dictionary(document, current, b"Parent")?;
    }
    None
}

/// The content streams of a page.
pub(super) fn contents<'a>(document: &'a Document, page: &'a Dictionary) -> Vec<&'a Stream> {
    match get(document, page, b"Contents") {
        Some(Object::Stream(stream)) => vec![stream],
        Some(Object::Array(parts)) => {
            parts.iter().filter_map(|part| resolve(document, part)).filter_map(|part| part.as_stream().ok()).collect()
        }
        _ => Vec::new(),
    }
}

/// An integer or real number.
pub(super) fn number(object: &Object) -> Option<f32> {
    match object {
        #[expect(clippy::cast_precision_loss, reason = "page coordinates are small")]
        Object::Integer(value) => Some(*value as f32),
        Object::Real(value) => Some(*value),
        _ => None,
    }
}
