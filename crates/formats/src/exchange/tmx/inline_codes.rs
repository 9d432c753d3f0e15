//! Writes a text with its inline codes as TMX has them: halves of pairs as `bpt` and `ept`, everything else as `ph`, each with
//! its code as content. Codes that are the same in both languages have the same number `x`.

use crate::exchange::cleaning;
use crate::exchange::xml;
use crate::model::{CodeRole, InlineCode, PairCodes};

/// The content of a `seg`.
pub(super) fn inline_content(text: &str, codes: &[InlineCode], all: &PairCodes) -> String {
    let number =
        |code: &str| all.source.iter().chain(&all.target).position(|other| other.code == code).map_or(1, |at| at + 1);
    let mut content = String::with_capacity(text.len() + 40 * codes.len());
    let (mut start, mut pairs, mut open) = (0, 0, Vec::new());
    for code in codes {
        let end = text.floor_char_boundary(code.at.clamp(start, text.len()));
        content.push_str(&escaped(text.get(start..end).unwrap_or_default()));
        start = end;
        let (inside, number) = (escaped(&code.code), number(&code.code));
        content.push_str(&match code.role {
            CodeRole::Open | CodeRole::OpenNote => {
                pairs += 1;
                open.push(pairs);
                format!("<bpt i=\"{pairs}\" x=\"{number}\">{inside}</bpt>")
            }
            CodeRole::Close | CodeRole::CloseNote => {
                let pair = open.pop().unwrap_or_else(|| {
                    pairs += 1;
                    pairs
                });
                format!("<ept i=\"{pair}\">{inside}</ept>")
            }
            CodeRole::Whole => format!("<ph x=\"{number}\">{inside}</ph>"),
        });
    }
    content.push_str(&escaped(text.get(start..).unwrap_or_default()));
    content
}

fn escaped(text: &str) -> String {
    xml::escaped(&cleaning::text(text))
}

#[cfg(test)]
mod tests {
    use super::inline_content;
    use crate::model::{CodeRole, InlineCode, PairCodes};

    #[test]
    fn codes_are_elements_of_tmx_at_their_places() {
        let code = |at, role, code: &str| InlineCode { at, role, code: code.to_owned() };
        let source = vec![
            code(0, CodeRole::Open, "<b>"),
            code(3, CodeRole::Close, "</b>"),
            code(4, CodeRole::Whole, "<x id=\"2\"/>"),
            code(90, CodeRole::Close, "</i>"),
        ];
        let all = PairCodes { source: source.clone(), target: Vec::new() };
        assert_eq!(
            inline_content("膜&を", &source, &all),
            "<bpt i=\"1\" x=\"1\">&lt;b&gt;</bpt>膜<ept i=\"1\">&lt;/b&gt;</ept>&amp;<ph x=\"3\">&lt;x id=\"2\"/&gt;</ph>\
             を<ept i=\"2\">&lt;/i&gt;</ept>"
        );
    }
}
