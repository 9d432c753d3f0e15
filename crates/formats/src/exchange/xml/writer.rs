//! Writes well-formed, indented XML 1.0 in UTF-8, without document type.

use std::io::{self, BufWriter, Write};

use quick_xml::escape::partial_escape;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// Attributes of an element, in the order they are written.
pub(in crate::exchange) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// An XML document being written.
pub(in crate::exchange) struct Document<W: Write> {
    events: quick_xml::Writer<BufWriter<W>>,
}

impl<W: Write> Document<W> {
    /// Writes the XML declaration.
    pub(in crate::exchange) fn new(out: W) -> io::Result<Self> {
        let mut events = quick_xml::Writer::new_with_indent(BufWriter::new(out), b' ', 2);
        events.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        Ok(Self { events })
    }

    /// Opens an element.
    pub(in crate::exchange) fn open(&mut self, name: &str, attributes: Attributes<'_>) -> io::Result<()> {
        self.events.write_event(Event::Start(start(name, attributes)))
    }

    /// Closes the innermost open element, which must be `name`.
    pub(in crate::exchange) fn close(&mut self, name: &str) -> io::Result<()> {
        self.events.write_event(Event::End(BytesEnd::new(name)))
    }

    /// Writes an element without content.
    pub(in crate::exchange) fn empty(&mut self, name: &str, attributes: Attributes<'_>) -> io::Result<()> {
        self.events.write_event(Event::Empty(start(name, attributes)))
    }

    /// Writes an element that holds text alone. The text must be clean already.
    pub(in crate::exchange) fn leaf(&mut self, name: &str, attributes: Attributes<'_>, text: &str) -> io::Result<()> {
        self.open(name, attributes)?;
        self.events.write_event(Event::Text(BytesText::from_escaped(partial_escape(text))))?;
        self.close(name)
    }

    /// Writes an element that holds text alone, every character of which a reader gives back.
    pub(in crate::exchange) fn exact(&mut self, name: &str, text: &str) -> io::Result<()> {
        self.markup(name, &[], escaped(text))
    }

    /// Writes an element whose content is XML already.
    pub(in crate::exchange) fn markup(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        content: String,
    ) -> io::Result<()> {
        self.open(name, attributes)?;
        self.events.write_event(Event::Text(BytesText::from_escaped(content)))?;
        self.close(name)
    }

    /// Writes what is still held back and gives the output back.
    pub(in crate::exchange) fn finish(self) -> io::Result<W> {
        let mut out = self.events.into_inner();
        out.write_all(b"\n")?;
        out.flush()?;
        out.into_inner().map_err(io::IntoInnerError::into_error)
    }
}

/// Text as XML, every character of which a reader gives back: a carriage return, too, which XML takes for the end of a
/// line. The text must hold none XML cannot write.
pub(in crate::exchange) fn escaped(text: &str) -> String {
    partial_escape(text).replace('\r', "&#13;")
}

fn start<'a>(name: &'a str, attributes: Attributes<'a>) -> BytesStart<'a> {
    BytesStart::new(name).with_attributes(attributes.iter().copied())
}
