//! Reads what a page states about itself beside its text: `meta` elements (`citation_*`, Dublin Core, Open Graph), `time` elements
//! and JSON-LD.

use scraper::{Html, Selector};
use serde_json::Value;

use super::space;
use crate::model::DocumentProperties;

/// Longer values state nothing of use.
const LONGEST: usize = 400;

/// The most values of one kind.
const MOST: usize = 16;

/// The largest block of JSON-LD that is read, in bytes.
const LARGEST_JSON: usize = 256 * 1024;

/// The deepest nesting of JSON-LD that is looked at.
const DEEPEST: usize = 8;

/// The kinds of facts.
#[derive(Clone, Copy)]
enum Fact {
    Title,
    Institution,
    Date,
    Journal,
}

/// Names of `meta` elements, in lower case.
const META: &[(&str, Fact)] = &[
    ("citation_title", Fact::Title),
    ("dc.title", Fact::Title),
    ("dcterms.title", Fact::Title),
    ("og:title", Fact::Title),
    ("twitter:title", Fact::Title),
    ("citation_author_institution", Fact::Institution),
    ("citation_publisher", Fact::Institution),
    ("dc.publisher", Fact::Institution),
    ("dcterms.publisher", Fact::Institution),
    ("og:site_name", Fact::Institution),
    ("citation_publication_date", Fact::Date),
    ("citation_date", Fact::Date),
    ("citation_online_date", Fact::Date),
    ("dc.date", Fact::Date),
    ("dcterms.issued", Fact::Date),
    ("article:published_time", Fact::Date),
    ("citation_journal_title", Fact::Journal),
    ("prism.publicationname", Fact::Journal),
];

/// What a page states about itself.
pub(super) fn read(page: &Html) -> DocumentProperties {
    let mut properties = DocumentProperties::default();
    let select = |selector: &str| {
        Selector::parse(selector).map(|selector| page.select(&selector).collect::<Vec<_>>()).unwrap_or_default()
    };
    for element in select("meta[content]") {
        let name = element.attr("name").or_else(|| element.attr("property")).unwrap_or_default().to_ascii_lowercase();
        if let Some((_, fact)) = META.iter().find(|(known, _)| *known == name) {
            add(&mut properties, *fact, element.attr("content").unwrap_or_default());
        }
    }
    for element in select("time[datetime]") {
        add(&mut properties, Fact::Date, element.attr("datetime").unwrap_or_default());
    }
    for script in select("script[type=\"application/ld+json\"]") {
        let text: String = script.text().collect();
        if text.len() <= LARGEST_JSON
            && let Ok(value) = serde_json::from_str::<Value>(&text)
        {
            articles(&value, DEEPEST, &mut properties);
        }
    }
    properties
}

/// Adds what articles inside a JSON-LD value state.
fn articles(value: &Value, deepest: usize, properties: &mut DocumentProperties) {
    if deepest == 0 {
        return;
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| articles(item, deepest - 1, properties)),
        Value::Object(fields) => {
            let kinds = fields.get("@type").map(texts).unwrap_or_default();
            if kinds
                .iter()
                .any(|kind| kind.ends_with("Article") || kind.ends_with("WebPage") || kind.ends_with("PressRelease"))
            {
                let mut of = |field: &str, fact: Fact| {
                    for text in fields.get(field).map(texts).unwrap_or_default() {
                        add(properties, fact, &text);
                    }
                };
                of("headline", Fact::Title);
                of("name", Fact::Title);
                of("datePublished", Fact::Date);
                for publisher in
                    fields.get("publisher").and_then(|publisher| publisher.get("name")).map(texts).unwrap_or_default()
                {
                    add(properties, Fact::Institution, &publisher);
                }
            }
            fields.values().for_each(|inner| articles(inner, deepest - 1, properties));
        }
        _ => {}
    }
}

/// The texts of a value that may be one or a list.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().filter_map(|item| item.as_str().map(str::to_owned)).collect(),
        _ => Vec::new(),
    }
}

fn add(properties: &mut DocumentProperties, fact: Fact, value: &str) {
    let value = space::collapse(&value.replace(char::is_control, " "));
    let list = match fact {
        Fact::Title => &mut properties.titles,
        Fact::Institution => &mut properties.institutions,
        Fact::Date => &mut properties.dates,
        Fact::Journal => &mut properties.journals,
    };
    if !value.is_empty() && value.chars().count() <= LONGEST && list.len() < MOST && !list.contains(&value) {
        list.push(value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_states_facts_in_meta_elements_and_json() {
        let page = Html::parse_document(
            r#"<head><meta name="citation_title" content="氷の 研究"><meta property="og:site_name" content="東都大学">
            <meta name="DC.Date" content="2024-05-01"><meta name="citation_journal_title" content="Sample Ice">
            <meta name="keywords" content="氷"><script type="application/ld+json">{"@graph": [{"@type": ["NewsArticle"],
            "headline": "氷の研究", "datePublished": "2024-05-01T09:00", "publisher": {"name": "東都大学 広報"}}]}</script>
            <script type="application/ld+json">{broken</script>"#,
        );
        let read = read(&page);
        assert_eq!(read.titles, ["氷の 研究", "氷の研究"]);
        assert_eq!(read.institutions, ["東都大学", "東都大学 広報"]);
        assert_eq!(read.dates, ["2024-05-01", "2024-05-01T09:00"]);
        assert_eq!(read.journals, ["Sample Ice"]);
    }
}
