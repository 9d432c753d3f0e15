//! The language server, run as a program over standard input and output.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod acting;
mod answers;
pub(crate) mod client;
mod diagnostics;
mod editing;
mod positions;
mod remote;

use client::Client;
use serde_json::{Value, json};

use crate::cli::Home;

/// Terms and a memory in a base of its own.
pub(crate) fn home() -> Home {
    let home = Home::new();
    std::fs::write(
        home.path("terms.csv"),
        "ja,en,reading,status\n視床下部,hypothalamus,シショウカブ,approved\n視床下部,under-thalamus,シショウカブ,forbidden\n\
         神経細胞,neuron,シンケイサイボウ,approved\n神経細胞,nerve cell,シンケイサイボウ,provisional\n\
         𠮷野熊,Yoshino bear,ヨシノグマ,approved\n",
    )
    .unwrap();
    std::fs::write(
        home.path("memory.tmx"),
        "<tmx version=\"1.4\"><header srclang=\"ja\" segtype=\"sentence\" datatype=\"plaintext\"/><body>\
         <tu><tuv xml:lang=\"ja\"><seg>𠮷野熊の視床下部を調べた。</seg></tuv>\
         <tuv xml:lang=\"en\"><seg>We examined the hypothalamus of the Yoshino bear.</seg></tuv></tu>\
         <tu><tuv xml:lang=\"ja\"><seg>脳の重さは5 g &amp; 6 gだった。</seg></tuv>\
         <tuv xml:lang=\"en\"><seg>The brains weighed 5 g &amp; 6 g.</seg></tuv></tu></body></tmx>",
    )
    .unwrap();
    home.prints(&["--no-starter", "--quiet", "import", home.path("terms.csv").to_str().unwrap()], 0);
    home.prints(&["--no-starter", "--quiet", "import", "--approved", home.path("memory.tmx").to_str().unwrap()], 0);
    home
}

/// An editor with a server over this base, which answers.
pub(crate) fn editor(home: &Home, options: Value) -> Client {
    let mut client = Client::start(home, &["--no-starter", "lsp"], &[]);
    client.initialize(json!({}), options);
    client.ready();
    client
}

/// A draft of two units: in the first a forbidden rendering behind 𠮷, the second without translation.
pub(crate) const DRAFT: &str = "<?xml version=\"1.0\"?>\r\n<xliff version=\"1.2\"><file original=\"d\" source-language=\"ja\" target-language=\"en\" datatype=\"plaintext\"><body>\r\n\
<trans-unit id=\"1\"><source>𠮷野熊の視床下部を詳しく調べた。</source><target>𠮷: We examined the under-thalamus &amp; the under-thalamus of the Yoshino bear.</target></trans-unit>\r\n\
<trans-unit id=\"2\"><source>神経細胞が3個あった。</source><target></target></trans-unit>\r\n\
<trans-unit id=\"3\"><source>𠮷野熊の視床下部を調べた。</source></trans-unit>\r\n\
</body></file></xliff>\r\n";
