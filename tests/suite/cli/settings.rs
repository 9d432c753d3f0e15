//! Settings: where they come from, what is wrong with a configuration file, and that a command which reads makes no file.

use std::fs;

use serde_json::Value;
use taiyaku::config::{SETTINGS, Setting, SettingKind};

use super::Home;

/// A value of a setting as a variable has it, and as the configuration file has it.
fn values(setting: &Setting) -> (String, String) {
    let value = match setting.name {
        "listen" => "127.0.0.1:8000",
        "token" => "0123456789abcdef",
        "public_url" => "https://terms.example",
        "allow_origin" => "https://a.example, https://b.example",
        "trusted_proxy" => "10.0.0.0/8",
        "rate_limit" => "7",
        "ocr" => "never",
        "require_token" => "true",
        "database" | "dictionary" | "pdfium" => "/nowhere/用語",
        _ => "吉野",
    };
    let in_file = match setting.kind {
        SettingKind::Path | SettingKind::Text => format!("\"{value}\""),
        SettingKind::Number | SettingKind::Switch => value.to_owned(),
        SettingKind::List => format!("[\"{}\"]", value.replace(", ", "\", \"")),
    };
    (value.to_owned(), in_file)
}

fn write_private(home: &Home, text: &str) {
    let folder = home.path(".config/taiyaku");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("config.toml"), text).unwrap();
    #[cfg(unix)]
    set_mode(home, 0o600);
}

#[cfg(unix)]
fn set_mode(home: &Home, mode: u32) {
    let permissions = std::os::unix::fs::PermissionsExt::from_mode(mode);
    fs::set_permissions(home.path(".config/taiyaku/config.toml"), permissions).unwrap();
}

/// What `config` says about a setting: value, origin, from.
fn shown(home: &Home, setting: &Setting, variable: Option<&str>) -> (Option<String>, String, Option<String>) {
    let mut command = home.command(&["config", "--json"]);
    for setting in SETTINGS {
        command.env_remove(setting.variable);
    }
    if let Some(value) = variable {
        command.env(setting.variable, value);
    }
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}: {}", setting.name, String::from_utf8_lossy(&output.stderr));
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    let found = answer["settings"].as_array().unwrap().iter().find(|found| found["name"] == setting.name).unwrap();
    let text = |member: &str| found[member].as_str().map(str::to_owned);
    (text("value"), text("origin").unwrap(), text("from"))
}

#[test]
fn every_setting_comes_from_the_environment_or_the_file_and_is_in_the_manual() {
    let manual = include_str!("../../../docs/OPERATION.md");
    let help: String = [&["--help"][..], &["serve", "--help"], &["review", "--help"]]
        .iter()
        .map(|arguments| Home::new().prints(arguments, 0))
        .collect();
    let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
    for setting in SETTINGS {
        let (value, in_file) = values(setting);
        let printed = if setting.is_secret() { "(hidden)".to_owned() } else { value.clone() };
        let home = Home::new();
        assert_ne!(shown(&home, setting, None).0, Some(printed.clone()), "{}", setting.name);
        let of_variable = (Some(printed.clone()), "environment".to_owned(), Some(setting.variable.to_owned()));
        assert_eq!(shown(&home, setting, Some(&value)), of_variable);
        write_private(&home, &format!("# 設定\n{} = {in_file}\n", setting.name));
        let (found, origin, from) = shown(&home, setting, None);
        assert_eq!((found, origin.as_str()), (Some(printed), "file"), "{}", setting.name);
        assert!(from.unwrap().ends_with("config.toml:2"), "{}", setting.name);
        assert_eq!(shown(&home, setting, Some(&value)), of_variable, "the environment goes before the file");
        let option = setting.option.map_or("–".to_owned(), |option| format!("`{option}`"));
        let row = format!("| `{}` | `{}` | {option} |", setting.name, setting.variable);
        assert!(manual.contains(&row), "docs/OPERATION.md has no row {row}");
        if let Some(option) = setting.option {
            assert!(help.contains(option) && help.contains(setting.variable), "--help: {option}, {}", setting.variable);
        }
    }
}

#[test]
fn a_configuration_file_that_cannot_be_used_is_an_error() {
    let home = Home::new();
    let named = |name: &str| home.path(name).to_str().unwrap().to_owned();
    fs::write(home.path("typo.toml"), "project = \"腸\"\ndatabsae = \"x.db\"\n").unwrap();
    fs::write(home.path("broken.toml"), "project = \n").unwrap();
    fs::write(home.path("listen.toml"), "listen = \"どこか\"\n").unwrap();
    for (name, code, said) in [
        ("missing.toml", "config_unreadable", "missing.toml"),
        ("typo.toml", "config_unknown_key", "typo.toml:2:1: `databsae`"),
        ("broken.toml", "config_invalid", "broken.toml:1:"),
        ("listen.toml", "invalid_listen_address", "listen.toml:1:1: `どこか`"),
    ] {
        let error = home.complains(&["--config", &named(name), "projects"], 2);
        assert!(error.contains(&format!("({code})")) && error.contains(said), "{error}");
        let output = home.command(&["projects"]).env("TAIYAKU_CONFIG", named(name)).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{name}");
    }
    #[cfg(unix)]
    {
        write_private(&home, "token = \"0123456789abcdef\"\n");
        assert!(!home.prints(&["config"], 0).contains("0123456789abcdef"));
        set_mode(&home, 0o644);
        let error = home.complains(&["config"], 2);
        assert!(error.contains("(config_token_exposed)") && !error.contains("0123456789abcdef"), "{error}");
    }
}

/// Commands that only read, or need something that is there.
const READING: &[&[&str]] = &[
    &["lookup", "転移"],
    &["suggest", "転移を調べた。"],
    &["concordance", "転移"],
    &["coverage"],
    &["worklist", "without-english"],
    &["sources"],
    &["projects"],
    &["releases"],
    &["starter"],
    &["token", "list"],
    &["review"],
    &["review", "accept", "転移 = metastasis"],
    &["export", "--format", "csv"],
    &["link"],
    &["health", "--here"],
];

#[test]
fn a_command_that_reads_makes_no_file() {
    for arguments in READING {
        let home = Home::new();
        let error = home.complains(arguments, 4);
        assert!(error.contains("base.db") && error.contains("(database_not_found)"), "{arguments:?}: {error}");
        assert_eq!(fs::read_dir(home.folder.path()).unwrap().count(), 0, "{arguments:?}");
    }
    // The base in the data folder is empty until something is stored.
    for arguments in READING {
        let home = Home::new();
        let output = home.command(arguments).env_remove("TAIYAKU_DATABASE").output().unwrap();
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(matches!(output.status.code(), Some(0 | 1 | 3)), "{arguments:?}: {error}");
        assert_eq!(fs::read_dir(home.folder.path()).unwrap().count(), 0, "{arguments:?}");
    }
}
