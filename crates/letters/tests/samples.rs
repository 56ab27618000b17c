//! Samples of every paper in both languages, read again by programs of others (poppler-utils).

mod paper;
mod poppler;

use letters::{Fonts, Language, Paper, render};
use std::path::PathBuf;

const LANGUAGES: [(Language, &str); 2] = [(Language::Japanese, "ja"), (Language::English, "en")];

fn fonts() -> Fonts {
    Fonts::of_the_system().expect("a Japanese font (fonts-noto-cjk)")
}

/// Every sample, rendered, with its name.
fn samples() -> Vec<(String, Paper, Vec<u8>)> {
    let fonts = fonts();
    let named = |(language, code): (Language, &'static str)| {
        paper::all(language).into_iter().map(move |(name, paper)| (format!("{name}-{code}"), paper))
    };
    LANGUAGES
        .into_iter()
        .flat_map(named)
        .map(|(name, paper)| {
            let bytes = render(&paper, &fonts).unwrap_or_else(|problem| panic!("{name}: {problem}"));
            (name, paper, bytes)
        })
        .collect()
}

/// `LETTERS_OUT=folder cargo test -p letters --test samples` leaves them there, to be looked at.
#[test]
fn every_paper_is_a4_with_embedded_fonts_and_always_the_same() {
    let out = std::env::var_os("LETTERS_OUT").map(PathBuf::from);
    let fonts = fonts();
    for (name, paper, bytes) in samples() {
        assert_eq!(render(&paper, &fonts).expect("a second time"), bytes, "{name} differs from itself");
        if let Some(out) = &out {
            std::fs::write(out.join(format!("{name}.pdf")), &bytes).expect("a folder that can be written to");
        }
        let Some(pdf) = poppler::Pdf::new(&bytes) else { continue };
        let about = pdf.about();
        assert!(about.contains("(A4)") && about.contains("Tagged:          yes"), "{name}: {about}");
        pdf.fonts_are_embedded_subsets(&name);
    }
}
