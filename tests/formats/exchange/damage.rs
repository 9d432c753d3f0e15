//! Whatever is done to a file, every reader of it comes to an end, and what it gives is sound and no larger than the file allows.
//!
//! `tests/endurance` multiplies the copies, within limited memory and time.

use std::io::{Cursor, Read, Write};

use taiyaku_formats::exchange::pairs::{self, PairFormat};
use taiyaku_formats::exchange::{
    Columns, Document, ExportFormat, FileHint, Item, MemoryUnit, Profile, Reader, Writer, decode, format_of_file,
    review_sheet,
};
use taiyaku_language::model::{Lang, LangPair, Provenance, Review, Segment};
use zip::write::SimpleFileOptions;

use super::concepts::base;
use super::spreadsheets::{ods, row, sheet, workbook};
use super::{export_bytes, header};
use crate::numbers::Numbers;

/// Damaged copies of each file.
const COPIES: usize = 100;

/// What means something in a format, or is hard to read.
const PIECES: [&str; 40] = [
    "<",
    ">",
    "</",
    "/>",
    "&",
    "&#0;",
    "&lt;",
    "\"",
    "'",
    "\t",
    "\r",
    "\n",
    "\r\n",
    ",",
    ";",
    "#",
    "\\",
    "\\n",
    "-",
    "9999999",
    "0",
    "<!--",
    "]]>",
    "<![CDATA[",
    "<?",
    "<!DOCTYPE x [",
    "xml:lang=\"xx\"",
    "msgid \"",
    "\u{0}",
    "\u{feff}",
    "\u{fffd}",
    "𠮷",
    "ｶﾞ",
    "葛\u{e0100}",
    "\u{3000}",
    "禁止",
    "{",
    "[",
    "(",
    "：",
];

/// How often what is nested or repeated at most stands in a copy.
const DEPTH: usize = 3_000;

/// A piece many times in a row, or an element of the file around what follows it, so that it is nested.
fn nested(copy: &mut Vec<u8>, at: usize, numbers: &mut Numbers) {
    let depth = 1 + numbers.below(DEPTH);
    let tail = &copy[at..];
    let tag = tail.iter().position(|byte| *byte == b'<').and_then(|from| {
        let length = tail[from..].iter().position(|byte| *byte == b'>')? + 1;
        Some((at + from, tail[from..from + length].to_vec()))
    });
    match tag.filter(|(_, tag)| tag.len() < 200) {
        None => drop(copy.splice(at..at, PIECES[numbers.below(PIECES.len())].repeat(depth).into_bytes())),
        Some((from, tag)) => {
            if numbers.below(2) == 0 {
                let name: Vec<u8> =
                    tag[1..].iter().copied().take_while(|byte| !matches!(byte, b' ' | b'>' | b'/' | b'\n')).collect();
                let end = (from + tag.len() + numbers.below(400)).min(copy.len());
                copy.splice(end..end, [&b"</"[..], &name, b">"].concat().repeat(depth));
            }
            copy.splice(from..from, tag.repeat(depth));
        }
    }
}

/// A copy in which pieces are changed, taken out, repeated, nested, put in or cut off.
fn damaged(file: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut copy = file.to_vec();
    for _ in 0..=numbers.below(4) {
        let at = numbers.below(copy.len() + 1);
        let end = (at + numbers.below(60)).min(copy.len());
        match numbers.below(9) {
            8 => nested(&mut copy, at, numbers),
            0 => {
                if let Some(byte) = copy.get_mut(at) {
                    *byte = numbers.next().to_le_bytes()[0];
                }
            }
            1 => drop(copy.splice(at..end, [])),
            2 => {
                let part = copy[at..end].repeat(1 + numbers.below(8));
                copy.splice(at..at, part);
            }
            3 => copy.truncate(at),
            4 => {
                let (from, length) = (numbers.below(copy.len()), numbers.below(60));
                let part = copy[from..(from + length).min(copy.len())].to_vec();
                copy.splice(at..end, part);
            }
            _ => {
                let end = if numbers.below(2) == 0 { at } else { end };
                copy.splice(at..end, PIECES[numbers.below(PIECES.len())].bytes());
            }
        }
    }
    copy
}

/// An archive in which a part is damaged, so that the damage reaches what the part says.
fn with_damaged_part(file: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let chosen = numbers.below(archive.len());
    let mut copy = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let (name, mut bytes) = (part.name().unwrap().into_owned(), Vec::new());
        part.read_to_end(&mut bytes).unwrap();
        copy.start_file(name, SimpleFileOptions::default()).unwrap();
        copy.write_all(&if index == chosen { damaged(&bytes, numbers) } else { bytes }).unwrap();
    }
    copy.finish().unwrap().into_inner()
}

