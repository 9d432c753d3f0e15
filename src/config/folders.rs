//! The user's folders for data and for configurations.

use std::path::PathBuf;

/// The folder for the program's configuration: the XDG folder, or the Library on macOS.
pub(super) fn config_folder(path: &impl Fn(&'static str) -> Option<PathBuf>) -> Option<PathBuf> {
    let base = path("XDG_CONFIG_HOME").filter(|folder| folder.is_absolute()).or_else(|| {
        let home = path("HOME")?;
        if cfg!(target_os = "macos") {
            Some(home.join("Library").join("Application Support"))
        } else {
            Some(home.join(".config"))
        }
    });
    base.or_else(|| path("APPDATA")).map(|base| base.join("taiyaku"))
}

/// The user's data folder: the XDG folder, or the Library on macOS.
pub(super) fn data_folder(path: &impl Fn(&'static str) -> Option<PathBuf>) -> Option<PathBuf> {
    let base = path("XDG_DATA_HOME").filter(|folder| folder.is_absolute()).or_else(|| {
        let home = path("HOME")?;
        if cfg!(target_os = "macos") {
            Some(home.join("Library").join("Application Support"))
        } else {
            Some(home.join(".local").join("share"))
        }
    });
    base.or_else(|| path("LOCALAPPDATA")).map(|base| base.join("taiyaku"))
}
