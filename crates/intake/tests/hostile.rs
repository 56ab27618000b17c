//! Any bytes at all: nothing panics, every amount stays bounded, the original is kept.

use intake::{Intake, Limits};
use proptest::prelude::*;
use rulebook::report::form::{MAX_LINE, MAX_TEXT};

const SEEDS: [&[u8]; 6] = [
    include_bytes!("forms/product.txt"),
    include_bytes!("forms/website.txt"),
    include_bytes!("forms/own-product.txt"),
    include_bytes!("forms/product-english.txt"),
    include_bytes!("forms/product-rearranged.txt"),
    include_bytes!("forms/product-incomplete.txt"),
];

/// Inputs that once hurt a reader of mails or texts somewhere, or might.
const CORPUS: [&[u8]; 16] = [
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b":",
    b": \n\n",
    b"From \nA:\n",
    b"Content-Type: multipart/mixed; boundary=\"\"\n\n--\n--\n",
    b"Content-Type: multipart/mixed; boundary=a\n\n--a--\n--a\n",
    b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary*0=a; boundary*1=b\n\n--ab\n\n--ab--",
    b"MIME-Version: 1.0\nContent-Type: text/plain; charset=\"\nContent-Transfer-Encoding: base64\n\n====",
    b"MIME-Version: 1.0\nContent-Type: ;;;=\nContent-Disposition: =;filename*=''%\n\n=",
    b"MIME-Version: 1.0\nSubject: =?x?B?=?=?=?utf-8?q?=\n\n\x1b$B\x1b(B\x1b$",
    b"MIME-Version: 1.0\nContent-Type: text/html\n\n<&#x;&#xffffffffff;<!--<script></scrip",
    b"(((((((((((((((((((((((((a)",
    b"1)\n1)1)\n[x[x[x]]]\n[\xe3\x80\x80",
    b"> > > >\n>\n>>>>>>\n> -- \n",
];

fn bounded(intake: &Intake, bytes: &[u8], limits: &Limits) {
    assert_eq!(intake.original, bytes);
    assert!(intake.attachments.len() <= limits.attachments);
    assert!(intake.attachments.iter().all(|file| file.bytes.len() as u64 <= limits.attachment_bytes));
    assert!(intake.attachments.iter().all(|file| is_safe_name(&file.name)));
    let form = &intake.form;
    let lines = [&form.finder_name, &form.affiliation, &form.phone, &form.email, &form.product_name, &form.website_url];
    assert!(lines.iter().all(|line| line.chars().count() <= MAX_LINE && !line.contains('\n')));
    let texts = [&form.steps, &form.threat, &form.notes, &form.remarks, &form.proof, &form.product_version];
    assert!(texts.iter().all(|text| text.chars().count() <= MAX_TEXT));
    assert!(!intake.text.chars().any(|c| c.is_control() && c != '\n' && c != '\t'));
    assert_eq!(intake.kind_known, intake.obstacle.is_none());
    let plain = |text: &Option<String>| text.iter().all(|text| !text.chars().any(char::is_control));
    assert!(plain(&intake.sender) && plain(&intake.subject));
}

fn is_safe_name(name: &str) -> bool {
    !name.is_empty() && name.chars().count() <= 120 && !name.starts_with('.') && !name.contains(['/', '\\', '\0', '\n'])
}

fn check(name: &str, bytes: &[u8]) {
    let limits = Limits::default();
    if let Ok(intake) = intake::read(name, bytes, &limits) {
        bounded(&intake, bytes, &limits);
    }
}

#[test]
fn the_corpus_is_harmless() {
    for bytes in CORPUS.iter().chain(&SEEDS) {
        check("a.eml", bytes);
        check("a.txt", bytes);
    }
}

#[test]
fn every_beginning_of_a_form_is_harmless() {
    let mail = [b"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n", SEEDS[0]].concat();
    for end in 0..mail.len() {
        check("a.eml", &mail[..end]);
    }
}

/// Half a megabyte of one thing: whatever takes the square of that does not end while somebody waits for a test.
#[test]
fn large_monotonous_inputs_end() {
    const MANY: usize = 500_000;
    let rule = format!("{}\n", "-".repeat(40));
    let heads = ["", "MIME-Version: 1.0\nContent-Type: text/html\n\n", "MIME-Version: 1.0\nContent-Type: text/plain; "];
    for unit in [
        rule.as_str(),
        "1) 氏名:a\n",
        "(a) 直接の連絡: [x]\n",
        "[x]",
        "4) 再現手順\nx\n",
        "<td",
        "<a>&",
        "> ",
        "x*=a'b'c; ",
        "x*0=a;x*1=b;",
    ] {
        for head in heads {
            check("a.eml", [head, &unit.repeat(MANY / unit.len())].concat().as_bytes());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        check("a.eml", &bytes);
        check("a.txt", &bytes);
        check("a.eml", &[b"MIME-Version: 1.0\nContent-Type: ", bytes.as_slice()].concat());
    }

    #[test]
    fn any_text(text in "[\\PC\n\r\t　：:（）\\[\\]x>1-9).]{0,300}") {
        check("a.txt", text.as_bytes());
    }

    #[test]
    fn any_change_of_a_form(
        seed in 0..SEEDS.len(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), 0..3_u8, any::<u8>()), 1..40),
    ) {
        let mut bytes = SEEDS[seed].to_vec();
        for (at, how, byte) in changes {
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => drop(bytes.drain(at..(at + usize::from(byte % 9) + 1).min(bytes.len() - 1).max(at))),
            }
        }
        check("a.txt", &bytes);
    }

    #[test]
    fn any_order_of_lines(seed in 0..SEEDS.len(), order in proptest::collection::vec(any::<prop::sample::Index>(), 1..60)) {
        let lines: Vec<&[u8]> = SEEDS[seed].split_inclusive(|&b| b == b'\n').collect();
        let bytes: Vec<u8> = order.iter().flat_map(|at| lines[at.index(lines.len())]).copied().collect();
        check("a.txt", &bytes);
    }

    #[test]
    fn any_file_name(name in "\\PC{0,300}", ending in "[./\\\\ \u{0}\u{202e}a-z]{0,8}") {
        let safe = intake::safe_name(&format!("{name}{ending}"));
        prop_assert!(safe.is_empty() || is_safe_name(&safe));
        prop_assert_eq!(intake::safe_name(&safe), safe, "safe names stay");
    }
}
