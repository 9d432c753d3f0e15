//! Reads an XML file as a whole, but for the text of one element: the original that a translation tool embeds, which may be
//! larger than everything else and is part of no translation.

use std::io::Read;

use super::flaw::FlawKind;
use super::lexer::{Extent, Token, step};
use super::tag::local;
use crate::exchange::input::Window;
use crate::exchange::item::Fault;
use crate::exchange::limits;

/// The file without the text of all elements of this local name, and how many bytes it has. The line ends of what is left out
/// stay, so that lines keep their numbers.
///
/// # Errors
/// `broken_file` for a file larger than may be held in memory, `unit_too_large` for a piece without end, `file_unreadable`.
pub(in crate::exchange) fn read_without<R: Read>(mut window: Window<R>, element: &str) -> Result<(String, u64), Fault> {
    let (mut file, mut is_inside, mut missing) = (String::new(), false, Vec::new());
    loop {
        let rest = window.rest();
        if is_inside && !rest.is_empty() && !rest.starts_with('<') {
            let length = rest.find('<').unwrap_or(rest.len());
            file.extend(rest[..length].chars().filter(|letter| matches!(letter, '\n' | '\r')));
            window.advance(length);
            continue;
        }
        let extent = if window.is_complete() { Extent::ToTheEnd(&missing) } else { Extent::Part };
        let Some(step) = step(rest, extent) else {
            if window.is_complete() {
                return Ok((file, window.taken()));
            }
            window.grow()?;
            continue;
        };
        match step.token(rest, 0) {
            Some(Token::Start(tag)) if tag.local() == element => is_inside = !tag.empty,
            Some(Token::End { name, .. }) if local(name) == element => is_inside = false,
            _ => {}
        }
        file.push_str(&rest[..step.length]);
        if file.len() > limits::WHOLE_FILE {
            return Err(Fault::broken_file(format!("It has more than {} bytes. Split it.", limits::WHOLE_FILE)));
        }
        if let Some((FlawKind::Unterminated { end, .. }, _)) = &step.flaw
            && !missing.contains(end)
        {
            missing.push(end);
        }
        window.advance(step.length);
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use super::read_without;
    use crate::exchange::input::Window;

    fn read(file: &str) -> String {
        read_without(Window::open(Cursor::new(file.as_bytes())).unwrap(), "internal-file").unwrap().0
    }

    #[test]
    fn only_the_text_of_the_element_is_left_out_and_lines_keep_their_numbers() {
        for (file, want) in [
            (
                "<a><internal-file form=\"base64\">UEsD\r\nBBQA\n</internal-file>脳</a>",
                "<a><internal-file form=\"base64\">\r\n\n</internal-file>脳</a>",
            ),
            ("<x:internal-file>a<b>c</b>d</x:internal-file>e", "<x:internal-file><b></b></x:internal-file>e"),
            ("<internal-file/>脳", "<internal-file/>脳"),
            (
                "<!--<internal-file>-->脳<![CDATA[<internal-file>]]>x",
                "<!--<internal-file>-->脳<![CDATA[<internal-file>]]>x",
            ),
            ("<internal-file>abc", "<internal-file>"),
            ("a<!--b<!--c<", "a<!--b<!--c<"),
            ("", ""),
        ] {
            assert_eq!(read(file), want, "{file}");
        }
    }

    #[test]
    fn a_large_original_takes_no_memory_and_torn_marks_no_time() {
        let start = "<xliff><internal-file>".as_bytes();
        let original = std::io::repeat(b'A').take(80 << 20);
        let end = "</internal-file>𠮷</xliff>".as_bytes();
        let (file, taken) =
            read_without(Window::open(start.chain(original).chain(end)).unwrap(), "internal-file").unwrap();
        assert_eq!((file.as_str(), taken > 80 << 20), ("<xliff><internal-file></internal-file>𠮷</xliff>", true));
        assert_eq!(read(&"<!--".repeat(1 << 18)).len(), 4 << 18);
    }
}
