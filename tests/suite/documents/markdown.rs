//! The code blocks of a Markdown document.

/// A fenced or indented code block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// The line of its fence, from 1.
    pub(super) line: usize,
    /// The word behind the fence; empty for an indented block.
    pub(super) language: String,
    pub(super) text: String,
}

/// A command with the output printed below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) line: usize,
    pub(super) command: String,
    pub(super) output: String,
}

impl Block {
    /// Whether the block is checked.
    pub(super) fn is_transcript(&self) -> bool {
        matches!(self.language.as_str(), "console" | "lsp")
    }

    /// The commands of a `console` block. Output before the first command has an empty one.
    pub(super) fn steps(&self) -> Vec<Step> {
        let mut steps: Vec<Step> = Vec::new();
        let mut is_open = false;
        for (offset, text) in self.text.lines().enumerate() {
            match (text.strip_prefix("$ "), steps.last_mut()) {
                (_, Some(step)) if is_open => {
                    step.command.truncate(step.command.trim_end_matches('\\').len());
                    step.command.push('\n');
                    step.command.push_str(text);
                }
                (Some(command), _) => steps.push(Step {
                    line: self.line + 1 + offset,
                    command: command.to_owned(),
                    output: String::new(),
                }),
                (None, Some(step)) => {
                    step.output.push_str(text);
                    step.output.push('\n');
                }
                (None, None) => {
                    steps.push(Step { line: self.line + 1 + offset, command: String::new(), output: text.to_owned() });
                }
            }
            is_open = (is_open || text.starts_with("$ ")) && steps.last().is_some_and(|step| goes_on(&step.command));
        }
        steps
    }
}

/// Whether a command is not complete: it ends with `\` or inside single quotation marks.
fn goes_on(command: &str) -> bool {
    command.ends_with('\\') || command.matches('\'').count() % 2 == 1
}

/// The code blocks of a document, in order.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open: Option<Block> = None;
    let (mut after_blank, mut in_list) = (true, false);
    for (index, line) in text.lines().enumerate() {
        if let Some(language) = line.strip_prefix("```") {
            match open.take() {
                Some(block) => blocks.push(block),
                None => {
                    open = Some(Block { line: index + 1, language: language.trim().to_owned(), text: String::new() });
                }
            }
        } else if let Some(block) = &mut open {
            block.text.push_str(line);
            block.text.push('\n');
        } else if line.starts_with("    ") && after_blank && !in_list {
            blocks.push(Block { line: index + 1, language: String::new(), text: line.trim_start().to_owned() });
        } else if !line.trim().is_empty() {
            in_list =
                line.starts_with("- ") || line.starts_with("  ") || line.starts_with(|c: char| c.is_ascii_digit());
        }
        after_blank = line.trim().is_empty();
    }
    assert!(open.is_none(), "a code block is not closed: {open:?}");
    blocks
}

#[test]
fn commands_are_told_from_their_output() {
    let text = "Text\n\n```console\n$ one \\\n    --more\nfirst\n\nsecond\n$ two 'a\nb'\n$ three\n```\n\n    indented\n\n```json\n{}\n```\n";
    let blocks = blocks(text);
    let languages: Vec<&str> = blocks.iter().map(|block| block.language.as_str()).collect();
    assert_eq!(languages, ["console", "", "json"]);
    let steps: Vec<(usize, String, String)> =
        blocks[0].steps().into_iter().map(|step| (step.line, step.command, step.output)).collect();
    let step = |line: usize, command: &str, output: &str| (line, command.to_owned(), output.to_owned());
    assert_eq!(
        steps,
        [step(4, "one \n    --more", "first\n\nsecond\n"), step(9, "two 'a\nb'", ""), step(11, "three", "")]
    );
}
