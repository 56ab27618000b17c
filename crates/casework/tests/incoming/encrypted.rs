//! Encrypted mails, made with GnuPG and the key that the published tree offers.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use casework::incoming::Taken;

use crate::common::Bureau;
use crate::scene::*;

const SECRET: &str = "CANARY8122-inside-the-mail";

/// GnuPG with a keyring of its own; none when it is not installed.
struct Gpg(PathBuf);

impl Gpg {
    fn new(name: &str) -> Option<Gpg> {
        let there = Command::new("gpg").arg("--version").output().is_ok_and(|output| output.status.success());
        if !there {
            assert!(!std::env::var("CI").is_ok_and(|ci| ci == "true"), "gpg is not installed");
            eprintln!("NOT RUN: gpg is not installed");
            return None;
        }
        let home = std::env::temp_dir().join(format!("noroshi-gpg-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&home);
        std::fs::create_dir(&home).expect("a keyring");
        std::fs::set_permissions(&home, std::os::unix::fs::PermissionsExt::from_mode(0o700)).expect("a keyring");
        Some(Gpg(home))
    }

    fn run(&self, arguments: &[&str], input: &[u8]) -> Vec<u8> {
        let mut gpg = Command::new("gpg");
        gpg.arg("--homedir").arg(&self.0).args(["--batch", "--no-tty", "--quiet", "--trust-model", "always"]);
        gpg.args(["--faked-system-time", "20261122T000000!", "--pinentry-mode", "loopback", "--passphrase", ""]);
        gpg.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut running = gpg.spawn().expect("gpg runs");
        running.stdin.take().expect("its input").write_all(input).expect("it reads");
        let done = running.wait_with_output().expect("it ends");
        assert!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
        done.stdout
    }

    /// Takes the key that `security.txt` names; gives its fingerprint.
    fn import(&self, tree: &Path) -> String {
        let text = std::fs::read_to_string(tree.join(".well-known/security.txt")).expect("security.txt");
        let field = |name: &str| text.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
        let path = field("Encryption:").and_then(|url| url.strip_prefix("https://noroshi.example/")).expect("a key");
        self.run(&["--import", tree.join(path).to_str().expect("a path")], b"");
        path.trim_start_matches("openpgp/contact/").trim_end_matches(".asc").to_uppercase()
    }

    fn encrypt(&self, to: &str, more: &[&str], plain: &str) -> String {
        let arguments = [more, &["--armor", "--encrypt", "--recipient", to]].concat();
        String::from_utf8(self.run(&arguments, plain.as_bytes())).expect("armour")
    }
}

impl Drop for Gpg {
    fn drop(&mut self) {
        let _ = Command::new("gpgconf").arg("--homedir").arg(&self.0).args(["--kill", "all"]).status();
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

async fn tree(bureau: &Bureau) -> PathBuf {
    bureau.office.prepare_receiving_key().await.expect("a key");
    bureau.office.prepare_receiving_key().await.expect("the same key");
    bureau.office.write_tree().await.expect("the tree");
    bureau.office.published().to_owned()
}

fn pgp_mime(id: &str, head: &str, armour: &str) -> Vec<u8> {
    let head = if head.is_empty() { String::new() } else { format!("{head}\r\n") };
    format!(
        "From: {FINDER}\r\nMessage-ID: <{id}>\r\nSubject: ...\r\nMIME-Version: 1.0\r\n{head}\
         Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=\"e\"\r\n\r\n\
         --e\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n\r\n\
         --e\r\nContent-Type: application/octet-stream; name=\"encrypted.asc\"\r\n\r\n{}\r\n--e--\r\n",
        armour.replace('\n', "\r\n")
    )
    .into_bytes()
}

/// Nothing of what was inside lies in clear in the data folder.
fn nothing_in_clear(folder: &Path) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            nothing_in_clear(&path);
        } else {
            let bytes = std::fs::read(&path).expect("a file");
            let found = bytes.windows(SECRET.len()).any(|window| window == SECRET.as_bytes());
            assert!(!found, "in clear in {}", path.display());
        }
    }
}

#[tokio::test]
async fn a_report_in_pgp_mime_is_read_like_any_other() {
    let Some(gpg) = Gpg::new("mime") else { return };
    on_each("pgp-mime", async |bureau| {
        let key = gpg.import(&tree(&bureau).await);
        let whole = String::from_utf8(form()).expect("text");
        let (_, text) = whole.split_once("\r\n\r\n").expect("a body");
        let inside = format!(
            "Content-Type: multipart/mixed; boundary=\"i\"; protected-headers=\"v1\"\r\nSubject: 届出です\r\n\r\n\
             --i\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{}\r\n\
             --i\r\nContent-Type: text/plain; name=\"poc.txt\"\r\n\r\n{SECRET}\r\n--i--\r\n",
            text
        );
        let sent = pgp_mime("e1@hinomi.example", "", &gpg.encrypt(&key, &[], &inside));
        let taken = take(&bureau, &sent).await;
        let Taken::Report { number, needs_reading: false } = &taken else { panic!("{taken:?}") };
        let id = bureau.office.report_id(number).await.expect("it is there");
        let page = page(&bureau, id).await;
        assert_eq!(page.form.expect("the form").email, FINDER);
        assert_eq!(page.view.attachments[0].name, "poc.txt");
        assert_eq!(take(&bureau, &sent).await, Taken::Known);
        let again = bureau.office.import_report("e.eml", &sent).await.expect("known by hand, too");
        assert_eq!((&again.number, again.known), (number, true));
        nothing_in_clear(&bureau.dir);
    })
    .await;
}

#[tokio::test]
async fn an_inline_answer_is_joined_and_its_signature_is_noted_not_believed() {
    let Some(gpg) = Gpg::new("inline") else { return };
    gpg.run(&["--quick-generate-key", "Homura <homura@hinomi.example>", "ed25519", "sign", "never"], b"");
    on_each("pgp-inline", async |bureau| {
        let key = gpg.import(&tree(&bureau).await);
        let (report, _, receipt) = reported(&bureau).await;
        let armour = gpg.encrypt(&key, &["--sign"], &format!("{SECRET} 版は 1.0.8\n"));
        let head = format!("In-Reply-To: <{}>", receipt.id);
        let taken = take(&bureau, &mail(FINDER, "e2@x", &head, &armour)).await;
        assert!(matches!(taken, Taken::Joined { .. }), "{taken:?}");
        let page = page(&bureau, report).await;
        let text = page.text(page.view.messages[0].item.body);
        assert!(text.starts_with(&format!("{SECRET} 版は 1.0.8")) && !text.contains("BEGIN PGP"), "{text}");
        assert!(text.contains("This mail was encrypted. It carries a signature of key "), "{text}");
        // The same signature from another address changes nothing.
        let forged = mail("x@other.example", "e3@x", &head, &gpg.encrypt(&key, &["--sign"], "take it back"));
        let waiting = to_read(&bureau, &take(&bureau, &forged).await).await;
        assert!(waiting.original.as_deref().is_some_and(|text| text.contains("take it back")));
        nothing_in_clear(&bureau.dir);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_opened_waits_with_the_reason() {
    let Some(gpg) = Gpg::new("unopened") else { return };
    gpg.run(&["--quick-generate-key", "Other <other@x.example>", "future-default", "default", "never"], b"");
    on_each("pgp-unopened", async |bureau| {
        let key = gpg.import(&tree(&bureau).await);
        let other = gpg.encrypt("other@x.example", &[], "for somebody else");
        let page = to_read(&bureau, &take(&bureau, &pgp_mime("u1@x", "", &other)).await).await;
        assert!(note(&page).contains("not to our key"), "{}", note(&page));
        let ours = gpg.encrypt(&key, &["--compress-algo", "none"], "short");
        let lines: Vec<&str> = ours.lines().collect();
        let cut = format!("{}\n{}\n", lines[..lines.len() / 2].join("\n"), lines[lines.len() - 1]);
        let page = to_read(&bureau, &take(&bureau, &pgp_mime("u2@x", "", &cut)).await).await;
        assert!(note(&page).contains("damaged"), "{}", note(&page));
        for (i, armour) in [
            "-----BEGIN PGP MESSAGE-----\n\n-----END PGP MESSAGE-----\n",
            "-----BEGIN PGP MESSAGE-----\n\nAAAA\n=AAAA\n-----END PGP MESSAGE-----\n",
        ]
        .iter()
        .enumerate()
        {
            to_read(&bureau, &take(&bureau, &mail(FINDER, &format!("u3{i}@x"), "", armour)).await).await;
        }
        let smime = format!(
            "From: {FINDER}\r\nMessage-ID: <u4@x>\r\nContent-Type: application/pkcs7-mime; name=smime.p7m\r\n\r\nMIAG"
        );
        let page = to_read(&bureau, &take(&bureau, smime.as_bytes()).await).await;
        assert!(note(&page).contains("S/MIME"));
    })
    .await;
}

#[tokio::test]
async fn a_key_opens_mails_long_after_the_next_one_came() {
    let Some(gpg) = Gpg::new("retired") else { return };
    on_each("pgp-retired", async |bureau| {
        let first = gpg.import(&tree(&bureau).await);
        let sent = mail(FINDER, "r1@x", "", &gpg.encrypt(&first, &[], "Subject matter\n"));
        bureau.days(3 * 365);
        let root = tree(&bureau).await;
        let text = std::fs::read_to_string(root.join(".well-known/security.txt")).expect("security.txt");
        assert!(!text.to_uppercase().contains(&first), "the next key is named");
        assert!(text.contains("Expires: 2030-05-01T00:00:00Z"), "{text}");
        let page = to_read(&bureau, &take(&bureau, &sent).await).await;
        assert!(page.original.as_deref().is_some_and(|text| text.contains("Subject matter")));
    })
    .await;
}

#[tokio::test]
async fn security_txt_says_what_the_standard_asks_for() {
    on_each("pgp-security", async |bureau| {
        let root = tree(&bureau).await;
        let read = || std::fs::read_to_string(root.join(".well-known/security.txt")).expect("security.txt");
        let text = read();
        for line in [
            "Contact: https://noroshi.example/ja/report",
            "Expires: 2027-05-01T00:00:00Z",
            "Preferred-Languages: ja, en",
            "Canonical: https://noroshi.example/.well-known/security.txt",
        ] {
            assert!(text.lines().any(|one| one == line), "{line} in {text}");
        }
        assert!(!text.contains("CSAF"), "nothing is provided yet");
        bureau.days(60);
        bureau.office.plan_daily(bureau.office.now().at).await.expect("planned");
        bureau.office.tick(&bureau.postman).await.expect("a round");
        assert!(read().contains("Expires: 2027-07-01T00:00:00Z"), "it is written anew before it ends");
    })
    .await;
}
