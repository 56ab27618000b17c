//! Programs of others that some parts of the test need.

use crate::{postgres, workspace};
use std::path::PathBuf;
use std::process::Command;

/// The oldest Node.js that the browser suite runs on.
const NODE: u32 = 18;

/// A program, or fonts, that a part of the test cannot do without.
pub struct Tool {
    /// For sentences: "Chromium is missing".
    pub name: &'static str,
    /// The part of the test that needs it.
    pub part: &'static str,
    /// Is it there?
    pub is_there: fn() -> bool,
    /// The packages that bring it on Debian and Ubuntu, tried one after the other.
    pub packages: &'static [&'static str],
}

/// All of them.
pub const TOOLS: [Tool; 9] = [
    Tool {
        name: "PostgreSQL 15 or later (the server)",
        part: "postgres",
        is_there: || postgres::programs().is_some(),
        packages: &["postgresql"],
    },
    Tool { name: "GnuPG", part: "browser", is_there: || workspace::program("gpg").is_some(), packages: &["gpg"] },
    Tool {
        name: "Chromium",
        part: "browser",
        is_there: || chromium().is_some(),
        packages: &["chromium", "chromium-browser"],
    },
    Tool { name: "a Japanese font", part: "unit", is_there: has_japanese_font, packages: &["fonts-noto-cjk"] },
    Tool {
        name: "poppler-utils (to read PDF again)",
        part: "unit",
        is_there: || ["pdfinfo", "pdffonts", "pdftotext"].iter().all(|name| workspace::program(name).is_some()),
        packages: &["poppler-utils"],
    },
    Tool { name: "a Japanese font", part: "browser", is_there: has_japanese_font, packages: &["fonts-noto-cjk"] },
    Tool { name: "Node.js 18 or later", part: "browser", is_there: has_node, packages: &["nodejs"] },
    Tool {
        name: "Python 3 with venv",
        part: "browser",
        is_there: || workspace::output(Command::new("python3").args(["-c", "import ensurepip, venv"])).is_ok(),
        packages: &["python3-venv"],
    },
    Tool { name: "npm", part: "browser", is_there: || workspace::program("npm").is_some(), packages: &["npm"] },
];

/// The browser: the one named by `CHROMIUM`, or the first that is installed.
pub fn chromium() -> Option<PathBuf> {
    let named = std::env::var_os("CHROMIUM").map(PathBuf::from).filter(|path| path.is_file());
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    named.or_else(|| names.into_iter().find_map(workspace::program))
}

fn has_japanese_font() -> bool {
    let listed = workspace::output(Command::new("fc-list").arg(":lang=ja"));
    listed.is_ok_and(|fonts| !fonts.trim().is_empty())
        || PathBuf::from("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc").is_file()
}

fn has_node() -> bool {
    workspace::output(Command::new("node").arg("--version")).is_ok_and(|version| major(&version) >= NODE)
}

/// 20 of `v20.1.0`; 0 when it cannot be read.
fn major(version: &str) -> u32 {
    let digits = version.trim().trim_start_matches('v').split('.').next();
    digits.and_then(|digits| digits.parse().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_versions() {
        assert_eq!(major("v20.1.0\n"), 20);
        assert_eq!(major("what"), 0);
    }
}
