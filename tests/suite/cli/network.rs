//! Documents cannot make the program open connections: what they point to is never fetched.

use std::fs;
use std::io::ErrorKind;
use std::net::TcpListener;

use super::Home;

#[test]
fn nothing_that_a_document_points_to_is_fetched() {
    let home = Home::new();
    let trap = TcpListener::bind("127.0.0.1:0").unwrap();
    trap.set_nonblocking(true).unwrap();
    let url = format!("http://{}", trap.local_addr().unwrap());
    let page = format!(
        "<!DOCTYPE html><html><head><base href=\"{url}/\"><link rel=stylesheet href=\"{url}/a.css\">\
         <meta http-equiv=refresh content=\"0; url={url}/b\"><script src=\"{url}/c.js\"></script></head>\
         <body><img src=\"{url}/d.png\"><iframe src=\"{url}/e\"></iframe>\
         <p>電波銀河（radio galaxy）（注1）を調べた。<p>用語解説<p>（注1）電波銀河：電波を出す銀河。</body></html>"
    );
    let memory = format!(
        "<?xml version=\"1.0\"?><?xml-stylesheet href=\"{url}/a.xsl\"?><!DOCTYPE tmx SYSTEM \"{url}/tmx14.dtd\">\
         <tmx version=\"1.4\"><header srclang=\"ja\"/><body><tu><tuv xml:lang=\"ja\"><seg>銀河を見た。</seg></tuv>\
         <tuv xml:lang=\"en\"><seg>We saw {url}/galaxy.</seg></tuv></tu></body></tmx>"
    );
    let entity = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE tmx [<!ENTITY % a SYSTEM \"{url}/a.ent\"> %a; <!ENTITY b SYSTEM \"{url}/b\">]>\
         <tmx version=\"1.4\"><header srclang=\"ja\"/><body><tu><tuv xml:lang=\"ja\"><seg>&b;</seg></tuv>\
         <tuv xml:lang=\"en\"><seg>a</seg></tuv></tu></body></tmx>"
    );
    let table = format!("ja,en,url\n銀河団,galaxy cluster,{url}/cluster\n");
    for (name, text) in [("a.html", page), ("m.tmx", memory), ("entity.tmx", entity), ("t.csv", table)] {
        fs::write(home.path(name), text).unwrap();
    }
    let path = |name: &str| home.path(name).display().to_string();
    home.prints(&["--no-starter", "ingest", &path("a.html")], 0);
    home.prints(&["--no-starter", "import", &path("m.tmx"), &path("t.csv")], 0);
    home.prints(&["--no-starter", "import", &path("entity.tmx")], 1);
    home.prints(&["check", &path("m.tmx")], 0);
    for words in
        [&["lookup", "電波銀河"][..], &["suggest", "銀河を見た。"], &["sources"], &["export"], &["health", "--here"]]
    {
        home.prints(words, 0);
    }
    let called = trap.accept().map(|(_, address)| address).map_err(|error| error.kind());
    assert_eq!(called, Err(ErrorKind::WouldBlock));
}
