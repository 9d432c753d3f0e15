//! Parses a command line into free words and named values.

use std::str::FromStr;

/// What stood on the command line.
#[derive(Debug, Default)]
pub(crate) struct Arguments {
    free: Vec<String>,
    named: Vec<(String, String)>,
}

impl Arguments {
    /// Takes the command line of this process: options with a value from `valued`, those without from `flags`. What
    /// `cargo bench` adds is passed over.
    pub(crate) fn parse(valued: &[&str], flags: &[&str]) -> Result<Self, String> {
        let mut parsed = Self::default();
        let mut words = std::env::args().skip(1);
        while let Some(word) = words.next() {
            match word.strip_prefix("--") {
                Some("bench") => {}
                Some(name) if flags.contains(&name) => parsed.named.push((name.to_owned(), String::new())),
                Some(name) if valued.contains(&name) => {
                    let value = words.next().ok_or_else(|| format!("`--{name}` needs a value."))?;
                    parsed.named.push((name.to_owned(), value));
                }
                Some(name) => {
                    let known: Vec<String> = valued.iter().chain(flags).map(|name| format!("`--{name}`")).collect();
                    return Err(format!("There is no `--{name}`. Use {}.", known.join(", ")));
                }
                None => parsed.free.push(word),
            }
        }
        Ok(parsed)
    }

    /// The first word that belongs to no option.
    pub(crate) fn first(&self) -> Option<&str> {
        self.free.first().map(String::as_str)
    }

    /// The words that belong to no option.
    pub(crate) fn free(&self) -> &[String] {
        &self.free
    }

    /// The value of an option, the last one where it stands more than once.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.named.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The value of an option as a number.
    pub(crate) fn number<N: FromStr>(&self, name: &str, otherwise: N) -> Result<N, String> {
        let Some(text) = self.text(name) else { return Ok(otherwise) };
        text.replace('_', "").parse().map_err(|_| format!("`--{name} {text}` is no number that can be used."))
    }

    /// Whether an option stands there.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.text(name).is_some()
    }
}
