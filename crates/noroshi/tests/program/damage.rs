//! What happens when something is missing, broken or full: a clear sentence, and nothing half done.

use std::process::Command;

use crate::tools::{Done, Folder, clean, done, form, numbers, program, run, write_form};

#[test]
fn without_the_master_key_nothing_opens_and_nothing_is_made() {
    let folder = Folder::made("data");
    let data = folder.arg("data");
    let key = std::fs::read_to_string(folder.path("data/keys/master.key")).expect("the key");
    std::fs::remove_file(folder.path("data/keys/master.key")).expect("it can be lost");
    for command in [&["serve"][..], &["journal", "verify"], &["report", "list"]] {
        run(&[command, &["--data", &data]].concat()).refused("The master key is missing");
    }
    assert!(!folder.path("data/keys/master.key").exists(), "only init makes keys");

    let with_key =
        |key: &str| done(program().args(["journal", "verify", "--data", &data]).env("NOROSHI_MASTER_KEY", key));
    with_key(&key).fine();
    with_key("not a key").refused("64 hexadecimal digits");
    with_key(&"0".repeat(64)).refused("another master key");
}

#[test]
fn a_changed_byte_is_found_and_its_stream_is_named() {
    let folder = Folder::made("data");
    let data = folder.arg("data");
    for number in 0..3 {
        run(&["report", "import", "--data", &data, &write_form(&folder, number)]).fine();
    }
    let file = folder.path("data/noroshi.db");
    let whole = std::fs::read(&file).expect("the database");
    // The clear name of an event is written beside its sealed payload; a letter of it is changed.
    let places: Vec<usize> =
        whole.windows(14).enumerate().filter(|(_, bytes)| *bytes == b"ReportReceived").map(|(at, _)| at).collect();
    assert_eq!(places.len(), 3, "one event for each report");
    let mut broken = whole.clone();
    broken[places[1]] ^= 1;
    std::fs::write(&file, &broken).expect("the database");
    let verified = run(&["journal", "verify", "--data", &data]);
    assert_eq!(verified.code, Some(1));
    assert!(verified.err.contains("Broken: report") && verified.err.contains("1 broken place"), "{}", verified.err);

    std::fs::write(&file, &whole).expect("the database");
    run(&["journal", "verify", "--data", &data]).fine();
}

#[test]
fn a_broken_database_is_told_and_not_repaired_in_secret() {
    let folder = Folder::made("data");
    std::fs::write(folder.path("data/noroshi.db"), "this is no database, and never was one").expect("the database");
    let told = run(&["report", "list", "--data", &folder.arg("data")]).refused("");
    assert!(told.err.contains("database"), "{}", told.err);
}

#[test]
fn a_disk_that_is_full_takes_nothing_in_and_loses_nothing() {
    let folder = Folder::made("data");
    let data = folder.arg("data");
    run(&["report", "import", "--data", &data, &write_form(&folder, 0)]).fine();
    std::fs::write(folder.path("large.txt"), large()).expect("a file");
    let small = write_form(&folder, 2);
    let full = shell(LIMITED, &["report", "import", "--data", &data, &folder.arg("large.txt"), &small]);
    assert_eq!(full.code, Some(1), "{}{}", full.out, full.err);
    assert!(full.err.contains("large.txt: not taken in"), "{}", full.err);
    assert!(full.out.contains("form-2.txt: taken in"), "what fits is still taken in: {}{}", full.out, full.err);
    assert!(full.err.contains("disk") || full.err.contains("space"), "{}", full.err);

    run(&["journal", "verify", "--data", &data]).fine();
    assert_eq!(numbers(&data).len(), 2, "nothing half done");
    run(&["report", "import", "--data", &data, &folder.arg("large.txt")]).fine();
    assert_eq!(numbers(&data).len(), 3, "with room again it is taken in");
}

#[test]
fn a_backup_that_does_not_fit_leaves_no_file() {
    let folder = Folder::made("data");
    let data = folder.arg("data");
    std::fs::write(folder.path("large.txt"), large()).expect("a file");
    run(&["report", "import", "--data", &data, &folder.arg("large.txt")]).fine();
    let full = shell(LIMITED, &["backup", "--data", &data, &folder.arg("b.tar")]);
    assert_eq!(full.code, Some(1), "{}{}", full.out, full.err);
    assert!(full.err.contains("file too large"), "{}", full.err);
    assert!(!folder.path("b.tar").exists() && !folder.path("b.part").exists());
}

/// A form that is larger than what [`LIMITED`] leaves.
fn large() -> String {
    format!("{}\n{}", form(1), "長い説明。".repeat(60_000))
}

/// No file may become larger than 512 KB; a signal about it is not wanted.
const LIMITED: &str = "trap '' XFSZ; ulimit -f 1024; exec \"$@\"";

fn shell(script: &str, args: &[&str]) -> Done {
    let mut command = Command::new("sh");
    clean(&mut command);
    done(command.args(["-c", script, "sh", env!("CARGO_BIN_EXE_noroshi")]).args(args))
}
