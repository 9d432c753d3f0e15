//! Which file of the program imports from which, read from the source text.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// The path of a module, without `crate`: `["app", "concepts", "attach"]`.
pub(crate) type Module = Vec<String>;

/// A source file of the program.
pub(crate) struct Source {
    pub(crate) path: PathBuf,
    pub(crate) module: Module,
    /// The text without comments and without the tests at its end.
    pub(crate) code: String,
}

/// Who imports from whom: for each module the modules it names, with the path it names them by.
pub(crate) type Graph = BTreeMap<Module, BTreeMap<Module, String>>;

/// The graph of these files. An import of something a module only re-exports counts for the file that defines it; a child
/// may use what its own parents define, so those imports are left out.
pub(crate) fn graph(sources: &[Source]) -> Graph {
    let modules: BTreeSet<&Module> = sources.iter().map(|source| &source.module).collect();
    let mut exports: BTreeMap<(Module, String), Module> = BTreeMap::new();
    for source in sources {
        for path in re_exports(&source.code) {
            let target = absolute(&source.module, &path);
            if let Some(name) = target.last() {
                exports.insert((source.module.clone(), name.clone()), target.clone());
            }
        }
    }
    let mut graph = Graph::new();
    for source in sources {
        let mut imports = BTreeMap::new();
        for path in paths(&source.code) {
            let target = absolute(&source.module, &path);
            let Some(module) = defining_module(&target, &modules, &exports) else { continue };
            let is_ancestor = module.len() < source.module.len() && source.module.starts_with(&module);
            if module != source.module && !is_ancestor {
                imports.entry(module).or_insert_with(|| path.join("::"));
            }
        }
        graph.insert(source.module.clone(), imports);
    }
    graph
}

/// The shortest circle through each group of files that import each other, as the modules in order.
pub(crate) fn circles(graph: &Graph) -> Vec<Vec<Module>> {
    let mut found: Vec<Vec<Module>> = Vec::new();
    let mut in_a_circle: BTreeSet<&Module> = BTreeSet::new();
    for start in graph.keys() {
        if in_a_circle.contains(start) {
            continue;
        }
        if let Some(circle) = shortest_circle(graph, start) {
            in_a_circle
                .extend(circle.iter().filter_map(|module| graph.get_key_value(module)).map(|(module, _)| module));
            found.push(circle);
        }
    }
    found
}

fn shortest_circle(graph: &Graph, start: &Module) -> Option<Vec<Module>> {
    let mut from: BTreeMap<&Module, &Module> = BTreeMap::new();
    let mut waiting = std::collections::VecDeque::from([start]);
    while let Some(module) = waiting.pop_front() {
        for next in graph.get(module)?.keys() {
            if next == start {
                let mut circle = vec![module.clone()];
                let mut at = module;
                while at != start {
                    at = from.get(at)?;
                    circle.push(at.clone());
                }
                circle.reverse();
                return Some(circle);
            }
            let Some((next, _)) = graph.get_key_value(next) else { continue };
            if !from.contains_key(next) {
                from.insert(next, module);
                waiting.push_back(next);
            }
        }
    }
    None
}

/// The longest part of a path that is a module, after following what modules re-export.
fn defining_module(
    path: &[String],
    modules: &BTreeSet<&Module>,
    exports: &BTreeMap<(Module, String), Module>,
) -> Option<Module> {
    let mut path = path.to_vec();
    for _ in 0..8 {
        let length = (1..=path.len()).rev().find(|length| modules.contains(&path[..*length].to_vec()))?;
        let module = path[..length].to_vec();
        let Some(name) = path.get(length) else { return Some(module) };
        match exports.get(&(module.clone(), name.clone())) {
            Some(target) if *target != path => {
                let rest = path[length + 1..].to_vec();
                path = [target.clone(), rest].concat();
            }
            _ => return Some(module),
        }
    }
    None
}

/// A path as written in `module`, from the root of the program.
pub(crate) fn absolute(module: &[String], path: &[String]) -> Module {
    let mut base = module.to_vec();
    let mut rest = path;
    match rest.first().map(String::as_str) {
        Some("crate") => (base, rest) = (Vec::new(), &rest[1..]),
        Some("self") => rest = &rest[1..],
        _ => {}
    }
    while rest.first().is_some_and(|name| name == "super") {
        base.pop();
        rest = &rest[1..];
    }
    base.extend(rest.iter().cloned());
    base
}

/// Every path that begins with `crate`, `super` or `self`, those in groups one by one.
pub(crate) fn paths(code: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for root in ["crate", "super", "self"] {
        for (at, _) in code.match_indices(&format!("{root}::")) {
            let before = code[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '$' | ':')) {
                continue;
            }
            tree(&code[at + root.len() + 2..], &[root.to_owned()], &mut found);
        }
    }
    found
}

/// Paths of `pub use`, those of children written as `self::child`.
fn re_exports(code: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("pub") {
        let rest = code[at + 3..].trim_start();
        let rest =
            if rest.starts_with('(') { rest.split_once(')').map_or("", |(_, rest)| rest).trim_start() } else { rest };
        let Some(path) = rest.strip_prefix("use ") else { continue };
        match ["crate::", "super::", "self::"].iter().find(|root| path.starts_with(**root)) {
            Some(root) => tree(&path[root.len()..], &[root.trim_end_matches(':').to_owned()], &mut found),
            None => tree(path, &["self".to_owned()], &mut found),
        }
    }
    found
}

/// Reads one tree of a `use`, or a path in an expression, behind `before`.
fn tree(text: &str, before: &[String], found: &mut Vec<Vec<String>>) {
    let text = text.trim_start();
    if let Some(group) = text.strip_prefix('{') {
        let mut depth = 0;
        let mut start = 0;
        for (at, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => {
                    tree(&group[start..at], before, found);
                    return;
                }
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    tree(&group[start..at], before, found);
                    start = at + 1;
                }
                _ => {}
            }
        }
        return;
    }
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    if end == 0 {
        return;
    }
    let path = [before, &[text[..end].to_owned()]].concat();
    match text[end..].trim_start().strip_prefix("::") {
        Some(rest) if !rest.trim_start().starts_with(['*', '<']) => tree(rest, &path, found),
        _ if text[..end] == *"self" => found.push(before.to_vec()),
        _ => found.push(path),
    }
}
