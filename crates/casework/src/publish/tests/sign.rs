//! Keys and signatures.

use std::process::{Command, Output};

use pgp::composed::{Deserializable, DetachedSignature, SignedPublicKey};

use super::*;
use crate::publish::sign::SigningKey;

const CSAF: &str = "csaf/white/2026/jvn_10293847.json";
const YEAR: i64 = 365 * 24 * 60 * 60;

/// GnuPG at a day of its own, with a keyring of its own; none when it is not installed.
struct Gpg(PathBuf);

impl Gpg {
    fn new(world: &World) -> Option<Gpg> {
        let there = Command::new("gpg").arg("--version").output().is_ok_and(|output| output.status.success());
        if !there {
            assert!(!std::env::var("CI").is_ok_and(|ci| ci == "true"), "gpg is not installed");
            eprintln!("NOT RUN: gpg is not installed");
            return None;
        }
        let home = world.folder.join("gnupg");
        std::fs::create_dir(&home).unwrap();
        std::fs::set_permissions(&home, std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
        Some(Gpg(home))
    }

    fn run(&self, day: &str, arguments: &[&str]) -> Output {
        let mut gpg = Command::new("gpg");
        gpg.arg("--homedir").arg(&self.0).args(["--batch", "--no-tty", "--status-fd", "1", "--faked-system-time", day]);
        gpg.args(arguments).output().unwrap()
    }

    fn says(&self, day: &str, arguments: &[&str]) -> String {
        String::from_utf8_lossy(&self.run(day, arguments).stdout).into_owned()
    }
}

fn key_paths(world: &World) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(world.root().join("openpgp")).unwrap();
    entries.map(|entry| entry.unwrap().path()).collect()
}

#[tokio::test]
async fn signature_verifies_with_gpg() {
    let world = World::new("http://127.0.0.1:8787").await;
    world.publish(&published(10_293_847, &[(NOON, content())])).await;
    let Some(gpg) = Gpg::new(&world) else { return };
    let key = key_paths(&world).remove(0);
    let day = "20260601T000000!";
    assert!(gpg.run(day, &["--import", key.to_str().unwrap()]).status.success());

    for name in [CSAF, "csaf/white/2026/jvn_10293847-en.json"] {
        let file = world.root().join(name);
        let signature = format!("{}.asc", file.display());
        let verified = gpg.run(day, &["--verify", &signature, file.to_str().unwrap()]);
        let said = String::from_utf8_lossy(&verified.stdout);
        assert!(verified.status.success() && said.contains("GOODSIG"), "{said}");
        assert!(said.contains("<desk@noroshi.example>"), "{said}");
        std::fs::write(&file, world.read(name).replace("final", "draft")).unwrap();
        assert!(gpg.says(day, &["--verify", &signature, file.to_str().unwrap()]).contains("BADSIG"));
    }
    // Made on 28 May 2026, valid for three years with one day for a leap year (2028): until 28 May 2029.
    let listed = gpg.says(day, &["--with-colons", "--list-keys"]);
    let public = listed.lines().find(|line| line.starts_with("pub:")).unwrap();
    let ends: i64 = public.split(':').nth(6).unwrap().parse().unwrap();
    assert_eq!(Timestamp::from_second(ends).unwrap(), at("2029-05-28T03:00:00Z"));
    let is_expired = |day: &str| gpg.says(day, &["--with-colons", "--list-keys"]).contains("pub:e:");
    assert!(!is_expired("20290528T020000!") && is_expired("20290528T040000!"));
}

#[tokio::test]
async fn one_key_signs_until_its_time_is_over_and_stays_in_the_tree() {
    let world = World::new("https://noroshi.example").await;
    world.publish(&published(1, &[(NOON, content())])).await;
    world.publish(&published(2, &[(NOON, content())])).await;
    assert_eq!(key_paths(&world).len(), 1);
    world.clock.advance(3 * YEAR);
    world.publish(&published(3, &[("2029-05-27T03:00:00Z", content())])).await;
    assert_eq!(key_paths(&world).len(), 2);

    let metadata: serde_json::Value =
        serde_json::from_str(&world.read(".well-known/csaf/provider-metadata.json")).unwrap();
    let listed = metadata["public_openpgp_keys"].as_array().unwrap();
    assert_eq!(listed.len(), 2);
    let newest = listed[0]["fingerprint"].as_str().unwrap();
    let (key, _) = SignedPublicKey::from_string(&world.read(&format!("openpgp/{newest}.asc"))).unwrap();
    let path = "csaf/white/2029/jvn_00000003.json";
    let (signature, _) = DetachedSignature::from_string(&world.read(&format!("{path}.asc"))).unwrap();
    signature.verify(&key, world.read(path).as_bytes()).unwrap();
}

#[tokio::test]
async fn a_stored_key_is_the_same_key() {
    let made = SigningKey::generate("Desk", at(NOON), &SystemEntropy).unwrap();
    let read = SigningKey::from_bytes(&made.to_bytes().unwrap()).unwrap();
    assert_eq!(read.public_half().unwrap(), made.public_half().unwrap());
    assert!(SigningKey::from_bytes(b"no key").is_err());
}

#[test]
fn no_signature_is_older_than_its_key() {
    let key = SigningKey::generate("Desk", at(NOON), &SystemEntropy).unwrap();
    let signature = key.sign(b"text", at("2020-01-01T00:00:00Z")).unwrap();
    let (signature, _) = DetachedSignature::from_string(std::str::from_utf8(&signature).unwrap()).unwrap();
    let dated = signature.signature.created().unwrap();
    assert_eq!(i64::from(dated.as_secs()), at(NOON).as_second());
}
