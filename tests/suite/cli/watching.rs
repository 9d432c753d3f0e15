//! A drop folder: what is put into it is read, once, whole, and left where it is.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Lines};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::SystemTime;

use serde_json::Value;

use super::Home;
use super::server::ServeProcess;

const RELEASE: &str = "発表しました。\n私たちは電波銀河（radio galaxy）（注1）を調べました。\n\n【用語解説】\n（注1）電波銀河：電波を出す銀河。\n";

/// A running `watch`; it is killed when dropped.
pub(super) struct WatchProcess {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
    complaints: Receiver<String>,
}

impl WatchProcess {
    /// Watches the folder `in` of a home.
    pub(super) fn start(home: &Home, options: &[&str]) -> Self {
        std::fs::create_dir_all(home.path("in")).unwrap();
        let folder = home.path("in").display().to_string();
        let words = [options, &["--no-starter", "watch", "--poll", "1", &folder]].concat();
        let mut child = home.command(&words).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let (errors, (sender, complaints)) = (BufReader::new(child.stderr.take().unwrap()).lines(), channel());
        std::thread::spawn(move || errors.map_while(Result::ok).try_for_each(|line| sender.send(line)));
        Self { child, lines, complaints }
    }

    /// The next line it prints.
    pub(super) fn line(&mut self) -> String {
        self.lines.next().expect("it goes on").unwrap()
    }

    pub(super) fn json(&mut self) -> Value {
        serde_json::from_str(&self.line()).unwrap()
    }

    /// The name and the outcome of the next document.
    fn outcome(&mut self) -> (String, String) {
        let line = self.json();
        let text = |name: &str| line[name].as_str().unwrap_or_else(|| panic!("{line}")).to_owned();
        (text("name"), text("outcome"))
    }

    /// Sends a signal and waits; gives the exit code, what it still printed and what it complained about.
    pub(super) fn stop(mut self, signal: &str) -> (Option<i32>, Vec<String>, String) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args([signal, &pid]).status().unwrap().success());
        let rest = self.lines.by_ref().map(Result::unwrap).collect();
        let error: Vec<String> = self.complaints.iter().collect();
        (self.child.wait().unwrap().code(), rest, error.join("\n"))
    }
}

impl Drop for WatchProcess {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn put(home: &Home, name: &str, text: &str) {
    let path = home.path("in").join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

/// Every file of a folder with its content and time.
fn content(folder: &Path) -> BTreeMap<String, (Vec<u8>, SystemTime)> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(content(&path));
        } else {
            let time = std::fs::metadata(&path).unwrap().modified().unwrap();
            found.insert(path.display().to_string(), (std::fs::read(&path).unwrap(), time));
        }
    }
    found
}

fn outcome(name: &str, outcome: &str) -> (String, String) {
    (name.to_owned(), outcome.to_owned())
}

#[test]
fn what_is_put_into_the_folder_is_read_once_and_left_alone() {
    let home = Home::new();
    put(&home, "先に.txt", RELEASE);
    put(&home, "途中.pdf.part", "%PDF-1.7");
    put(&home, "~$論文.docx", "yamada");
    let mut watch = WatchProcess::start(&home, &["--json"]);
    assert_eq!(watch.outcome(), outcome("先に.txt", "created"));
    put(&home, "下/もっと下/後で.txt", "後で発表しました。\n");
    assert_eq!(watch.outcome(), outcome("下/もっと下/後で.txt", "created"));
    put(&home, "写し.txt", RELEASE);
    assert_eq!(watch.outcome(), outcome("写し.txt", "unchanged"), "known by content");
    put(&home, "下/もっと下/後で.txt", "後で訂正しました。\n");
    assert_eq!(watch.outcome(), outcome("下/もっと下/後で.txt", "created"));
    put(&home, "壊れた.pdf", "%PDF-1.4\nno");
    let broken = watch.json();
    assert_eq!((&broken["outcome"], &broken["error"]["code"]), (&"failed".into(), &"broken_file".into()), "{broken}");
    put(&home, "表.xlsx", "ja,en\n");
    assert_eq!(watch.json()["skipped"][0]["reason"], "other_kind");
    // What failed is not tried again: the next line is about the next file.
    put(&home, "途中.txt", "発表しま");
    put(&home, "壊れた.pdf", "訂正しました。\n");
    let next = [watch.outcome(), watch.outcome()];
    assert!(
        next.contains(&outcome("壊れた.pdf", "created")) && next.contains(&outcome("途中.txt", "created")),
        "{next:?}"
    );
    let before = content(&home.path("in"));
    let (code, rest, error) = watch.stop("-TERM");
    assert_eq!((code, rest.as_slice()), (Some(0), &[] as &[String]), "{error}");
    assert_eq!(content(&home.path("in")), before);
    assert_eq!(before.len(), 8);
    // Another time, everything is known.
    let mut watch = WatchProcess::start(&home, &["--json"]);
    let known: Vec<(String, String)> = std::iter::repeat_with(|| watch.json())
        .filter(|line| line["name"].is_string())
        .take(5)
        .map(|line| (line["name"].as_str().unwrap().to_owned(), line["outcome"].as_str().unwrap().to_owned()))
        .collect();
    assert!(known.iter().all(|(_, outcome)| outcome == "unchanged"), "{known:?}");
    assert_eq!(watch.stop("-INT").0, Some(0));
}