/// Bytes a reader may give for each byte of a file: a cell that is merged or repeated stands in each of its rows.
const GROWTH: usize = 1_000;

/// Reads a file to its end.
fn read(file: &[u8], hint: &FileHint) {
    let _ = format_of_file(file, &hint.name);
    let Ok(reader) = Reader::open(file, hint) else { return };
    let (mut given, most) = (0, GROWTH * file.len() + (1 << 20));
    for item in reader {
        given += 64;
        let texts: Vec<String> = match item {
            Ok(Item::Pair(unit)) => vec![unit.source, unit.target],
            Ok(Item::Term(row)) => {
                assert!(!row.names.is_empty(), "{row:?}");
                given += row.notes.iter().map(String::len).sum::<usize>();
                row.names.into_iter().map(|name| name.text).collect()
            }
            Err(problem) => {
                assert!(!problem.code().is_empty() && !problem.to_string().is_empty());
                continue;
            }
        };
        for text in &texts {
            assert!(!text.trim().is_empty() && !text.contains('\u{fffd}'), "{} {text:?}", hint.name);
            given += text.len();
        }
        assert!(given < most, "{}: {given} bytes of a file of {}", hint.name, file.len());
    }
}

/// Opens a file as a document, whose passages lie in it.
fn open(file: &[u8], hint: &FileHint) {
    let Ok(text) = decode(file) else { return };
    let document = Document::read(&text.text, hint);
    for unit in &document.units {
        assert!(unit.target_text().len() <= text.text.len() * 8 + 64, "{unit:?}");
    }
}

