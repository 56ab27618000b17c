//! Canary: marked words in everything secret, the whole road through the web, and then a search for them in every place
//! where bytes of ours can lie: database, files, mails, published tree, logs at their most talkative, temporary files.
//!
//! The road is walked by a process of its own, so that all that it writes anywhere belongs to it.

mod judged;
mod road;
mod website;

use std::path::{Path, PathBuf};
use std::process::Command;

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;

use crate::common::Place;
use crate::common::scene::read_mail;

/// Every secret text carries this, and a word that says which one it is.
const MARK: &str = "ZZHARUKAZE7316";
/// The finder's address: in mails to the finder alone.
const FINDER: &str = "zz7316-finder@harukaze.example";
/// The developer's address: in mails to the developer alone.
const MAKER: &str = "zz7316-psirt@harukaze.example";
/// Where the walking process finds its folder, its database, and where it says what must not be found.
const FOLDER: &str = "NOROSHI_CANARY_FOLDER";
const DATABASE: &str = "NOROSHI_CANARY_DATABASE";
const SECRETS: &str = "NOROSHI_CANARY_SECRETS";

/// A word as it may lie in bytes: plain, in hexadecimal digits as databases dump them, in base64 at every offset, in
/// UTF-16.
fn disguises(word: &str) -> Vec<String> {
    let hex: String = word.bytes().map(|byte| format!("{byte:02x}")).collect();
    let mut all = vec![word.to_owned(), hex.to_uppercase(), hex];
    for offset in 0..3 {
        let shifted = [&b"\0\0\0"[..offset], word.as_bytes()].concat();
        let text = STANDARD_NO_PAD.encode(&shifted);
        // The first and last letters depend on the neighbours.
        all.push(text[if offset == 0 { 0 } else { 4 }..text.len() - 4].to_owned());
    }
    all.push(word.chars().flat_map(|c| [c, '\0']).collect());
    all
}

fn holds(text: &str, word: &str) -> bool {
    disguises(word).iter().any(|form| text.contains(form.as_str()))
}

/// Bytes as text: what is looked for is ASCII, and stays.
fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// All files under a folder, as text; a name is searched like what is in it.
fn files(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let Ok(entries) = std::fs::read_dir(folder) else { return found };
    for entry in entries {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            let bytes = std::fs::read(&path).expect("a file");
            found.push((path.clone(), format!("{}\n{}", path.display(), text(&bytes))));
        }
    }
    found
}

