//! Folders in which programs have left what is no release and no glossary.

use super::Home;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n....";

fn filled() -> Home {
    let home = Home::new();
    std::fs::create_dir_all(home.path("a/下/空")).unwrap();
    let text = "発表しました。\n私たちは光遺伝学（optogenetics）を使いました。\n";
    for (name, bytes) in [
        ("論文.txt", text.as_bytes()),
        ("下/用語.csv", "ja,en\n細胞,cell\n".as_bytes()),
        ("~$論文.docx", b"\x06yamada\0"),
        (".DS_Store", b"\0\0\0\x01Bud1"),
        ("写真.txt", PNG),
        ("下/図.png", PNG),
        ("空.txt", b""),
    ] {
        std::fs::write(home.path("a").join(name), bytes).unwrap();
    }
    home
}

#[test]
fn a_folder_is_read_and_what_was_skipped_is_counted_and_named() {
    let home = filled();
    #[cfg(unix)]
    std::os::unix::fs::symlink(home.path("a"), home.path("a/下/円")).unwrap();
    let folder = home.path("a").to_str().unwrap().to_owned();
    for (command, read, other) in [("ingest", "論文.txt", "下/用語.csv"), ("import", "下/用語.csv", "論文.txt")]
    {
        let output = home.run(&["--project", "a", command, &folder]);
        let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
        assert_eq!(output.status.code(), Some(0), "{out}{err}");
        assert!(out.contains(read.rsplit('/').next().unwrap()), "{out}");
        let line = err.lines().find(|line| line.starts_with("Skipped ")).unwrap();
        for part in ["1 Office lock file", "1 system file", "2 pictures", "1 empty file", "1 folder link"] {
            assert!(line.contains(part) || (cfg!(not(unix)) && part.ends_with("link")), "no `{part}` in {line}");
        }
        let json = home.prints(&["--json", "--project", "b", command, &folder], 0);
        let last: serde_json::Value = serde_json::from_str(json.lines().last().unwrap()).unwrap();
        let reason = |name: &str| {
            let skipped = last["skipped"].as_array().unwrap();
            skipped.iter().find(|file| file["name"] == name).map(|file| file["reason"].as_str().unwrap().to_owned())
        };
        for (name, want) in [
            ("~$論文.docx", "lock_file"),
            (".DS_Store", "system_file"),
            ("写真.txt", "picture"),
            ("下/図.png", "picture"),
            ("空.txt", "empty"),
            (other, "other_kind"),
        ] {
            assert_eq!(reason(name).as_deref(), Some(want), "{command} {name}");
        }
    }
}

#[test]
fn a_file_named_on_the_command_line_is_never_skipped() {
    let home = filled();
    for command in ["ingest", "import"] {
        for (name, part) in [("~$論文.docx", "lock file"), ("写真.txt", "PNG picture"), ("空.txt", "")] {
            let error = home.complains(&[command, home.path("a").join(name).to_str().unwrap()], 1);
            assert!(
                error.contains(name) && error.contains("error ") && error.contains(part),
                "{command} {name}: {error}"
            );
        }
    }
}

#[test]
fn a_folder_with_nothing_to_read_is_an_error_that_says_what_is_in_it() {
    let home = Home::new();
    std::fs::create_dir(home.path("図")).unwrap();
    std::fs::write(home.path("図/a.png"), PNG).unwrap();
    for command in ["ingest", "import"] {
        let error = home.complains(&[command, home.path("図").to_str().unwrap()], 3);
        assert!(error.contains("Skipped 1 file: 1 picture."), "{error}");
    }
}

#[test]
fn a_damaged_document_in_a_folder_is_a_failure_and_no_other_file() {
    let home = Home::new();
    std::fs::create_dir(home.path("a")).unwrap();
    for (name, bytes) in [
        ("a.docx", &b"PK\x03\x04\x14\0\0\0\x08\0[Content_Types].xml half"[..]),
        ("b.PDF", b"\0\x01\x02\x03 no page"),
        ("c.html", b"\0\x01\x02\x03 no page"),
        ("d.zip", b"PK\x03\x04abc"),
    ] {
        std::fs::write(home.path("a").join(name), bytes).unwrap();
    }
    let folder = home.path("a").to_str().unwrap().to_owned();
    let output = home.run(&["ingest", &folder]);
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    for name in ["a.docx", "b.PDF", "c.html"] {
        assert!(said.contains(name), "no {name} in {said}");
    }
    assert!(said.contains("1 archive"), "{said}");
}
