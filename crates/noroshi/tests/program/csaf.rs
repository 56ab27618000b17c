//! `noroshi csaf check` as scripts use it: files, folders, a pipe, exit codes.

use std::fs;
use std::io::Write;
use std::process::Stdio;

use serde_json::{Value, json};

use crate::tools::{Folder, program, run};

/// A document of the base profile in which nothing mandatory is missing.
fn document() -> Value {
    json!({"document": {
        "category": "csaf_base",
        "csaf_version": "2.0",
        "publisher": {"category": "vendor", "name": "Yamabiko", "namespace": "https://yamabiko.co.jp"},
        "title": "Editor",
        "tracking": {
            "current_release_date": "2024-01-24T10:00:00Z",
            "id": "YA-2024-1",
            "initial_release_date": "2024-01-24T10:00:00Z",
            "revision_history": [{"date": "2024-01-24T10:00:00Z", "number": "1", "summary": "First."}],
            "status": "final",
            "version": "1"
        }
    }})
}

#[test]
fn files_and_folders() {
    let folder = Folder::new();
    let below = folder.path("all/2024");
    fs::create_dir_all(&below).expect("a folder");
    let good = below.join("good.json");
    fs::write(&good, document().to_string()).expect("a file");
    fs::write(below.join("other.txt"), "not looked at").expect("a file");
    let root = folder.arg("all");

    let fine = run(&["csaf", "check", "--language", "en", &root]);
    assert_eq!(fine.code, Some(0), "{}", fine.err);
    assert!(fine.out.contains("valid (0 errors, 3 warnings"), "{}", fine.out);
    assert!(fine.out.contains("6.2.10  /document/distribution  There is no TLP label."), "{}", fine.out);

    let mut broken = document();
    broken["document"]["lang"] = json!("EZ");
    fs::write(below.join("bad.json"), broken.to_string()).expect("a file");
    let bad = run(&["csaf", "check", "--level", "mandatory", "--language", "ja", &root]);
    assert_eq!(bad.code, Some(1));
    let said = "6.1.12  /document/lang  言語タグ「EZ」の「EZ」は登録されていません。";
    assert!(bad.out.contains(said) && bad.out.contains("good.json：適合"), "{}", bad.out);

    let missing = run(&["csaf", "check", "/nowhere/at/all.json"]);
    assert_eq!((missing.code, missing.err.is_empty()), (Some(1), false));
}

#[test]
fn a_pipe_and_json() {
    let mut command = program();
    command.args(["csaf", "check", "--json", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    child.stdin.take().expect("its input").write_all(b"{}").expect("it reads");
    let out = child.wait_with_output().expect("it ends");
    assert_eq!(out.status.code(), Some(1));
    let line: Value = serde_json::from_slice(&out.stdout).expect("one line of JSON");
    assert_eq!(line["valid"], false);
    assert_eq!(line["findings"][0]["test"], "schema");
    assert_eq!(line["findings"][0]["case"], "version");
    assert_eq!(line["findings"][0]["path"], "/document/csaf_version");
}
