//! The two languages of the catalogue agree with each other and with the code that uses them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

type Messages = BTreeMap<String, BTreeSet<String>>;

#[test]
fn both_languages_hold_the_same_files() {
    assert_eq!(names(&locales("ja")), names(&locales("en")));
}

#[test]
fn both_languages_hold_the_same_keys() {
    let (ja, en) = (messages("ja"), messages("en"));
    let only = |one: &Messages, other: &Messages| -> Vec<String> {
        one.keys().filter(|key| !other.contains_key(*key)).cloned().collect()
    };
    assert_eq!(only(&ja, &en), Vec::<String>::new(), "only in Japanese");
    assert_eq!(only(&en, &ja), Vec::<String>::new(), "only in English");
}

#[test]
fn both_languages_use_the_same_variables() {
    let en = messages("en");
    let differ: Vec<_> = messages("ja")
        .into_iter()
        .filter(|(key, variables)| en.get(key).is_some_and(|other| other != variables))
        .map(|(key, variables)| format!("{key}: ja {variables:?}, en {:?}", en[&key]))
        .collect();
    assert!(differ.is_empty(), "{differ:#?}");
}

#[test]
fn every_key_that_code_asks_for_exists() {
    let known = messages("ja");
    let mut missing = Vec::new();
    for (path, text) in sources() {
        for key in asked_for(&text) {
            if !known.contains_key(key) {
                missing.push(format!("{}: {key}", path.strip_prefix(root()).unwrap_or(&path).display()));
            }
        }
    }
    assert!(missing.is_empty(), "asked for and not in locales/: {missing:#?}");
}

#[test]
fn every_key_is_used() {
    let families = families();
    let mut quoted = BTreeSet::new();
    let sources = sources();
    for (_, text) in &sources {
        quoted.extend(quoted_words(text));
    }
    let unused: Vec<String> = messages("ja")
        .into_keys()
        .filter(|key| !quoted.contains(key.as_str()) && !families.iter().any(|family| key.starts_with(family)))
        .collect();
    assert!(
        unused.is_empty(),
        "in locales/ and used nowhere (families are listed in locales/families.txt): {unused:#?}"
    );
}

#[test]
fn every_family_has_members() {
    let messages = messages("ja");
    let lonely: Vec<_> =
        families().into_iter().filter(|family| !messages.keys().any(|key| key.starts_with(family))).collect();
    assert!(lonely.is_empty(), "{lonely:?}");
}

#[test]
fn the_scanner_finds_what_templates_and_code_ask_for() {
    assert_eq!(
        asked_for(r#"{{ frame.t("a-b") }} lang.t1( "c-d", x) t2("e-f" not("g-h") t(name)"#),
        ["a-b", "c-d", "e-f"]
    );
}

/// Keys that stand as literals in calls of `t`, `t1`, `t2` and `tn`.
fn asked_for(text: &str) -> Vec<&str> {
    let mut keys = Vec::new();
    for call in ["t(", "t1(", "t2(", "tn("] {
        for (at, _) in text.match_indices(call) {
            let before = text[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
                continue;
            }
            let rest = text[at + call.len()..].trim_start();
            let key = rest.strip_prefix('"').and_then(|rest| rest.split_once('"')).map(|(key, _)| key);
            keys.extend(key.filter(|key| is_key(key)));
        }
    }
    keys
}

fn quoted_words(text: &str) -> impl Iterator<Item = String> {
    text.split('"').filter(|word| is_key(word)).map(str::to_owned)
}

fn is_key(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
        && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// Beginnings of keys that code puts together; the file says where.
fn families() -> Vec<String> {
    let list = fs::read_to_string(root().join("locales/families.txt")).expect("the list of families is there");
    let lines = list.lines().map(|line| line.split('#').next().unwrap_or("").trim());
    lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn messages(lang: &str) -> Messages {
    let mut messages = Messages::new();
    for file in locales(lang) {
        let source = fs::read_to_string(&file).expect("a listed file can be read");
        let resource = parser::parse(source).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.display()));
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let mut variables = BTreeSet::new();
            message.value.iter().for_each(|pattern| in_pattern(pattern, &mut variables));
            let before = messages.insert(message.id.name.clone(), variables);
            assert!(before.is_none(), "{} says {} again", file.display(), message.id.name);
        }
    }
    messages
}

fn in_pattern(pattern: &Pattern<String>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        in_expression(expression, variables);
    }
}

fn in_expression(expression: &Expression<String>, variables: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, variables),
        Expression::Select { selector, variants } => {
            in_inline(selector, variables);
            variants.iter().for_each(|variant| in_pattern(&variant.value, variables));
        }
    }
}

fn in_inline(inline: &InlineExpression<String>, variables: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.clone());
        }
        InlineExpression::FunctionReference { arguments: CallArguments { positional, .. }, .. } => {
            positional.iter().for_each(|argument| in_inline(argument, variables));
        }
        InlineExpression::Placeable { expression } => in_expression(expression, variables),
        _ => {}
    }
}

/// Every Rust file and template of the workspace but this one, without comments.
fn sources() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    walk(&root().join("crates"), &mut found);
    assert!(found.len() > 20, "the sources are where this test looks");
    found
}

fn walk(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).expect("a folder of the workspace can be read") {
        let path = entry.expect("an entry of it, too").path();
        if path.is_dir() {
            walk(&path, found);
            continue;
        }
        let wanted = path.extension().is_some_and(|ending| ending == "rs" || ending == "html" || ending == "txt");
        if wanted && !path.ends_with("ui/tests/catalogue.rs") {
            let text = fs::read_to_string(&path).unwrap_or_default();
            let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            found.push((path, code.join("\n")));
        }
    }
}

fn locales(lang: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("locales").join(lang)).expect("the folder of a language is there");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry of it").path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "ftl"));
    files.sort();
    files
}

fn names(files: &[PathBuf]) -> Vec<String> {
    files.iter().filter_map(|file| Some(file.file_name()?.to_string_lossy().into_owned())).collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
