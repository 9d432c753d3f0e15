//! What in an XLIFF 2 file is not as its standard and the modules for glossaries and matches have it. None of it keeps a
//! segment from being read, so it is told beside them.

use std::collections::HashSet;

use crate::exchange::xml::{Tag, Token, WholeFile};

/// How many deviations of a file are told.
const TOLD: usize = 20;

/// The states a segment may be in.
const STATES: [&str; 4] = ["initial", "translated", "reviewed", "final"];

/// The namespace of the module for glossaries, and its elements.
const GLOSSARY: &str = "urn:oasis:names:tc:xliff:glossary:2.0";
const OF_GLOSSARY: [&str; 5] = ["glossary", "glossEntry", "term", "translation", "definition"];

/// The values of a match that are percentages.
const PERCENTAGES: [&str; 3] = ["matchQuality", "matchSuitability", "similarity"];

/// The deviations of a file, each with its offset, in the order of the file.
pub(super) fn deviations(text: &str) -> Vec<(usize, String)> {
    let (mut tokens, mut flaws, mut found) = (WholeFile::new(text), Vec::new(), Deviations::default());
    while let Some(token) = tokens.next(&mut flaws) {
        match token {
            Token::Start(tag) if tag.local() == "xliff" && !found.is_version_2 => {
                found.is_version_2 = tag.attribute("version").is_some_and(|version| version.starts_with('2'));
                if !found.is_version_2 {
                    return Vec::new();
                }
                found.has_target_language = tag.attribute("trgLang").is_some();
                found.declare(&tag);
            }
            Token::Start(tag) => found.open(&tag),
            Token::End { name, .. } => found.close(name.rsplit(':').next().unwrap_or(name)),
            _ => {}
        }
    }
    found.told.sort();
    found.told
}

/// What is known between two tokens.
#[derive(Debug, Default)]
struct Deviations {
    told: Vec<(usize, String)>,
    is_version_2: bool,
    has_target_language: bool,
    /// The prefixes of the module for glossaries, each with its colon.
    prefixes: Vec<String>,
    /// The entry that is open, and whether it says more than its term.
    entry: Option<(usize, bool)>,
    /// The identifiers of a unit, and what its matches point to.
    marked: HashSet<String>,
    referred: Vec<(usize, String)>,
}

impl Deviations {
    fn tell(&mut self, at: usize, problem: String) {
        if self.told.len() < TOLD {
            self.told.push((at, problem));
        }
    }

    /// Takes note of the prefixes an element declares.
    fn declare(&mut self, tag: &Tag<'_>) {
        tag.each_attribute(|name, value| {
            if let Some(prefix) = name.strip_prefix("xmlns:").filter(|_| value == GLOSSARY) {
                let prefix = format!("{prefix}:");
                if !self.prefixes.contains(&prefix) {
                    self.prefixes.push(prefix);
                }
            }
        });
    }

    fn open(&mut self, tag: &Tag<'_>) {
        let (name, at) = (tag.local(), tag.span.start);
        if tag.attributes.contains("xmlns:") && self.prefixes.len() < TOLD {
            self.declare(tag);
        }
        if self.prefixes.iter().any(|prefix| tag.name.starts_with(prefix.as_str())) && !OF_GLOSSARY.contains(&name) {
            self.tell(at, format!("`<{}>` is no element of the module for glossaries.", start_of(tag.name)));
        }
        match name {
            "segment" => {
                if let Some(state) = tag.attribute("state").filter(|state| !STATES.contains(&state.as_str())) {
                    let states = STATES.join("`, `");
                    self.tell(at, format!("`{}` is no state of a segment, which are `{states}`.", start_of(&state)));
                }
            }
            "target" if !self.has_target_language => {
                self.has_target_language = true;
                self.tell(at, "There is a `<target>`, but `<xliff>` names no language of it (`trgLang`).".to_owned());
            }
            "glossEntry" if !tag.empty => self.entry = Some((at, false)),
            "translation" | "definition" => {
                if let Some((_, says_more)) = &mut self.entry {
                    *says_more = true;
                }
            }
            "match" => self.open_match(tag),
            "unit" => self.end_unit(),
            "mrk" | "sm" | "pc" | "sc" | "ph" | "ec" => self.marked.extend(tag.attribute("id")),
            _ => {}
        }
    }

