//! Writes the term base as SKOS in JSON-LD, one concept a line.
//!
//! Each language has at most one `prefLabel`, its first term that may be used (S14); further ones are `altLabel`, and terms that
//! should not be used are `hiddenLabel`, by which a concept is found and which nobody is shown. No text is two of them (S13). A concept
//! of which nothing may be used is left out. The context stands in the file; nothing is fetched. Identifiers are `urn:taiyaku:`
//! with the name of the project and the number of the concept, which is also its `notation`.

use std::io::{self, BufWriter, Write};

use serde_json::{Map, Value, json};

use crate::exchange::cleaning;
use crate::exchange::export::{Header, ItemWriter, LanguageTerms, Omission, Outcome};
use crate::model::{Concept, Usage};

/// Writes the file; holds one concept at a time.
pub(in crate::exchange) struct Writer<W: Write> {
    out: BufWriter<W>,
    scheme: String,
}

impl<W: Write> Writer<W> {
    /// Writes the context and the scheme.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub(in crate::exchange) fn new(out: W, header: &Header) -> io::Result<Self> {
        let mut out = BufWriter::new(out);
        let by_language = |name: &str| json!({"@id": format!("skos:{name}"), "@container": "@language"});
        let context = json!({
            "skos": "http://www.w3.org/2004/02/skos/core#",
            "dct": "http://purl.org/dc/terms/",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
            "id": "@id",
            "type": "@type",
            "prefLabel": by_language("prefLabel"),
            "altLabel": by_language("altLabel"),
            "hiddenLabel": by_language("hiddenLabel"),
            "definition": by_language("definition"),
            "note": "skos:note",
            "notation": "skos:notation",
            "inScheme": {"@id": "skos:inScheme", "@type": "@id"},
            "subject": "dct:subject",
            "created": {"@id": "dct:created", "@type": "xsd:dateTime"},
            "title": "dct:title",
        });
        let project = cleaning::line(&header.project);
        let scheme = format!("urn:taiyaku:{}", encoded(if project.is_empty() { "term-base" } else { &project }));
        let title = cleaning::line(if header.title.is_empty() { &header.project } else { &header.title });
        let description = json!({
            "id": scheme,
            "type": "skos:ConceptScheme",
            "title": title,
            "created": cleaning::line(&header.generated_at),
        });
        write!(out, "{{\n\"@context\": {context},\n\"@graph\": [\n{description}")?;
        Ok(Self { out, scheme })
    }
}

impl<W: Write> ItemWriter<W> for Writer<W> {
    fn concept(&mut self, concept: &Concept, languages: &[LanguageTerms<'_>]) -> io::Result<Outcome> {
        let [mut preferred, mut other, mut hidden] = [Map::new(), Map::new(), Map::new()];
        for group in languages {
            let lang = group.lang.as_str();
            for selected in &group.terms {
                let text = Value::String(selected.text.clone());
                match selected.term.usage {
                    Usage::Deprecated | Usage::Forbidden => push(&mut hidden, lang, text),
                    _ if !preferred.contains_key(lang) => drop(preferred.insert(lang.to_owned(), text)),
                    _ => push(&mut other, lang, text),
                }
            }
        }
        if preferred.is_empty() {
            return Ok(Outcome::LeftOut(Omission::Discouraged));
        }
        let mut definitions = Map::new();
        for definition in &concept.definitions {
            if let Some(text) = cleaning::filled(&cleaning::lines(&definition.text)) {
                push(&mut definitions, definition.lang.as_str(), Value::String(text));
            }
        }
        let number = concept.id.to_string();
        let mut node = Map::new();
        node.insert("id".to_owned(), Value::String(format!("{}:concept:{number}", self.scheme)));
        node.insert("type".to_owned(), Value::String("skos:Concept".to_owned()));
        node.insert("inScheme".to_owned(), Value::String(self.scheme.clone()));
        node.insert("notation".to_owned(), Value::String(number));
        node.insert("prefLabel".to_owned(), Value::Object(preferred));
        for (name, labels) in [("altLabel", other), ("hiddenLabel", hidden), ("definition", definitions)] {
            if !labels.is_empty() {
                node.insert(name.to_owned(), Value::Object(labels));
            }
        }
        if let Some(field) = concept.field.as_deref().map(cleaning::line).filter(|field| !field.is_empty()) {
            node.insert("subject".to_owned(), Value::String(field));
        }
        let notes: Vec<Value> = concept
            .notes
            .iter()
            .filter_map(|note| cleaning::filled(&cleaning::lines(note)))
            .map(Value::String)
            .collect();
        if !notes.is_empty() {
            node.insert("note".to_owned(), Value::Array(notes));
        }
        write!(self.out, ",\n{}", Value::Object(node))?;
        Ok(Outcome::Written)
    }

    fn finish(mut self: Box<Self>) -> io::Result<W> {
        self.out.write_all(b"\n]\n}\n")?;
        let mut out = self.out.into_inner().map_err(io::IntoInnerError::into_error)?;
        out.flush()?;
        Ok(out)
    }
}

/// Adds a text of a language.
fn push(labels: &mut Map<String, Value>, lang: &str, text: Value) {
    match labels.entry(lang).or_insert_with(|| Value::Array(Vec::new())) {
        Value::Array(texts) if !texts.contains(&text) => texts.push(text),
        _ => {}
    }
}

/// A name as a part of a URN: letters, digits and hyphens, everything else as percent-encoded bytes.
fn encoded(name: &str) -> String {
    let mut encoded = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_') {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}
