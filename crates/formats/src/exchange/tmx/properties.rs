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
use crate::exchange::timestamp::rfc3339;
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

#[cfg(test)]
mod tests {
    use super::Properties;

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
