//! The words we decided against as names: a type is a thing, a participle the state of many things.

/// A name, and what to write instead.
pub(crate) const NOT_AS_A_TYPE: &[(&str, &str)] = &[
    ("Asked", "a request or query: `LookupRequest`"),
    ("Asking", "a request or query"),
    ("By", "what it is: `Method`, `Engine`, `Order`"),
    ("Decided", "`Decision`, `Rulings`"),
    ("Done", "`Outcome`, `Report`"),
    ("Found", "what was found: `Extraction`, `Hit`"),
    ("Given", "`Input`, `Argument`"),
    ("Holds", "a predicate as a function: `is_valid`"),
    ("Kept", "`Record`, `Stored…`"),
    ("Known", "an index, cache or table: `TermIndex`"),
    ("Look", "`View`, `Query`"),
    ("Made", "what was made: `NewToken`"),
    ("Only", "`Filter`, `Scope`"),
    ("Place", "`Span`, `Position`, `Location`, `InsertionPoint`"),
    ("Settled", "`Outcome`, `MergedParts`"),
    ("Shown", "`Credentials`, `Preview`"),
    ("Sought", "`Query`"),
    ("Thing", "the thing's name"),
    ("Together", "`Pair`, `Alignment`"),
    ("Wanted", "`Requirement`, `MissingHead`"),
    ("Way", "`Mode`, `Direction`, `Method`"),
    ("Within", "`Scope`"),
    ("Work", "`Task`, `Worklist`"),
];

/// Stems of file names.
pub(crate) const NOT_AS_A_FILE: &[&str] = &[
    "asked", "asking", "by", "decided", "done", "found", "given", "holding", "kept", "known", "made", "place",
    "settled", "shown", "sought", "together", "wanted", "within", "work",
];

/// The names of the types a text declares.
pub(crate) fn declared_types(code: &str) -> impl Iterator<Item = &str> {
    code.lines().filter_map(|line| {
        let mut words = line
            .split_whitespace()
            .skip_while(|word| word.starts_with("pub") || word.starts_with("in") || word.ends_with(')'));
        matches!(words.next()?, "struct" | "enum" | "trait" | "type").then_some(())?;
        words.next().map(|name| name.split(|c: char| !c.is_alphanumeric()).next().unwrap_or(name))
    })
}

/// The names of the public functions, types and constants a text declares.
pub(crate) fn public_items(code: &str) -> impl Iterator<Item = &str> {
    code.lines().map(str::trim_start).filter(|line| line.starts_with("pub")).filter_map(|line| {
        let mut words = line.split_whitespace();
        let kinds = ["fn", "struct", "enum", "trait", "type", "const", "static"];
        let kind = words.find(|word| kinds.contains(word))?;
        let name = words.next()?;
        // `pub const fn` has its name one word later.
        let name = if kind == "const" && name == "fn" { words.next()? } else { name };
        name.split(|c: char| !c.is_alphanumeric() && c != '_').next().filter(|name| !name.is_empty())
    })
}
