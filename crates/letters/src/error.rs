//! What can keep a paper from being made.

use std::path::PathBuf;

/// Why there is no paper. No message repeats what the paper would have said.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// None of the folders holds a Japanese font that we know.
    #[error(
        "no Japanese font found in {}: install one, on Debian and Ubuntu with `apt-get install fonts-noto-cjk` \
         (fonts-ipaexfont and fonts-morisawa-bizud-mincho with -gothic serve as well)",
        list(.searched)
    )]
    NoJapaneseFont {
        /// Where we looked.
        searched: Vec<PathBuf>,
    },
    /// The address has more lines than the window of an envelope shows, even in the smallest size.
    #[error("the address does not fit the window of the envelope; shorten it")]
    AddressDoesNotFit,
    /// A link is too long for a QR code (2,331 bytes at the level of correction used).
    #[error("the link is too long for a QR code")]
    LinkTooLong,
    /// A paper of more than [`MOST_PAGES`](crate::MOST_PAGES) pages is a mistake, or an attack.
    #[error("the paper would have more than {} pages", crate::MOST_PAGES)]
    TooLong,
    /// The PDF could not be written, or breaks PDF/A-2a or PDF/UA-1.
    #[error("the PDF could not be written: {0}")]
    Pdf(String),
}

fn list(folders: &[PathBuf]) -> String {
    let names: Vec<String> = folders.iter().map(|folder| folder.display().to_string()).collect();
    names.join(", ")
}