#[test]
fn lines_are_for_people_without_json_and_what_was_known_at_the_start_is_only_counted() {
    let home = Home::new();
    put(&home, "論文.txt", RELEASE);
    home.prints(&["--no-starter", "ingest", home.path("in").to_str().unwrap()], 0);
    let mut watch = WatchProcess::start(&home, &[]);
    put(&home, "発表.txt", &RELEASE.replace("電波", "渦巻"));
    assert_eq!(watch.line(), "発表.txt: added as release 2, 1 entry, 1 link, 0 doubts");
    put(&home, "写真.png", "\u{89}PNG");
    put(&home, "壊れた.pdf", "%PDF-1.4\nno");
    assert_eq!(watch.line(), "壊れた.pdf: failed");
    let (code, rest, error) = watch.stop("-TERM");
    assert_eq!((code, rest.as_slice()), (Some(0), &[] as &[String]), "{error}");
    for part in [
        "Watching ",
        "1 file in the folder had been read before.",
        "写真.png: skipped (",
        "壊れた.pdf: error broken_file: ",
    ] {
        assert!(error.contains(part), "{error}");
    }
}

#[test]
fn two_languages_of_one_release_are_paired_whenever_they_come() {
    let home = Home::new();
    let ja = "クジラの歌を数える\n\n私たちは2024年5月に北の海で420頭のクジラの声を録音した。声はニューラルネットワークで12種類に分けた。\n\n水温が3度上がると、クジラが歌う時間は20%減った。この方法は他の動物の研究にも使える。\n";
    let en = "Counting the songs of whales\n\nIn May 2024 we recorded the voices of 420 whales in the northern sea. The voices were divided into 12 types with a neural network.\n\nWhen the water was 3 degrees warmer, the time whales spent singing decreased by 20 percent. This method can also be used to study other animals.\n";
    let mut watch = WatchProcess::start(&home, &["--json"]);
    put(&home, "whale_ja.txt", ja);
    assert_eq!(watch.outcome(), outcome("whale_ja.txt", "created"));
    put(&home, "whale_en.txt", en);
    assert_eq!(watch.outcome(), outcome("whale_en.txt", "created"));
    let pair = watch.json();
    assert_eq!(
        (&pair["ja"], &pair["same"], &pair["segments"]),
        (&"whale_ja.txt".into(), &true.into(), &5.into()),
        "{pair}"
    );
    assert_eq!(watch.stop("-TERM").0, Some(0));
}

#[test]
fn a_server_on_the_same_base_sees_what_the_folder_brings() {
    let home = Home::new();
    home.prints(&["--no-starter", "projects", "create", "default"], 0);
    let server = ServeProcess::start(&home);
    let lookup = "/v1/terms?q=%E9%9B%BB%E6%B3%A2%E9%8A%80%E6%B2%B3";
    let (status, answer) = server.send("GET", lookup, "").unwrap();
    assert!(status == 200 && !answer.contains("radio galaxy"), "{answer}");
    let mut watch = WatchProcess::start(&home, &["--json"]);
    put(&home, "論文.txt", RELEASE);
    assert_eq!(watch.outcome(), outcome("論文.txt", "created"));
    let (_, answer) = server.send("GET", lookup, "").unwrap();
    assert!(answer.contains("radio galaxy"), "{answer}");
    let (_, answer) = server.send("POST", "/v1/releases?name=b.txt", "サーバーでも発表しました。\n").unwrap();
    assert!(answer.contains("created"), "{answer}");
    put(&home, "c.txt", "サーバーでも発表しました。\n");
    assert_eq!(watch.outcome(), outcome("c.txt", "unchanged"));
    assert_eq!(watch.stop("-TERM").0, Some(0));
}

#[test]
fn a_folder_that_is_none_is_refused_and_one_that_goes_is_reported_once() {
    let home = Home::new();
    std::fs::write(home.path("file"), "発表").unwrap();
    for (folder, exit, code) in [("none", 1, "file_unreadable"), ("file", 2, "invalid_request")] {
        let error = home.complains(&["--no-starter", "watch", home.path(folder).to_str().unwrap()], exit);
        assert!(error.contains(code), "{error}");
    }
    home.complains(&["watch", home.path("").to_str().unwrap(), "--poll", "0"], 2);
    let mut watch = WatchProcess::start(&home, &["--json"]);
    put(&home, "a.txt", "発表しました。\n");
    assert_eq!(watch.outcome(), outcome("a.txt", "created"));
    std::fs::rename(home.path("in"), home.path("away")).unwrap();
    assert!(watch.complaints.iter().any(|line| line.contains("file_unreadable")));
    // Time to say it again, which it must not.
    std::thread::sleep(std::time::Duration::from_secs(3));
    std::fs::rename(home.path("away"), home.path("in")).unwrap();
    put(&home, "b.txt", "また発表しました。\n");
    assert_eq!(watch.outcome(), outcome("b.txt", "created"), "`a.txt` is not new");
    let (code, _, error) = watch.stop("-TERM");
    assert_eq!((code, error.matches("file_unreadable").count()), (Some(0), 0), "{error}");
}
