//! Writes a corpus, pairs and queries, to a folder, and reads it back.
//!
//! ```text
//! corpus.tsv            ja TAB en, one pair on a line; line 0 is the first
//! corpus.tmx            the same as TMX 1.4, with `--tmx`
//! queries.{ja,en}.tsv   kind TAB line TAB text
//! ```

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::Path;

use super::questions::Question;
use super::scale::Pair;

/// Writes pairs as they come; gives how many.
pub(crate) fn write_pairs(folder: &Path, pairs: impl Iterator<Item = Pair>, tmx: bool) -> io::Result<usize> {
    std::fs::create_dir_all(folder)?;
    let mut table = BufWriter::new(File::create(folder.join("corpus.tsv"))?);
    let mut memory = if tmx { Some(BufWriter::new(File::create(folder.join("corpus.tmx"))?)) } else { None };
    if let Some(memory) = &mut memory {
        memory.write_all(TMX_HEAD.as_bytes())?;
    }
    let mut count = 0;
    for pair in pairs {
        writeln!(table, "{}\t{}", pair.ja, pair.en)?;
        if let Some(memory) = &mut memory {
            let (ja, en) = (escaped(&pair.ja), escaped(&pair.en));
            writeln!(
                memory,
                "<tu tuid=\"{count}\"><tuv xml:lang=\"ja\"><seg>{ja}</seg></tuv><tuv xml:lang=\"en\"><seg>{en}</seg></tuv></tu>"
            )?;
        }
        count += 1;
    }
    if let Some(memory) = &mut memory {
        memory.write_all(b"</body></tmx>\n")?;
        memory.flush()?;
    }
    table.flush()?;
    Ok(count)
}

const TMX_HEAD: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\"><header creationtool=\"taiyaku corpus\" ",
    "creationtoolversion=\"1\" segtype=\"sentence\" o-tmf=\"tsv\" adminlang=\"en\" srclang=\"ja\" datatype=\"plaintext\"/>\n<body>\n"
);

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Reads the first `most` pairs of a table; lines of less than two columns are passed over.
pub(crate) fn read_pairs(file: &Path, most: usize) -> io::Result<impl Iterator<Item = io::Result<Pair>>> {
    let lines = BufReader::new(File::open(file)?).lines();
    let pairs = lines.filter_map(|line| match line {
        Ok(line) => line.split_once('\t').map(|(ja, en)| Ok(Pair { ja: ja.to_owned(), en: en.to_owned() })),
        Err(error) => Some(Err(error)),
    });
    Ok(pairs.take(most))
}

/// Writes the questions in one language.
pub(crate) fn write_questions(folder: &Path, language: &str, questions: &[Question]) -> io::Result<()> {
    let mut file = BufWriter::new(File::create(folder.join(format!("queries.{language}.tsv")))?);
    for Question { kind, line, text } in questions {
        let line = line.map_or_else(|| "-".to_owned(), |line| line.to_string());
        writeln!(file, "{kind}\t{line}\t{text}")?;
    }
    file.flush()
}

/// Reads the first `most` questions in one language.
pub(crate) fn read_questions(folder: &Path, language: &str, most: usize) -> io::Result<Vec<Question>> {
    let text = std::fs::read_to_string(folder.join(format!("queries.{language}.tsv")))?;
    let question = |line: &str| {
        let mut columns = line.splitn(3, '\t');
        let (kind, line, text) = (columns.next()?, columns.next()?, columns.next()?);
        Some(Question { kind: kind.to_owned(), line: line.parse().ok(), text: text.to_owned() })
    };
    Ok(text.lines().filter_map(question).take(most).collect())
}