    fn open_match(&mut self, tag: &Tag<'_>) {
        let at = tag.span.start;
        for name in PERCENTAGES {
            let Some(value) = tag.attribute(name) else { continue };
            if value.trim().parse::<f64>().map_or(true, |value| !(0.0..=100.0).contains(&value)) {
                self.tell(at, format!("`{name}` is `{}`, which is no percentage.", start_of(&value)));
            }
        }
        if let Some(target) = tag.attribute("ref")
            && let Some(id) = target.strip_prefix('#')
            && self.told.len() + self.referred.len() < TOLD
        {
            self.referred.push((at, id.to_owned()));
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "glossEntry" => {
                if let Some((at, false)) = self.entry.take() {
                    let problem = "An entry of the glossary has neither a translation nor a definition.";
                    self.tell(at, problem.to_owned());
                }
            }
            "unit" => self.end_unit(),
            _ => {}
        }
    }

    fn end_unit(&mut self) {
        let marked = std::mem::take(&mut self.marked);
        for (at, id) in std::mem::take(&mut self.referred) {
            if !marked.contains(&id) {
                self.tell(at, format!("A match refers to `#{}`, which its unit does not have.", start_of(&id)));
            }
        }
    }
}

/// The beginning of what a file says, for a message.
fn start_of(text: &str) -> String {
    text.chars().take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::deviations;

    #[test]
    fn what_is_not_as_the_standard_has_it_is_told() {
        let file = |root: &str, inside: &str| {
            format!(
                "<xliff version=\"2.1\" srcLang=\"ja\" {root} xmlns:g=\"urn:oasis:names:tc:xliff:glossary:2.0\"><file id=\"f\"><unit id=\"1\">{inside}</unit></file></xliff>"
            )
        };
        let segment = "<segment state=\"final\"><source><mrk id=\"m\">甲</mrk></source><target>a</target></segment>";
        let to = "trgLang=\"en\"";
        for (root, inside, want) in [
            (to, segment.to_owned(), &[][..]),
            ("", format!("{segment}{segment}"), &["`trgLang`"]),
            (to, segment.replace("final", "done"), &["`done` is no state"]),
            (
                to,
                format!("<g:glossary><g:glossEntry><g:term>甲</g:term></g:glossEntry></g:glossary>{segment}"),
                &["neither"],
            ),
            (
                to,
                format!(
                    "<g:glossary><g:glossEntry><g:term>甲</g:term><g:translation>a</g:translation></g:glossEntry></g:glossary>{segment}"
                ),
                &[],
            ),
            (to, format!("<g:glossary><g:entry/></g:glossary>{segment}"), &["`<g:entry>`"]),
            (to, format!("<mtc:match ref=\"#m\" similarity=\"87.0\"/>{segment}"), &[]),
            (to, format!("<mtc:match ref=\"#z\" matchQuality=\"187\"/>{segment}"), &["`#z`", "`187`"]),
        ] {
            let mut found = deviations(&file(root, &inside));
            found.sort_by(|a, b| a.1.cmp(&b.1));
            let is_same =
                found.len() == want.len() && found.iter().zip(want).all(|((_, said), want)| said.contains(want));
            assert!(is_same, "{inside}: {found:?}");
        }
        assert_eq!(deviations("<xliff version=\"1.2\"><target/></xliff>"), []);
        let many = "<segment state=\"x\"/>".repeat(1_000);
        assert_eq!(deviations(&file(to, &many)).len(), 20);
    }
}
