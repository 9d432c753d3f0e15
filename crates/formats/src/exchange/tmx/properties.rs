//! What a unit says about itself, in the attributes and properties translation tools write.
//!
//! | information | attributes and properties |
//! | --- | --- |
//! | date, author | `changedate` or `creationdate`, whichever is later; `changeid`, else `creationid` |
//! | key | `tuid`; property `id` (`OmegaT`) |
//! | field | `x-domain`, `domain`, `x-subject`, `subject`, `x-field` … (memoQ, Trados `x-Domain:SinglePicklist`) |
//! | document | `x-document` (memoQ), `file` (`OmegaT`), `x-filename`, `tmgr:docname` (`OpenTM2`) |
//! | review | `x-review` (our own exports) |
//! | neighbours | `x-context-pre`, `x-context-post` (memoQ, `MyMemory`), `prev`, `next` (`OmegaT`), `x-prev`, `x-next` |

use crate::exchange::cleaning::filled;
use crate::exchange::xml::text_of_markup;
use crate::model::Review;

/// What a unit, or one of its texts, says about itself.
#[derive(Debug, Default)]
pub(super) struct Properties {
    /// The later of its dates, RFC 3339.
    pub(super) date: Option<String>,
    /// Who changed it last.
    changed_by: Option<String>,
    /// Who created it.
    created_by: Option<String>,
    /// Its key in the program it comes from.
    pub(super) key: Option<String>,
    /// Subject field.
    pub(super) field: Option<String>,
    /// Document.
    pub(super) document: Option<String>,
    /// Its review, in the words of our own exports.
    pub(super) review: Option<Review>,
    /// Source text before it.
    pub(super) before: Option<String>,
    /// Source text after it.
    pub(super) after: Option<String>,
}

impl Properties {
    /// Who changed it last, else who created it.
    pub(super) fn author(&self) -> Option<&String> {
        self.changed_by.as_ref().or(self.created_by.as_ref())
    }

    /// Adds an attribute of `tu` or `tuv`.
    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        match name {
            "creationdate" | "changedate" => {
                let date = rfc3339(value.trim());
                if date > self.date {
                    self.date = date;
                }
            }
            "changeid" => self.changed_by = filled(value),
            "creationid" => self.created_by = filled(value),
            "tuid" => self.key = filled(value).or(self.key.take()),
            _ => {}
        }
    }

    /// Adds a property; the first of its kind counts.
    pub(super) fn property(&mut self, name: &str, value: &str) {
        // `x-Domain:SinglePicklist` is `domain` of a certain type, `tmgr:docname` a name with a prefix.
        let name = name.trim().to_ascii_lowercase();
        let name = name.strip_prefix("x-").or(name.strip_prefix("tmgr:")).unwrap_or(&name);
        let name = name.split(':').next().unwrap_or_default();
        if name == "review" {
            self.review = self.review.or(Review::from_word(value.trim()));
            return;
        }
        let field = match name {
            "domain" | "subject" | "field" | "subjectfield" => &mut self.field,
            "document" | "file" | "filename" | "docname" => &mut self.document,
            "id" => &mut self.key,
            "context-pre" | "prev" => &mut self.before,
            "context-post" | "next" => &mut self.after,
            _ => return,
        };
        if field.is_none() {
            let neighbour = matches!(name, "context-pre" | "prev" | "context-post" | "next");
            *field = if neighbour { filled(&text_of_markup(value)) } else { filled(value) };
        }
    }
}

/// `20260401T090000Z` as RFC 3339; none for anything else. A time without zone is taken for UTC, as TMX asks.
fn rfc3339(date: &str) -> Option<String> {
    let digits: String = date.chars().filter(|c| !matches!(c, '-' | ':')).collect();
    let digits = digits.strip_suffix('Z').unwrap_or(&digits);
    let (day, hour) = digits.split_once('T').unwrap_or((digits, "000000"));
    let number =
        |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse::<u32>().ok()).flatten();
    if day.len() != 8 || hour.len() != 6 {
        return None;
    }
    let part = |text: &str, from: usize, to: usize| text.get(from..to).and_then(number);
    let (month, monthday) = (part(day, 4, 6)?, part(day, 6, 8)?);
    let (hours, minutes, seconds) = (part(hour, 0, 2)?, part(hour, 2, 4)?, part(hour, 4, 6)?);
    let is_valid =
        (1..=12).contains(&month) && (1..=31).contains(&monthday) && hours < 24 && minutes < 60 && seconds <= 60;
    let year = part(day, 0, 4)?;
    is_valid.then(|| format!("{year:04}-{month:02}-{monthday:02}T{hours:02}:{minutes:02}:{seconds:02}Z"))
}

#[cfg(test)]
mod tests {
    use super::{Properties, rfc3339};

    #[test]
    fn dates_of_every_tool_are_read_and_anything_else_is_left_out() {
        for (given, want) in [
            ("20260401T090000Z", Some("2026-04-01T09:00:00Z")),
            ("20260401T090000", Some("2026-04-01T09:00:00Z")),
            ("2026-04-01T09:00:00Z", Some("2026-04-01T09:00:00Z")),
            ("20260401", Some("2026-04-01T00:00:00Z")),
            ("20261301T090000Z", None),
            ("20260401T250000Z", None),
            ("昨日", None),
            ("2026０401", None),
            ("", None),
        ] {
            assert_eq!(rfc3339(given).as_deref(), want, "{given}");
        }
    }

    #[test]
    fn properties_of_the_usual_tools_are_recognised() {
        let mut properties = Properties::default();
        for (name, value) in [
            ("x-Domain:SinglePicklist", " 医学 "),
            ("subject", "second"),
            ("x-document", "発表.docx"),
            ("x-context-pre", "<seg>前の<ph>1</ph>文。</seg>"),
            ("next", "次の文。"),
            ("x-Context", "0, 0"),
            ("tmgr:segNum", "7"),
            ("id", ""),
        ] {
            properties.property(name, value);
        }
        properties.attribute("creationdate", "20260401T090000Z");
        properties.attribute("changedate", "20200401T090000Z");
        properties.attribute("creationid", "作成者");
        let found = (
            properties.field.as_deref(),
            properties.document.as_deref(),
            properties.before.as_deref(),
            properties.after.as_deref(),
        );
        assert_eq!(found, (Some("医学"), Some("発表.docx"), Some("前の文。"), Some("次の文。")));
        assert_eq!(properties.key, None);
        assert_eq!(properties.date.as_deref(), Some("2026-04-01T09:00:00Z"));
        assert_eq!(properties.author().map(String::as_str), Some("作成者"));
        properties.attribute("changeid", "校閲者");
        assert_eq!(properties.author().map(String::as_str), Some("校閲者"));
    }
}
