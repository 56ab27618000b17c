//! E-mails, put together here: encodings, parts, file names, and what hostile or broken mailers send.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use encoding_rs::{EUC_JP, Encoding, ISO_2022_JP, SHIFT_JIS, UTF_8};
use intake::{ImportKey, Intake, Limits, Obstacle};
use rulebook::report::form::{ReportForm, ReportKind};
use rulebook::report::problems::{Fault, FormItem, Problem};

const PRODUCT: &str = include_str!("forms/product.txt");
const WEBSITE: &str = include_str!("forms/website.txt");
const HEAD: &str = "From: Homura <homura@hinomi.example>\r\nTo: desk@uketsuke.example\r\nMessage-ID: <1@hinomi.example>\r\nMIME-Version: 1.0\r\n";
const ATTACHMENTS_UNUSABLE: Problem = Problem { item: FormItem::Attachments, fault: Fault::Unusable };

fn read(mail: &[u8]) -> Intake {
    intake::read("report.eml", mail, &Limits::default()).expect("taken in")
}

fn expected(text: &str) -> ReportForm {
    intake::read("form.txt", text.as_bytes(), &Limits::default()).expect("taken in").form
}

fn crlf(text: &str) -> String {
    text.replace('\n', "\r\n")
}

/// Base64 in lines of 76.
fn base64(bytes: &[u8]) -> Vec<u8> {
    STANDARD.encode(bytes).as_bytes().chunks(76).flat_map(|line| [line, b"\r\n"].concat()).collect()
}

/// Quoted-printable with soft breaks.
fn quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let mut lines = Vec::new();
    let mut width = 0;
    for &byte in bytes {
        let sign = match byte {
            b'\r' | b'\n' => vec![byte],
            b'!'..=b'<' | b'>'..=b'~' => vec![byte],
            _ => format!("={byte:02X}").into_bytes(),
        };
        if width + sign.len() > 75 {
            lines.extend_from_slice(b"=\r\n");
            width = 0;
        }
        width = if byte == b'\n' { 0 } else { width + sign.len() };
        lines.extend(sign);
    }
    lines
}

fn part(head: &str, body: &[u8]) -> Vec<u8> {
    [head.as_bytes(), b"\r\n\r\n", body].concat()
}

fn mail(head: &str, body: &[u8]) -> Vec<u8> {
    [HEAD.as_bytes(), &part(head, body)].concat()
}

fn multipart(subtype: &str, boundary: &str, parts: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = part(&format!("Content-Type: multipart/{subtype}; boundary=\"{boundary}\""), b"");
    for part in parts {
        bytes.extend_from_slice(format!("--{boundary}\r\n").as_bytes());
        bytes.extend_from_slice(part);
        bytes.extend_from_slice(b"\r\n");
    }
    bytes.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    bytes
}

fn with_head(entity: &[u8]) -> Vec<u8> {
    [HEAD.as_bytes(), entity].concat()
}

fn text_part(text: &str) -> Vec<u8> {
    part("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64", &base64(crlf(text).as_bytes()))
}

fn file(name: &str, bytes: &[u8]) -> Vec<u8> {
    let head = format!(
        "Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; {name}"
    );
    part(&head, &base64(bytes))
}

