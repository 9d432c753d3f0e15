//! Writes findings as a SARIF 2.1.0 log (OASIS), with columns in UTF-16 code units, help for each rule, and fixes.

use serde_json::{Value, json};

use crate::answer::words::Word;
use crate::answer::{FileFindingAnswer, FileFix, FileLocation, UntranslatedSegmentAnswer};
use crate::model::{Rule, Severity};

/// The log of one run.
pub(super) fn log(
    found: &[FileFindingAnswer],
    untranslated: &[UntranslatedSegmentAnswer],
    problems: &[(String, String)],
) -> Value {
    let rules: Vec<Value> = Rule::ALL.iter().map(|rule| descriptor(*rule)).collect();
    let unread = problems.iter().map(
        |(name, why)| json!({ "level": "error", "message": { "text": format!("`{name}` was not checked: {why}.") } }),
    );
    let left_out = untranslated.iter().map(|segment| {
        json!({
            "level": "warning",
            "message": { "text": "The segment has no translation, so it was not checked." },
            "locations": [{ "physicalLocation": location(&segment.location) }],
        })
    });
    let notes: Vec<Value> = unread.chain(left_out).collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "taiyaku", "semanticVersion": env!("CARGO_PKG_VERSION"), "rules": rules } },
            "columnKind": "utf16CodeUnits",
            "invocations": [{ "executionSuccessful": problems.is_empty(), "toolExecutionNotifications": notes }],
            "results": found.iter().map(result).collect::<Vec<_>>(),
        }],
    })
}

fn descriptor(rule: Rule) -> Value {
    let (short, help) = super::rules::description(rule);
    json!({
        "id": rule.as_str(),
        "shortDescription": { "text": short },
        "help": { "text": help },
        "defaultConfiguration": { "level": level(super::rules::default_severity(rule)) },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information | Severity::Hint => "note",
    }
}

fn result(found: &FileFindingAnswer) -> Value {
    let index = Rule::ALL.iter().position(|rule| *rule == found.rule.into());
    let mut result = json!({
        "ruleId": found.rule.as_str(),
        "ruleIndex": index,
        "level": level(found.severity.into()),
        "message": { "text": found.message },
        "locations": [{ "physicalLocation": location(&found.location) }],
        "partialFingerprints": { "taiyakuKey/v1": found.key },
    });
    if !found.related.is_empty() {
        let related = found.related.iter().enumerate().map(|(id, related)| {
            json!({ "id": id, "physicalLocation": location(&related.location), "message": { "text": related.message } })
        });
        result["relatedLocations"] = related.collect();
    }
    let fixes: Vec<Value> = found.fixes.iter().filter(|fix| !fix.changes.is_empty()).map(fix).collect();
    if !fixes.is_empty() {
        result["fixes"] = fixes.into();
    }
    result
}

fn fix(fix: &FileFix) -> Value {
    let mut files: Vec<(&str, Vec<Value>)> = Vec::new();
    for change in &fix.changes {
        let replacement =
            json!({ "deletedRegion": region(&change.location), "insertedContent": { "text": change.text } });
        match files.iter_mut().find(|(file, _)| *file == change.location.file) {
            Some((_, replacements)) => replacements.push(replacement),
            None => files.push((&change.location.file, vec![replacement])),
        }
    }
    let changes: Vec<Value> = files
        .into_iter()
        .map(|(file, replacements)| json!({ "artifactLocation": { "uri": uri(file) }, "replacements": replacements }))
        .collect();
    json!({ "description": { "text": fix.title }, "artifactChanges": changes })
}

fn location(place: &FileLocation) -> Value {
    json!({ "artifactLocation": { "uri": uri(&place.file) }, "region": region(place) })
}

fn region(place: &FileLocation) -> Value {
    json!({
        "startLine": place.start.line,
        "startColumn": place.start.utf16,
        "endLine": place.end.line,
        "endColumn": place.end.utf16,
    })
}

/// A path as a URI reference (RFC 3986): a relative path stays relative, an absolute one becomes a `file` URL.
fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/');
    let encoded: String = path
        .bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect();
    if encoded.starts_with('/') { format!("file://{encoded}") } else { encoded }
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_become_references() {
        for (path, want) in [
            ("a/b.xlf", "a/b.xlf"),
            ("訳 文.po", "%E8%A8%B3%20%E6%96%87.po"),
            ("/tmp/x.tmx", "file:///tmp/x.tmx"),
            ("a:b.po", "a%3Ab.po"),
        ] {
            assert_eq!(uri(path), want);
        }
    }
}
