//! 200 kills (`kill -9`) in a stream of reports: whatever was acknowledged is there, and the journal is whole.
//!
//! Each kill comes at another moment: after another number of acknowledged reports, and some microseconds later.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::Stdio;
use std::sync::mpsc::{Sender, channel};
use std::time::{Duration, Instant};

use crate::tools::{Folder, Server, numbers, program, run, write_form};

/// Kills of a server, and kills of an import beside them.
const SERVERS: usize = 140;
const IMPORTS: usize = 60;
/// Browsers that report at once.
const BROWSERS: usize = 3;
/// Files of an import.
const FILES: usize = 5;

#[test]
fn what_was_acknowledged_survives_two_hundred_kills() {
    let folder = Folder::made("data");
    let data = folder.arg("data");
    let mut acknowledged = BTreeSet::new();
    for kill in 0..SERVERS {
        acknowledged.extend(report_until_killed(&data, kill));
    }
    assert!(acknowledged.len() > SERVERS, "browsers were reporting: {}", acknowledged.len());
    let before = acknowledged.len();
    for kill in 0..IMPORTS {
        acknowledged.extend(import_until_killed(&folder, &data, kill));
    }
    assert!(acknowledged.len() > before + IMPORTS, "files were taken in: {}", acknowledged.len() - before);

    let kept: BTreeSet<String> = numbers(&data).into_iter().collect();
    let lost: Vec<_> = acknowledged.difference(&kept).collect();
    assert!(lost.is_empty(), "acknowledged and lost: {lost:?}");
    run(&["journal", "verify", "--data", &data]).fine();
    run(&["projections", "rebuild", "--data", &data]).fine();
    assert_eq!(numbers(&data).into_iter().collect::<BTreeSet<_>>(), kept);
}

/// Browsers report until the server is killed; gives the numbers that they were shown.
fn report_until_killed(data: &str, kill: usize) -> Vec<String> {
    let server = Server::start(data, &[]);
    let (shown, receipts) = channel();
    let browsers: Vec<_> = (0..BROWSERS)
        .map(|browser| {
            let (shown, address) = (shown.clone(), server.address);
            std::thread::spawn(move || report_on_and_on(address, browser, &shown))
        })
        .collect();
    drop(shown);
    let mut numbers: Vec<String> = receipts.iter().take(kill % 4).collect();
    wait_a_little(kill);
    server.kill();
    // What a browser was shown before the server died counts, too.
    numbers.extend(receipts.iter());
    browsers.into_iter().for_each(|browser| browser.join().expect("a browser ends with its server"));
    numbers
}

/// Reports until the server does not answer any more.
fn report_on_and_on(address: SocketAddr, browser: usize, shown: &Sender<String>) {
    for round in 0.. {
        let Some(number) = report(address, browser * 1_000 + round) else { return };
        shown.send(number).expect("somebody listens");
    }
}

const FIELDS: [(&str, &str); 11] = [
    ("finder_name", "Mira Halloran"),
    ("email", "mira@saltmarsh.example"),
    ("product_version", "1"),
    ("vulnerability_kind", "Cross-site scripting"),
    ("steps", "1. Open it."),
    ("threat", "Pages can be altered."),
    ("reported_elsewhere", "no"),
    ("share_identity", "no"),
    ("direct_contact", "no"),
    ("publish_name", "no"),
    ("confirm", "yes"),
];

/// Fills the form, confirms it, and reads the number on the receipt.
fn report(address: SocketAddr, number: usize) -> Option<String> {
    let product = format!("Product {number}");
    let fields = FIELDS.iter().copied().chain([("product_name", product.as_str())]);
    let part = |(name, value)| format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
    let form: String = fields.map(part).chain(["--b--\r\n".to_owned()]).collect();
    let kept = ask(address, "POST", "/en/report/product", "", "multipart/form-data; boundary=b", &form)?;
    let cookie = expected(&kept, "set-cookie: ", ";");
    let shown = ask(address, "GET", "/en/report/product/confirm", cookie, "text/plain", "")?;
    let seen = expected(&shown, "name=\"seen\" value=\"", "\"");
    let sent = format!("seen={seen}");
    let form_type = "application/x-www-form-urlencoded";
    let receipt = ask(address, "POST", "/en/report/product/confirm", cookie, form_type, &sent)?;
    Some(format!("VR{}", &expected(&receipt, ">VR", "<")[..8]))
}

/// One request; nothing when the server died before its whole answer was there.
fn ask(address: SocketAddr, method: &str, path: &str, cookie: &str, kind: &str, body: &str) -> Option<String> {
    let mut stream = TcpStream::connect(address).ok()?;
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nCookie: {cookie}\r\n\
         Content-Type: {kind}\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(format!("{head}{body}").as_bytes()).ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    let length: usize = between(&answer, "content-length: ", "\r\n")?.parse().ok()?;
    let (_, page) = answer.split_once("\r\n\r\n")?;
    (page.len() == length).then_some(answer)
}

/// What a whole answer must hold.
fn expected<'a>(answer: &'a str, before: &str, after: &str) -> &'a str {
    between(answer, before, after).unwrap_or_else(|| panic!("no {before} in {answer}"))
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    text.split_once(before)?.1.split_once(after).map(|(found, _)| found)
}

/// Imports files until the process is killed; gives the numbers that it told.
fn import_until_killed(folder: &Folder, data: &str, kill: usize) -> Vec<String> {
    let forms: Vec<String> = (0..FILES).map(|place| write_form(folder, kill * FILES + place)).collect();
    let mut command = program();
    command.args(["report", "import", "--data", data]).args(&forms);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the program starts");
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let mut said: Vec<String> = lines.by_ref().take(kill % FILES).map(|line| line.expect("a line")).collect();
    wait_a_little(kill);
    child.kill().expect("it can be killed");
    said.extend(lines.map_while(Result::ok));
    child.wait().expect("it is dead");
    said.iter().filter_map(|line| line.split("Report number ").nth(1)).map(str::to_owned).collect()
}

/// Up to 15 milliseconds, spread evenly over the kills: long enough to be in the middle of the next commit.
fn wait_a_little(kill: usize) {
    let (begun, patience) = (Instant::now(), Duration::from_micros((kill as u64 * 7_919) % 15_000));
    while begun.elapsed() < patience {
        std::hint::spin_loop();
    }
}
