//! Small documents made by hand, archives of them, and a tree in a folder of its own.
#![allow(dead_code, reason = "every test file uses a part of it")]

use std::io::{Cursor, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use gather::unpack::{Item, Limits, Trouble};
use gather::{Library, Outcome, Report, Taker};
use serde_json::{Value, json};

/// Where our own documents come from.
pub const OWN: &str = "https://own.example";

/// A CSAF document of a vendor, in a version.
pub fn csaf(id: &str, version: u32, title: &str) -> Vec<u8> {
    let day = format!("2026-01-{version:02}T00:00:00Z");
    let document = json!({
        "document": {
            "category": "csaf_security_advisory",
            "csaf_version": "2.0",
            "distribution": {"tlp": {"label": "WHITE"}},
            "publisher": {"category": "vendor", "name": "Hinode Works", "namespace": "https://www.hinode.example/"},
            "title": title,
            "tracking": {
                "id": id, "status": "final", "version": version.to_string(),
                "initial_release_date": "2026-01-01T00:00:00Z", "current_release_date": day,
                "revision_history": [{"date": day, "number": version.to_string(), "summary": "Say so"}],
            },
        },
        "vulnerabilities": [{"cve": "CVE-2026-11111", "strange": true}],
    });
    document.to_string().into_bytes()
}

/// A CVE record in a state.
pub fn cve(id: &str, state: &str, updated: &str) -> Vec<u8> {
    let record = json!({
        "dataType": "CVE_RECORD", "dataVersion": "5.1",
        "cveMetadata": {"cveId": id, "state": state, "assignerShortName": "hinode", "datePublished": "2026-01-01T00:00:00Z",
            "dateUpdated": updated},
        "containers": {"cna": {"descriptions": [{"lang": "en", "value": "A clock shows the wrong time."}]}},
    });
    record.to_string().into_bytes()
}

/// An OSV entry.
pub fn osv(id: &str) -> Vec<u8> {
    let entry = json!({
        "id": id, "modified": "2026-01-02T00:00:00Z", "summary": "Too slow",
        "affected": [{"package": {"ecosystem": "npm", "name": "clock"}}],
    });
    entry.to_string().into_bytes()
}

/// A VULDEF document with entries.
pub fn vuldef(ids: &[&str]) -> Vec<u8> {
    let entry = |id: &&str| {
        format!(
            "<v:Vulinfo><v:VulinfoID>{id}</v:VulinfoID><v:VulinfoData><v:Title>時計 {id}</v:Title>\
             <v:Exploit><v:ExploitItem/></v:Exploit></v:VulinfoData></v:Vulinfo>\n"
        )
    };
    let entries: String = ids.iter().map(entry).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<v:VULDEF-Document xmlns:v=\"http://jvn.jp/vuldef/\" version=\"3.2\" \
         xml:lang=\"ja\">\n{entries}</v:VULDEF-Document>\n"
    )
    .into_bytes()
}

/// A folder of its own, taken away at the end.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("gather-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("a folder can be made");
        Folder(path)
    }

    pub fn write(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().expect("it lies in the folder")).expect("a folder can be made");
        std::fs::write(&path, bytes).expect("a file can be written");
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A tar archive of files.
pub fn tar(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut builder = tar::Builder::new(Vec::new());
    for (name, bytes) in files {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        // Names that the builder itself would refuse are written as they are.
        let field = &mut header.as_old_mut().name;
        let length = name.len().min(field.len());
        field[..length].copy_from_slice(&name.as_bytes()[..length]);
        header.set_cksum();
        builder.append(&header, *bytes).expect("into memory");
    }
    builder.into_inner().expect("into memory")
}

/// The same bytes in gzip.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).expect("into memory");
    encoder.finish().expect("into memory")
}

/// A zip archive of files.
pub fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).expect("into memory");
        writer.write_all(bytes).expect("into memory");
    }
    writer.finish().expect("into memory").into_inner()
}

/// What is found in bytes: names with bytes or trouble.
pub fn found(bytes: &[u8], limits: &Limits) -> Vec<(String, Result<Vec<u8>, Trouble>)> {
    let mut found = Vec::new();
    let _ = gather::unpack::bytes(bytes, "a", limits, &mut |item: Item| {
        found.push((item.name, item.bytes));
        ControlFlow::Continue(())
    });
    found
}

/// Takes files into the tree of a folder; what became of each, and the count.
pub fn take(tree: &Path, files: &[(&str, Vec<u8>)]) -> (Vec<Outcome>, Report) {
    let mut library = Library::open(tree).expect("nobody else imports");
    let mut became = Vec::new();
    let mut taker =
        Taker::new(&mut library, OWN, jiff::Timestamp::UNIX_EPOCH, |told| became.push(told.outcome.clone()));
    for (name, bytes) in files {
        taker.file(name, None, bytes).expect("the disk is fine");
    }
    let report = taker.finish().expect("the disk is fine");
    (became, report)
}

/// The lines of the tree in a folder.
pub fn lines(tree: &Path) -> Vec<Value> {
    let head: u32 =
        std::fs::read_to_string(tree.join("imported/head")).map_or(0, |text| text.trim().parse().expect("a number"));
    let mut lines = Vec::new();
    for pack in 1..=head {
        let text = std::fs::read_to_string(tree.join(formats::imported::lines_path(pack))).expect("it is there");
        lines.extend(text.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON")));
    }
    lines
}
