//! Puts the pages of the workbench into the program: what `npm run build` has made in `web/dist`, or nothing if that was not run.

#![expect(clippy::disallowed_methods, reason = "cargo tells a build script everything by variables")]

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Where the pages are.
const FOLDER: &str = "web/dist";
/// Folders of it whose files are served: the document itself, and what it loads.
const SERVED: [&str; 2] = ["", "assets/"];

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let target = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    watch(&root);
    let mut table = String::from("static FILES: &[(&str, &[u8])] = &[\n");
    for prefix in SERVED {
        for path in files(&root.join(FOLDER).join(prefix))? {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            // Writing to a `String` cannot fail.
            let _ = writeln!(
                table,
                "    ({:?}, include_bytes!({:?})),",
                format!("{prefix}{name}"),
                path.display().to_string()
            );
        }
    }
    table.push_str("];\n");
    fs::write(target.join("pages.rs"), table)
}

/// Has cargo run this again when the pages have changed.
fn watch(root: &Path) {
    println!("cargo::rerun-if-changed=build.rs");
    // Without pages, whatever appears in `web` may be the first of them. A folder that is not there must not be named: cargo would
    // build everything again each time.
    let watched = [FOLDER, "web"].into_iter().find(|folder| root.join(folder).is_dir());
    if let Some(folder) = watched {
        println!("cargo::rerun-if-changed={folder}");
    }
}

/// The files in a folder, by name; none if there is no such folder.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_file() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
