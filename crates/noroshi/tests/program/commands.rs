//! From `init` to a restored backup.

use crate::tools::{Folder, numbers, run, write_form};

const FORMS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../intake/tests/forms");

#[test]
fn a_folder_is_made_once() {
    let folder = Folder::new();
    let data = folder.arg("data");
    run(&["serve", "--data", &data]).refused("There is no folder");
    run(&["init", "--data", &data]).fine();
    run(&["init", "--data", &data]).refused("nothing was changed");
    assert_eq!(mode(&folder, "data/keys/master.key"), 0o600);
    assert_eq!(mode(&folder, "data"), 0o700);
}

#[test]
fn nobody_guesses_the_folder() {
    run(&["report", "list"]).refused("--data DIR");
}

#[test]
fn accounts_are_made_listed_and_closed() {
    let folder = Folder::made("data");
    let data = folder.arg("data");
    let add = |login: &str, role: &str| {
        run(&[
            "account",
            "add",
            "--data",
            &data,
            "--role",
            role,
            "--login",
            login,
            "--name",
            "森 あおい",
            "--mail",
            "m@a.example",
        ])
    };
    let made = add("mori", "receiving-desk").fine();
    assert!(made.out.contains("password") && made.out.contains("otpauth://totp/"));
    add("mori", "coordinator").refused("is there already");
    add("Mori!", "coordinator").refused("login name");
    let nobody = ["--developer", "まだない株式会社"];
    let of_developer = [
        "account",
        "add",
        "--data",
        &data,
        "--role",
        "developer",
        "--login",
        "x2",
        "--name",
        "x",
        "--mail",
        "m@a.example",
    ];
    run(&[&of_developer[..], &nobody].concat()).refused("No developer in the register");
    assert_eq!(run(&of_developer).code, Some(64));
    assert_eq!(listed(&data), "mori\treceiving-desk\topen\t森 あおい\tm@a.example\n");
    let code = run(&["account", "new-code", "--data", &data, "--login", "mori"]).fine();
    assert!(code.out.contains("otpauth://totp/") && !code.out.contains("password"));
    run(&["account", "close", "--data", &data, "--login", "mori"]).fine();
    assert!(listed(&data).contains("\tclosed\t"));
    run(&["account", "close", "--data", &data, "--login", "nobody"]).refused("There is no account nobody");
}

fn listed(data: &str) -> String {
    run(&["account", "list", "--data", data]).fine().out
}

#[test]
fn the_exit_code_says_what_became_of_the_files() {
    let folder = Folder::made("data");
    let data = folder.arg("data");
    let import = |files: &[&str]| run(&[&["report", "import", "--data", &data][..], files].concat());
    let whole =
        ["product.txt", "website.txt", "own-product.txt", "product-english.txt"].map(|name| format!("{FORMS}/{name}"));
    let whole: Vec<&str> = whole.iter().map(String::as_str).collect();
    let first = import(&whole).fine();
    assert_eq!(first.out.lines().count(), 4);
    let again = import(&whole).fine();
    assert!(again.out.contains("was taken in before"));
    assert_eq!(numbers(&data).len(), 4, "a file is taken in once");

    let incomplete = format!("{FORMS}/product-incomplete.txt");
    let read = import(&[&incomplete]);
    assert_eq!(read.code, Some(2));
    assert!(
        read.out.contains("somebody has to read it") && read.out.contains("  - “Name” is not filled in."),
        "{}",
        read.out
    );
    assert_eq!(import(&[&incomplete]).code, Some(2), "the second time ends as the first");

    let bad = import(&[&incomplete, "/nowhere/form.txt"]);
    assert_eq!(bad.code, Some(1));
    assert!(bad.err.contains("/nowhere/form.txt: not taken in."), "{}", bad.err);
    assert_eq!(numbers(&data).len(), 5);
}

#[test]
fn a_form_is_answered_in_the_language_of_the_terminal() {
    let folder = Folder::made("data");
    let incomplete = format!("{FORMS}/product-incomplete.txt");
    let read = run(&["report", "import", "--language", "ja", "--data", &folder.arg("data"), &incomplete]);
    assert!(read.out.contains("「氏名または名称」が記入されていません。"), "{}", read.out);
}

#[test]
fn what_is_too_large_or_empty_is_refused_before_it_is_read() {
    let folder = Folder::made("data");
    let data = folder.arg("data");
    let huge = std::fs::File::create(folder.path("huge.eml")).expect("a file");
    huge.set_len(3 << 30).expect("3 GB that take no room");
    std::fs::write(folder.path("empty.txt"), "").expect("a file");
    for (file, saying) in [("huge.eml", "too large"), ("empty.txt", "empty"), ("data", "cannot be opened")] {
        let done = run(&["report", "import", "--data", &data, &folder.arg(file)]);
        assert_eq!(done.code, Some(1));
        assert!(done.err.contains(saying), "{}", done.err);
    }
    assert!(numbers(&data).is_empty());
}

#[test]
fn a_backup_with_its_keys_is_the_same_data_elsewhere() {
    let folder = Folder::made("data");
    let (data, there) = (folder.arg("data"), folder.arg("there"));
    for number in 0..3 {
        run(&["report", "import", "--data", &data, &write_form(&folder, number)]).fine();
    }
    let (tar, keys) = (folder.arg("noroshi.tar"), folder.arg("noroshi.keys"));
    run(&["backup", "--data", &data, &tar]).fine();
    run(&["backup", "--data", &data, &tar]).refused("exists already");
    run(&["key", "export", "--data", &data, &keys]).fine();
    assert_eq!(mode(&folder, "noroshi.keys"), 0o600);

    run(&["restore", "--data", &data, &tar]).refused("not empty");
    run(&["restore", "--data", &there, &keys]).refused("not a complete backup");
    assert!(!folder.path("there").exists(), "nothing half done");
    run(&["restore", "--data", &there, &tar]).fine();
    run(&["journal", "verify", "--data", &there]).refused("The master key is missing");
    run(&["key", "import", "--data", &there, &keys]).fine();
    run(&["journal", "verify", "--data", &there]).fine();
    assert_eq!(numbers(&there), numbers(&data));
    run(&["projections", "rebuild", "--data", &there]).fine();
    assert_eq!(numbers(&there), numbers(&data));
}

#[test]
fn a_new_master_key_opens_what_the_old_one_sealed() {
    let folder = Folder::made("data");
    let data = folder.arg("data");
    run(&["report", "import", "--data", &data, &write_form(&folder, 1)]).fine();
    let before = std::fs::read(folder.path("data/keys/master.key")).expect("the key");
    run(&["key", "rotate", "--data", &data]).fine();
    assert_ne!(std::fs::read(folder.path("data/keys/master.key")).expect("the key"), before);
    run(&["journal", "verify", "--data", &data]).fine();
    assert_eq!(numbers(&data).len(), 1);
}

fn mode(folder: &Folder, name: &str) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(folder.path(name)).expect("it is there").permissions().mode() & 0o777
}