/// A file of each format that can be written and is read again, and of those that are only read.
fn files() -> Vec<(String, Vec<u8>)> {
    use ExportFormat::{GlossaryDocx, GlossaryHtml, Prh, Skos};
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for format in
        ExportFormat::ALL.into_iter().filter(|format| !matches!(format, GlossaryDocx | GlossaryHtml | Prh | Skos))
    {
        let bytes = if format.holds_segments() {
            memory(format)
        } else {
            export_bytes(format, &header(Profile::Standard), &base())
        };
        files.push((format!("{format}.{}", format.extension()), bytes));
    }
    let rows =
        [row(1, &["ja", "en", "使用"]), row(2, &["𠮷野", "Yoshino", ""]), row(3, &["⻭", "tooth; teeth", "禁止"])];
    let texts = "<row r=\"4\"><c r=\"A4\" t=\"s\"><v>1</v></c><c r=\"B4\"><v>45000</v></c></row>";
    let merged = "<mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells>";
    let content = format!("{}{merged}", sheet(&[&rows.concat(), texts]));
    files.push(("other.xlsx".to_owned(), workbook(&[("甲", "", &content), ("乙", "state=\"hidden\"", &sheet(&[]))])));
    let cell = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let table = format!(
        "<table:table table:name=\"甲\"><table:table-row>{}{}</table:table-row><table:table-row table:number-rows-repeated=\"2\">{}{}</table:table-row>\
         <table:table-row><table:table-cell table:number-columns-repeated=\"2\" table:number-rows-spanned=\"2\"><text:p>脳<text:s text:c=\"2\"/>x</text:p>\
         </table:table-cell></table:table-row></table:table>",
        cell("ja"),
        cell("en"),
        cell("𠮷<text:ruby><text:ruby-base>野</text:ruby-base><text:ruby-text>の</text:ruby-text></text:ruby>"),
        cell("Yoshino")
    );
    files.push(("other.ods".to_owned(), ods(&table)));
    for (name, text) in [
        (
            "edict",
            "視床下部 [ししょうかぶ] /(n) {anat} hypothalamus/EntL1/\n𠮷;⻭(iK) [は(P)] /(n) (1) tooth (of a gear)/(P)/\n",
        ),
        (
            "jmdict.xml",
            "<!DOCTYPE JMdict [<!ENTITY n \"noun\">]>\n<JMdict><entry><k_ele><keb>𠮷</keb></k_ele><r_ele><reb>よし</reb></r_ele>\
             <sense><pos>&n;</pos><gloss>luck &amp; joy</gloss></sense></entry>\n<entry><r_ele><reb>は</reb></r_ele></entry></JMdict>\n",
        ),
        (
            "other.utx",
            "#UTX-S 1.00; en/ja; 2026; copyright: a; license: b\r\n#en\tja\tsrc:pos\tterm status\r\ny\t𠮷\tnoun\tapproved\r\ntooth\t⻭\r\n",
        ),
        ("list.csv", "sep=;\r\n用語;英語;NG訳;備考\r\n脳;brain;\"cere;brum\";\"一\n二\"\r\n'=細胞;cell / cells;;×\r\n"),
        ("list.tsv", "ja-JP\ten-US\tstatus\n磁気共鳴画像法（MRI）\tmagnetic resonance imaging (MRI)\t推奨\n"),
        (
            "a.sdlxliff",
            "<xliff xmlns:sdl=\"http://sdl.com/FileTypes/SdlXliff/1.0\" version=\"1.2\"><file original=\"a\\原稿.docx\" source-language=\"ja-JP\" \
             target-language=\"en-US\"><header><reference><internal-file form=\"base64\">UEsD\n</internal-file></reference></header><body>\
             <trans-unit id=\"u\"><source>𠮷</source><seg-source><mrk mtype=\"seg\" mid=\"1\">𠮷</mrk></seg-source><target><mrk mtype=\"seg\" mid=\"1\">a\
             <mrk mtype=\"x-sdl-deleted\" sdl:revid=\"r\">b<x id=\"1\"/></mrk></mrk></target><sdl:seg-defs><sdl:seg id=\"1\" conf=\"Translated\" origin=\"mt\">\
             <sdl:value key=\"modified_on\">11/20/2026 09:00:00</sdl:value></sdl:seg></sdl:seg-defs></trans-unit></body></file></xliff>",
        ),
        (
            "a.mqxliff",
            "<xliff version=\"1.2\" xmlns:mq=\"MQXliff\"><file original=\"a\" source-language=\"ja\" target-language=\"en\"><body><trans-unit id=\"1\" \
             mq:status=\"Proofread\" mq:lastchanginguser=\"山田\" mq:lastchangedtimestamp=\"2026-11-20T09:00:00Z\"><source xml:space=\"preserve\">⻭</source>\
             <target xml:space=\"preserve\"><ph id=\"1\">&lt;mq:ch val=\"&amp;#9;\" /&gt;</ph>a</target><mq:minorversions><mq:historical-unit><target>old</target>\
             </mq:historical-unit></mq:minorversions></trans-unit></body></file></xliff>",
        ),
        (
            "linguist.tbx",
            "<tbx type=\"TBX-Linguist\" style=\"dca\" xml:lang=\"ja\" xmlns=\"urn:iso:std:iso:30042:ed-2\"><text><body><conceptEntry id=\"c1\">\n\
             <descrip type=\"subjectField\">甲</descrip><transacGrp><transac type=\"transactionType\">origination</transac><date>2026-11-20</date></transacGrp>\n\
             <langSec xml:lang=\"ja\"><termSec><term>𠮷</term><termNote type=\"reading\">よし</termNote><adminGrp><admin type=\"source\">例誌</admin></adminGrp></termSec>\n\
             </langSec><langSec xml:lang=\"en\"><termSec><term>luck</term><termNoteGrp><termNote type=\"partOfSpeech\">noun</termNote></termNoteGrp></termSec></langSec>\n\
             </conceptEntry></body></text></tbx>",
        ),
        (
            "old.tmx",
            "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n<tmx version=\"1.4\"><header srclang=\"ja\"/><body><tu tuid=\"1\"><prop type=\"x-a\">b</prop><tuv lang=\"JA\"><seg>一\
             <bpt i=\"1\">&lt;b&gt;</bpt>二<ept i=\"1\">&lt;/b&gt;</ept><sub>三<ph/></sub></seg></tuv><tuv xml:lang=\"en-US\"><seg>x&amp;&#65;<it pos=\"begin\">i</it></seg></tuv>\
             </tu></body></tmx>",
        ),
        (
            "a.ja.md",
            "# 題\n\n- 一つの**項目**\n\n```\ncode\n```\n\n> 引用\n\n| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |\n",
        ),
        ("a.ja.txt", "一行目。\n\n二行目。\u{3000}三。\n"),
        (
            "old.po",
            "msgid \"\"\nmsgstr \"Language: ja\\nContent-Type: text/plain; charset=UTF-8\\n\"\n\n#, fuzzy\nmsgctxt \"c\"\nmsgid \"a\\t\"\nmsgid_plural \"as\"\nmsgstr[0] \"あ\"\n\n#~ msgid \"x\"\n",
        ),
    ] {
        files.push((name.to_owned(), text.as_bytes().to_vec()));
    }
    let japanese = "ja,en,備考\n脳,brain,表ソ能\n視床下部,hypothalamus,\n";
    files.push(("sjis.csv".to_owned(), encoding_rs::SHIFT_JIS.encode(japanese).0.into_owned()));
    files.push(("euc.csv".to_owned(), encoding_rs::EUC_JP.encode(japanese).0.into_owned()));
    let wide = |text: &str| [vec![0xff, 0xfe], text.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat();
    files.push(("wide.csv".to_owned(), wide(japanese)));
    files
}

/// A memory of two segments.
fn memory(format: ExportFormat) -> Vec<u8> {
    let mut writer = Writer::new(format, Vec::new(), &header(Profile::Standard)).unwrap();
    for (source, target) in [
        ("𠮷野川の水質を<b>調べた</b>。", "The water of the Yoshino %s was studied."),
        ("⻭ & ｶﾞ\n二", "teeth \"&\" \\ moths"),
    ] {
        let segment = Segment {
            source_lang: Lang::JA,
            target_lang: Lang::EN,
            source: source.to_owned(),
            target: target.to_owned(),
            confidence: 0.9,
        };
        let provenance = Provenance { origin: "a.tmx".to_owned(), ..Provenance::default() };
        writer.segment(&MemoryUnit { segment: &segment, review: Review::Approved, provenance: &provenance }).unwrap();
    }
    writer.finish().unwrap()
}

#[test]
fn no_damage_stops_any_reader() {
    let languages = [(None, None), (Some(Lang::JA), Some(Lang::EN))];
    let copies = COPIES * usize::try_from(crate::factor::factor()).unwrap();
    for (seed, (name, file)) in (1..).zip(files()) {
        let is_archive = file.starts_with(b"PK");
        let mut numbers = Numbers(seed);
        for number in 0..copies {
            let copy = match (number, is_archive) {
                (0, _) => file.clone(),
                (_, true) if number % 4 > 0 => with_damaged_part(&file, &mut numbers),
                _ => damaged(&file, &mut numbers),
            };
            let (source_lang, target_lang) = languages[number % 2].clone();
            // A list without a heading names its columns, and a name may say too little.
            let columns = (number % 3 == 2).then(|| Columns::parse("ja=1,en=2").unwrap());
            let name = if number % 7 == 6 { "file".to_owned() } else { name.clone() };
            let hint = FileHint { name, source_lang, target_lang, columns };
            read(&copy, &hint);
            open(&copy, &hint);
        }
    }
}

#[test]
fn no_damage_stops_a_reader_of_pairs_or_of_a_review_sheet() {
    let sheet = {
        let mut row = review_sheet::Row::default();
        for (column, text) in [("term", "𠮷野"), ("revision", "7"), ("decision", "approve"), ("note", "=1,\"二\"\n三")]
        {
            row.set(column, text);
        }
        vec![row]
    };
    let table = review_sheet::write(&sheet).unwrap();
    let book = review_sheet::write_workbook(&sheet, "2026-11-21T00:00:00Z").unwrap();
    let list = "脳\tbrain\n𠮷野\tYoshino\n".as_bytes().to_vec();
    let commas = "脳,brain,ja,en\n\"𠮷,野\",\"Yoshino \"\"x\"\"\"\n".as_bytes().to_vec();
    let languages = LangPair { source: Lang::JA, target: Lang::EN };
    let mut numbers = Numbers(99);
    for number in 0..COPIES * usize::try_from(crate::factor::factor()).unwrap() {
        let text = |file: &[u8], numbers: &mut Numbers| String::from_utf8_lossy(&damaged(file, numbers)).into_owned();
        for (file, format) in [(&list, PairFormat::Tsv), (&commas, PairFormat::Csv)] {
            let text = text(file, &mut numbers);
            if let Ok(pairs) = pairs::read(&text, format, &languages) {
                assert!(pairs.iter().all(|pair| !pair.source.is_empty() && !pair.target.is_empty()), "{text}");
            }
        }
        let _ = review_sheet::read(&text(&table, &mut numbers));
        let copy = if number % 4 == 0 { damaged(&book, &mut numbers) } else { with_damaged_part(&book, &mut numbers) };
        let _ = review_sheet::read_workbook(&copy);
    }
}