#[test]
fn every_charset_in_every_transfer_encoding() {
    let charsets: [(&'static Encoding, &str); 6] = [
        (UTF_8, "utf-8"),
        (ISO_2022_JP, "ISO-2022-JP"),
        (SHIFT_JIS, "Shift_JIS"),
        (SHIFT_JIS, "\"windows-31j\""),
        (SHIFT_JIS, "cp932"),
        (EUC_JP, "euc-jp"),
    ];
    for (encoding, label) in charsets {
        let text = crlf(PRODUCT);
        let (bytes, _, _) = encoding.encode(&text);
        for (transfer, body) in
            [("8bit", bytes.to_vec()), ("base64", base64(&bytes)), ("Quoted-Printable", quoted_printable(&bytes))]
        {
            let head = format!("Content-Type: text/plain; charset={label}\r\nContent-Transfer-Encoding: {transfer}");
            let intake = read(&mail(&head, &body));
            assert_eq!(intake.form, expected(PRODUCT), "{label} {transfer}");
            assert_eq!(intake.problems, [], "{label} {transfer}");
        }
        let unlabelled = read(&mail("Content-Type: text/plain", &bytes));
        assert_eq!(unlabelled.form, expected(PRODUCT), "{label} without a label");
    }
}

#[test]
fn headers_are_decoded_and_the_key_is_the_message_id() {
    let subject = "Subject: =?ISO-2022-JP?B?GyRCRk89UBsoQg==?=\r\n =?utf-8?q?=E7=81=AB?=\r\nContent-Type: text/plain; charset=utf-8";
    let intake = read(&mail(subject, PRODUCT.as_bytes()));
    assert_eq!(intake.subject.as_deref(), Some("届出火"));
    assert_eq!(intake.sender.as_deref(), Some("homura@hinomi.example"));
    assert_eq!(intake.key, ImportKey::MessageId("1@hinomi.example".into()));
    let relayed =
        [b"Received: from a by b; Fri, 20 Nov 2026 09:12:44 +0900\r\n".to_vec(), mail(subject, PRODUCT.as_bytes())];
    assert_eq!(read(&relayed.concat()).key, intake.key);
    let without = read(b"From: a@hinomi.example\r\nSubject: x\r\n\r\nhello");
    assert!(matches!(without.key, ImportKey::Content(_)));
}

#[test]
fn the_subject_tells_the_form_when_the_title_is_gone() {
    let body = "氏名: 薪\r\nメールアドレス: takigi@maki.example\r\n";
    let subject =
        "Subject: =?utf-8?b?44Km44Kn44OW44Ki44OX44Oq44Kx44O844K344On44Oz6ISG5byx5oCn6Zai6YCj5oOF5aCx44Gu5bGK5Ye6?=";
    let intake = read(&mail(&format!("{subject}\r\nContent-Type: text/plain; charset=utf-8"), body.as_bytes()));
    assert!(intake.kind_known);
    assert_eq!((intake.form.kind, intake.form.finder_name.as_str()), (ReportKind::Website, "薪"));
}

#[test]
fn attachments_keep_their_bytes_and_get_safe_names() {
    let (name, _, _) = SHIFT_JIS.encode("証拠.html");
    let encoded = format!("filename=\"=?Shift_JIS?B?{}?=\"", STANDARD.encode(&name));
    let poc = [0xff_u8, 0x00, 0x82, b'\r', b'\n'];
    let parts = [
        text_part(PRODUCT),
        file(&encoded, &poc),
        file("filename=\"../../../etc/cron.d/x\"", b"1"),
        file("filename*=UTF-8''%E2%80%AEgpj.exe", b"2"),
        file("filename=\"NUL.txt\"", b"3"),
        part("Content-Type: image/png\r\nContent-Transfer-Encoding: base64", &base64(b"4")),
    ];
    let intake = read(&with_head(&multipart("mixed", "b1", &parts)));
    assert_eq!((intake.form, intake.problems), (expected(PRODUCT), vec![]));
    let names: Vec<&str> = intake.attachments.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["証拠.html", "x", "gpj.exe", "_NUL.txt", "attachment-5.png"]);
    assert_eq!(intake.attachments[0].bytes, poc);
    assert_eq!(intake.attachments[4].media_type, "image/png");
}

#[test]
fn too_many_too_large_and_broken_attachments_are_named() {
    let many: Vec<Vec<u8>> =
        std::iter::once(text_part(PRODUCT)).chain((0..11).map(|n| file(&format!("filename=f{n}.txt"), b"x"))).collect();
    let intake = read(&with_head(&multipart("mixed", "b", &many)));
    assert_eq!((intake.attachments.len(), intake.problems), (10, vec![ATTACHMENTS_UNUSABLE]));

    let limits = Limits { attachment_bytes: 100, ..Limits::default() };
    let large = with_head(&multipart("mixed", "b", &[text_part(PRODUCT), file("filename=a.bin", &[0; 101])]));
    let intake = intake::read("a.eml", &large, &limits).expect("taken in");
    assert_eq!((intake.attachments.len(), intake.problems), (0, vec![ATTACHMENTS_UNUSABLE]));
    assert_eq!(intake.original, large, "the original is whole");

    let broken =
        part("Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=a.bin", b"aGVs*bG8=");
    let intake = read(&with_head(&multipart("mixed", "b", &[text_part(PRODUCT), broken])));
    assert_eq!((intake.attachments[0].bytes.as_slice(), intake.problems), (&b"hello"[..], vec![ATTACHMENTS_UNUSABLE]));
}

#[test]
fn of_two_bodies_the_plain_one_is_read() {
    let html = part("Content-Type: text/html; charset=utf-8", b"<p>see the other part</p>");
    let inner = multipart("alternative", "in", &[text_part(PRODUCT), html]);
    let intake = read(&with_head(&multipart("mixed", "out", &[inner, file("filename=a.txt", b"x")])));
    assert_eq!((intake.form, intake.attachments.len()), (expected(PRODUCT), 1));
}

#[test]
fn a_form_in_html_only_is_read() {
    let escaped = WEBSITE.replace('&', "&amp;").replace('<', "&lt;");
    let lines: String =
        escaped.lines().map(|line| format!("<div>{}</div>\r\n", line.replace("  ", "&nbsp; "))).collect();
    let page = format!("<html><head><style>x</style></head><body>{lines}<script>alert(1)</script></body></html>");
    let intake = read(&mail("Content-Type: text/html; charset=utf-8", page.as_bytes()));
    let wanted = expected(WEBSITE);
    assert_eq!(intake.problems, []);
    assert_eq!(
        (intake.form.website_url, intake.form.why_vulnerability),
        (wanted.website_url, wanted.why_vulnerability)
    );
}

