//! Prints findings for people, with carets under the text they are about. Full-width characters take two columns.

use unicode_width::UnicodeWidthChar;

use crate::answer::words::{SeverityWord, Word};
use crate::answer::{FileCheckAnswer, FileFindingAnswer, FileLocation, UntranslatedSegmentAnswer};
use crate::cli::paint::Paint;
use crate::cli::table::{plain, shortened};
use crate::model::Span;

/// How many columns of a text are printed.
const WIDTH: usize = 100;
/// How many segments without a translation are listed.
const LISTED: usize = 20;
/// How many characters of a segment without a translation are printed.
const SHORT: usize = 30;
/// How many columns are printed before the first span, if the text is longer.
const BEFORE: usize = 30;

/// The lines of one finding.
pub(super) fn lines(found: &FileFindingAnswer, (source, target): (&str, &str), paint: Paint) -> Vec<String> {
    let place = &found.location;
    let at = format!("{}:{}:{}", plain(&place.file), place.start.line, place.start.column);
    let label = format!("{}[{}]", found.severity.as_str(), found.rule.as_str());
    let label = match found.severity {
        SeverityWord::Error => paint.deleted(&label),
        SeverityWord::Warning => paint.warning(&label),
        SeverityWord::Information | SeverityWord::Hint => paint.bold(&label),
    };
    let mut lines = vec![format!("{}: {label}: {}", paint.bold(&at), plain(&found.message))];
    let margin = source.len().max(target.len()).max(3);
    let sides = [(source, &found.source_text, &found.source), (target, &found.target_text, &found.target)];
    for (lang, text, spans) in sides {
        if text.trim().is_empty() {
            continue;
        }
        let spans: Vec<Span> = spans.iter().map(|at| Span::new(at.span[0], at.span[1])).collect();
        let (text, carets) = excerpt_lines(text, &spans);
        lines.push(format!("  {lang:>margin$} | {text}"));
        if !carets.is_empty() {
            lines.push(format!("  {:>margin$} | {}", "", paint.hit_line(&carets)));
        }
    }
    for fix in &found.fixes {
        lines.push(format!("  {:>margin$} = fix: {}", "", plain(&fix.title)));
    }
    for related in &found.related {
        let start = related.location.start;
        let at = format!("{}:{}:{}", plain(&related.location.file), start.line, start.column);
        lines.push(format!("  {:>margin$} = {at}: {}", "", plain(&related.message)));
    }
    lines
}

/// The segments without a translation, one on a line: `x.po:3:7: not translated: 装置は…`.
pub(super) fn untranslated(report: &FileCheckAnswer) -> Vec<String> {
    let line = |segment: &UntranslatedSegmentAnswer| {
        let FileLocation { file, start, .. } = &segment.location;
        let problem = match shortened(&segment.source_text, SHORT) {
            text if text.is_empty() => "translates nothing in the source text".to_owned(),
            text => format!("not translated: {text}"),
        };
        format!("{}:{}:{}: {problem}", plain(file), start.line, start.column)
    };
    // A file that nobody has begun to translate needs no list.
    let is_begun = report.untranslated < report.segments;
    let mut lines: Vec<String> =
        report.untranslated_segments.iter().filter(|_| is_begun).take(LISTED).map(line).collect();
    let more = report.untranslated.saturating_sub(LISTED);
    if is_begun && more > 0 {
        lines.push(format!("{more} more without a translation; `--format json` lists all."));
    }
    lines
}

/// The part of a text around its first span on one line, and the line of carets under it.
fn excerpt_lines(text: &str, spans: &[Span]) -> (String, String) {
    let columns = |c: char| if c.is_control() { 1 } else { c.width().unwrap_or_default() };
    let first = spans.first().map_or(0, |span| span.start);
    let whole: usize = text.chars().map(columns).sum();
    let mut start = 0;
    if whole > WIDTH {
        let mut left = BEFORE;
        start = first;
        for (at, c) in text.get(..first).unwrap_or_default().char_indices().rev() {
            if columns(c) > left {
                break;
            }
            left -= columns(c);
            start = at;
        }
    }
    let marked = |at: usize, end: usize| spans.iter().any(|span| span.overlaps(Span::new(at, end)));
    let empty = |at: usize| spans.iter().any(|span| span.is_empty() && span.start == at);
    let (mut line, mut carets) = (String::new(), String::new());
    if start > 0 {
        line.push('…');
        carets.push(' ');
    }
    let mut used = 0;
    for (offset, c) in text.get(start..).unwrap_or_default().char_indices() {
        let (at, width) = (start + offset, columns(c));
        if used + width > WIDTH {
            line.push('…');
            break;
        }
        used += width;
        line.push(if c.is_control() { ' ' } else { c });
        let sign = if marked(at, at + c.len_utf8()) || empty(at) { '^' } else { ' ' };
        carets.extend(std::iter::repeat_n(sign, width));
    }
    if empty(text.len()) {
        carets.push('^');
    }
    (line, carets.trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn carets(text: &str, places: &[(usize, usize)]) -> (String, String) {
        excerpt_lines(text, &places.iter().map(|place| Span::from(*place)).collect::<Vec<_>>())
    }

    #[test]
    fn carets_stand_under_their_spans() {
        for (text, places, want) in [
            ("a 12 b", vec![(2, 4)], "  ^^"),
            ("𠮷は2.8億", vec![(7, 13)], "    ^^^^^"),
            ("ｶﾞﾝ", vec![(6, 9)], "  ^"),
            ("a\r\n12", vec![(3, 5)], "   ^^"),
            ("a(b", vec![(1, 1)], " ^"),
            ("ab", vec![(2, 2)], "  ^"),
            ("one two", vec![(0, 3), (4, 7)], "^^^ ^^^"),
        ] {
            assert_eq!(carets(text, &places).1, want, "{text}");
        }
    }

    #[test]
    fn a_long_text_is_printed_around_its_first_span() {
        let text = format!("{}数{}", "あ".repeat(200), "い".repeat(200));
        let (line, under) = carets(&text, &[(600, 603)]);
        assert_eq!(line.chars().filter(|c| *c == '…').count(), 2);
        assert_eq!(under, format!("{}^^", " ".repeat(31)));
        assert!(line.chars().nth(16) == Some('数'));
    }
}
