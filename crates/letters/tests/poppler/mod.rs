//! A PDF as poppler-utils see it.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

static NEXT: AtomicU32 = AtomicU32::new(0);

/// A PDF in a file of its own, gone when it is dropped.
pub struct Pdf {
    path: PathBuf,
}

impl Pdf {
    /// None where poppler-utils are missing; a run with `CI` set wants them.
    pub fn new(bytes: &[u8]) -> Option<Pdf> {
        if Command::new("pdfinfo").arg("-v").output().is_err() {
            assert!(std::env::var_os("CI").is_none(), "poppler-utils are missing (apt-get install poppler-utils)");
            eprintln!("not looked at by others: poppler-utils are missing (apt-get install poppler-utils)");
            return None;
        }
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("letters-{}-{number}.pdf", std::process::id()));
        fs::write(&path, bytes).expect("the temporary folder can be written to");
        Some(Pdf { path })
    }

    /// What `pdfinfo` says.
    pub fn about(&self) -> String {
        self.call("pdfinfo", &[], &[])
    }

    /// The text as it was written, without any white space, since a paragraph may break anywhere.
    pub fn text(&self) -> String {
        let text = self.call("pdftotext", &["-raw", "-enc", "UTF-8"], &["-"]);
        text.chars().filter(|c| !c.is_whitespace()).collect()
    }

    /// Where a word stands on the first page, in millimetres from the left and from the top.
    pub fn place(&self, word: &str) -> Option<(f32, f32)> {
        let boxes = self.call("pdftotext", &["-bbox", "-l", "1"], &["-"]);
        let line = boxes.lines().find(|line| line.contains(&format!(">{word}")))?;
        let value = |name: &str| -> Option<f32> {
            let (_, rest) = line.split_once(&format!("{name}=\""))?;
            rest.split('"').next()?.parse().ok()
        };
        Some((value("xMin")? / 72.0 * 25.4, value("yMin")? / 72.0 * 25.4))
    }

    /// Number of pages.
    pub fn pages(&self) -> usize {
        let about = self.about();
        let pages = about.lines().find_map(|line| line.strip_prefix("Pages:"));
        pages.and_then(|pages| pages.trim().parse().ok()).expect("pdfinfo counts pages")
    }

    /// Fails unless `pdffonts` says `emb` and `sub` for every font.
    pub fn fonts_are_embedded_subsets(&self, name: &str) {
        let listed = self.call("pdffonts", &[], &[]);
        let fonts: Vec<&str> = listed.lines().skip(2).collect();
        assert!(!fonts.is_empty(), "{name} has no font");
        for font in fonts {
            let words: Vec<&str> = font.split_whitespace().rev().collect();
            // … emb sub uni object ID, read from the end.
            assert!(words[4] == "yes" && words[3] == "yes" && words[2] == "yes", "{name}: {font}");
        }
    }

    fn call(&self, program: &str, before: &[&str], after: &[&str]) -> String {
        let output = Command::new(program).args(before).arg(&self.path).args(after).output().expect("poppler-utils");
        assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("UTF-8")
    }
}

impl Drop for Pdf {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}