#[test]
fn a_form_attached_as_a_file_is_read() {
    let letter = text_part("届出します。添付をご覧ください。");
    let (sjis, _, _) = SHIFT_JIS.encode(PRODUCT);
    let form = part(
        "Content-Type: text/plain; name=form.txt\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=form.txt",
        &base64(&sjis),
    );
    let intake = read(&with_head(&multipart("mixed", "b", &[letter, form])));
    assert_eq!(intake.form, expected(PRODUCT));
    assert_eq!(intake.attachments[0].bytes, sjis.to_vec());
}

#[test]
fn a_forwarded_report_is_read() {
    let inner = mail("Content-Type: text/plain; charset=utf-8", PRODUCT.as_bytes());
    let forwarded = part("Content-Type: message/rfc822", &inner);
    let intake = read(&with_head(&multipart("mixed", "b", &[text_part("転送します。"), forwarded])));
    assert_eq!(intake.form, expected(PRODUCT));
}

#[test]
fn an_encrypted_mail_is_kept_for_a_person() {
    let armour = "-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA\r\n-----END PGP MESSAGE-----\r\n";
    let parts = [
        part("Content-Type: application/pgp-encrypted", b"Version: 1"),
        part("Content-Type: application/octet-stream; name=encrypted.asc", armour.as_bytes()),
    ];
    for bytes in [
        with_head(&multipart("encrypted; protocol=\"application/pgp-encrypted\"", "b", &parts)),
        mail("Content-Type: text/plain", armour.as_bytes()),
        mail("Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", b"0\x80"),
    ] {
        let intake = read(&bytes);
        assert_eq!((intake.obstacle, intake.kind_known), (Some(Obstacle::Encrypted), false));
        assert_eq!(intake.original, bytes);
    }
}

#[test]
fn a_signed_form_is_read() {
    let escaped: String = PRODUCT
        .lines()
        .map(|line| if line.starts_with('-') { format!("- {line}\n") } else { format!("{line}\n") })
        .collect();
    let signed = format!(
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n{escaped}-----BEGIN PGP SIGNATURE-----\n\niQ==\n-----END PGP SIGNATURE-----\n"
    );
    let intake = read(&mail("Content-Type: text/plain; charset=utf-8", signed.as_bytes()));
    assert_eq!((intake.form, intake.problems), (expected(PRODUCT), vec![]));
    let signature =
        part("Content-Type: application/pgp-signature; name=signature.asc", b"-----BEGIN PGP SIGNATURE-----");
    let intake = read(&with_head(&multipart("signed", "b", &[text_part(PRODUCT), signature])));
    assert_eq!((intake.form, intake.attachments[0].name.as_str()), (expected(PRODUCT), "signature.asc"));
}

#[test]
fn deep_and_wide_mails_end_somewhere() {
    let nested = "Content-Type: message/rfc822\r\n\r\n".repeat(100_000);
    let intake = read(&mail("Content-Type: message/rfc822", nested.as_bytes()));
    assert!(!intake.kind_known);

    let mut deep = text_part(PRODUCT);
    for n in 0..50 {
        deep = multipart("mixed", &format!("b{n}"), &[deep]);
    }
    assert!(!read(&with_head(&deep)).kind_known, "kept, not followed for ever");

    let wide: Vec<Vec<u8>> = (0..5_000).map(|_| text_part("x")).collect();
    let intake = read(&with_head(&multipart("mixed", "b", &wide)));
    assert_eq!(intake.problems.last(), Some(&ATTACHMENTS_UNUSABLE));
}

#[test]
fn a_mail_is_known_by_its_head_not_only_by_its_name() {
    let bytes = mail("Content-Type: text/plain; charset=utf-8", PRODUCT.as_bytes());
    let intake = intake::read("saved.txt", &bytes, &Limits::default()).expect("taken in");
    assert!(matches!(intake.key, ImportKey::MessageId(_)));
    let intake = intake::read("form.eml", PRODUCT.as_bytes(), &Limits::default()).expect("taken in");
    assert_eq!(intake.form, expected(PRODUCT));
    let intake = read(&mail("Content-Type: multipart/mixed; boundary=nowhere", PRODUCT.as_bytes()));
    assert_eq!(intake.form, expected(PRODUCT), "a multipart without parts is a text");
}

#[test]
fn a_mail_without_a_text_is_kept() {
    let intake = read(&with_head(&multipart("mixed", "b", &[file("filename=a.zip", b"PK\x03\x04")])));
    assert_eq!((intake.obstacle, intake.attachments[0].name.as_str()), (Some(Obstacle::NoText), "a.zip"));
}
