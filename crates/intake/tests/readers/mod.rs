//! Every reader of foreign bytes that this crate has, under the name of its fuzz target.

use intake::{Limits, read, read_letter};

/// Reads bytes of whatever kind; panics when it should not have.
pub type Reader = fn(&[u8]);

/// Name of the fuzz target and the reader.
pub const READERS: &[(&str, Reader)] = &[("intake_mail", mail), ("intake_form", form), ("intake_letter", letter)];

/// Small bounds, so that they are met.
fn limits() -> Limits {
    Limits { total: 60_000, attachments: 4, attachment_bytes: 2_000, text: 20_000, parts: 20, depth: 4 }
}

fn mail(bytes: &[u8]) {
    taken("a.eml", bytes);
}

fn form(bytes: &[u8]) {
    taken("a.txt", bytes);
}

fn taken(name: &str, bytes: &[u8]) {
    let limits = limits();
    let Ok(intake) = read(name, bytes, &limits) else { return };
    assert_eq!(intake.original, bytes);
    assert!(intake.attachments.len() <= limits.attachments);
    assert!(intake.attachments.iter().all(|file| file.bytes.len() as u64 <= limits.attachment_bytes));
}

fn letter(bytes: &[u8]) {
    if let Ok(letter) = read_letter(bytes, &limits()) {
        std::hint::black_box(letter.own_words());
    }
}