/// All tables of a PostgreSQL database as text.
fn dump(database: &str) -> Vec<u8> {
    let ask = |sql: &str| {
        let output = Command::new("psql").args([database, "-At", "-c", sql]).output().expect("psql is installed");
        assert!(output.status.success(), "{sql}: {}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    };
    let tables = ask("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'");
    let tables = String::from_utf8(tables).expect("names");
    assert!(tables.lines().count() >= 10, "{tables}");
    tables.lines().flat_map(|table| ask(&format!("COPY (SELECT * FROM \"{table}\") TO STDOUT"))).collect()
}

fn walk(place: &Place, around: &Path) -> (Vec<u8>, Vec<(String, String)>) {
    let temporary = around.join("tmp");
    std::fs::create_dir_all(&temporary).expect("a folder for temporary files");
    let list = around.join("secrets.txt");
    let mut walk = Command::new(std::env::current_exe().expect("this test"));
    walk.args(["canary::nothing_secret_lies_in_clear", "--exact", "--nocapture"]);
    walk.env("TMPDIR", &temporary).env(FOLDER, &place.dir).env(SECRETS, &list).env("RUST_BACKTRACE", "0");
    match &place.database {
        Some(database) => walk.env(DATABASE, database),
        None => walk.env_remove(DATABASE),
    };
    let output = walk.output().expect("the road is walked");
    let said = [output.stdout, output.stderr].concat();
    let told = String::from_utf8_lossy(&said);
    let end: Vec<_> = told.lines().filter(|line| !line.contains("TRACE") && !line.contains("DEBUG")).collect();
    assert!(output.status.success() && list.is_file(), "{}", end.join("\n"));
    let secrets = std::fs::read_to_string(&list).expect("the list of secrets");
    let secrets = secrets.lines().filter_map(|line| line.split_once(' '));
    (said, secrets.map(|(kind, value)| (kind.to_owned(), value.to_owned())).collect())
}

fn search(place: &Place) {
    let around = std::env::temp_dir().join(format!("noroshi-canary-{}-{}", place.name, std::process::id()));
    let _ = std::fs::remove_dir_all(&around);
    let (said, secrets) = walk(place, &around);
    assert!(secrets.iter().filter(|(kind, _)| kind == "session").count() >= 4, "{secrets:?}");
    let mail = place.dir.join("mail");
    let mut places = files(&place.dir);
    assert!(places.len() > 20, "there is something to search");
    places.push(("the log".into(), text(&said)));
    places.extend(files(&around.join("tmp")));
    places.extend(files(&around.join("open")));
    if let Some(database) = &place.database {
        places.push(("the tables".into(), text(&dump(database))));
    }
    let lower = MARK.to_lowercase();
    let marks = [MARK, lower.as_str(), FINDER, MAKER, "harukaze-login"];
    let mut found = Vec::new();
    for (path, lying) in &places {
        let in_mail = path.starts_with(&mail);
        for word in marks {
            let addressed = in_mail && (word == FINDER || word == MAKER);
            if !addressed && holds(lying, word) {
                found.push(format!("{word} in {}", path.display()));
            }
        }
        for (kind, value) in &secrets {
            // A link lies in its own mail alone.
            let sent = in_mail && (kind == "link" || kind == "answer");
            if !sent && holds(lying, value) {
                found.push(format!("a secret ({kind}) in {}", path.display()));
            }
        }
    }
    let heard = String::from_utf8_lossy(&said);
    assert!(heard.contains("TRACE") && heard.contains("INFO"), "the log was as talkative as can be");
    assert!(found.is_empty(), "{found:#?}");
    each_link_lies_in_one_mail(&mail, &secrets);
    let _ = std::fs::remove_dir_all(&around);
}

/// A mail says number and link: nothing of the case, no name, and a link stands in no other mail.
fn each_link_lies_in_one_mail(folder: &Path, secrets: &[(String, String)]) {
    let read = std::fs::read_dir(folder).expect("mails").map(|mail| read_mail(&mail.expect("a mail").path()));
    let texts: Vec<String> = read.map(|mail| format!("{}\n{}", mail.subject, mail.text)).collect();
    assert!(texts.len() >= 10 && texts.iter().all(|text| text.contains("https://noroshi.example/")));
    for word in [MARK, "はるかぜポータル", "株式会社はるかぜ", "スクリプティング", "Harukaze", FINDER]
    {
        assert!(texts.iter().all(|text| !text.contains(word)), "{word} in a mail");
    }
    for (_, token) in secrets.iter().filter(|(kind, _)| kind == "link") {
        assert_eq!(texts.iter().filter(|text| text.contains(token.as_str())).count(), 1);
    }
}

/// Walks the road when the search starts it for that; else it searches.
#[test]
fn nothing_secret_lies_in_clear() {
    if let Ok(dir) = std::env::var(FOLDER) {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        return runtime.block_on(road::walk(dir));
    }
    search(&Place::sqlite("canary"));
}

/// On the server that `NOROSHI_TEST_POSTGRES` names.
#[test]
fn nothing_secret_lies_in_clear_in_postgresql() {
    if let Some(place) = Place::postgres("canary") {
        search(&place);
    }
}

#[test]
fn the_search_finds_what_is_there() {
    let hidden = STANDARD_NO_PAD.encode(format!("ab{MARK}cd"));
    for text in [format!("x{MARK}y"), hidden] {
        assert!(holds(&text, MARK));
    }
    assert!(!holds("nothing of the kind", MARK));
}
