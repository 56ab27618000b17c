//! Mails as letters: answers, notices that a mail did not arrive, automatic answers, encrypted mails, hostile bytes.

use intake::{Automatic, ImportKey, Letter, Limits, Unreadable, read_letter};
use proptest::prelude::*;

const HEAD: &str = "From: Homura <homura@hinomi.example>\r\nTo: desk@uketsuke.example\r\nMessage-ID: <1@hinomi.example>\r\nMIME-Version: 1.0\r\n";
const ID: &str = "0198a4c29df07f3caa00000000000001";

fn read(mail: &str) -> Letter {
    read_letter(mail.as_bytes(), &Limits::default()).expect("taken in")
}

/// A delivery status notification as Postfix writes it.
fn notice(action: &str, status: &str) -> String {
    format!(
        "Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.example (Mail Delivery System)\r\nSubject: Undelivered Mail Returned to Sender\r\n\
         To: desk@uketsuke.example\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type=delivery-status;\r\n\tboundary=\"b/mx\"\r\n\
         Message-Id: <20261121@mx.example>\r\n\r\nThis is a MIME-encapsulated message.\r\n\r\n\
         --b/mx\r\nContent-Description: Notification\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\n\
         I'm sorry to have to inform you that your message could not\r\nbe delivered.\r\n\
         --b/mx\r\nContent-Description: Delivery report\r\nContent-Type: message/delivery-status\r\n\r\n\
         Reporting-MTA: dns; mx.example\r\nArrival-Date: Sat, 21 Nov 2026 10:00:00 +0900 (JST)\r\n\r\n\
         Final-Recipient: rfc822; psirt@maker.example\r\nAction: {action}\r\nStatus: {status}\r\n\
         Diagnostic-Code: smtp; 550 5.1.1 no such user\r\n\r\n\
         --b/mx\r\nContent-Description: Undelivered Message\r\nContent-Type: message/rfc822\r\n\r\n\
         From: desk@uketsuke.example\r\nTo: psirt@maker.example\r\nMessage-ID: <{ID}@uketsuke.example>\r\nSubject: x\r\n\r\nbody\r\n\
         --b/mx--\r\n"
    )
}

#[test]
fn an_answer_names_what_it_answers_and_says_its_own_words() {
    let letter = read(&format!(
        "{HEAD}Subject: Re: VR#12345678\r\nIn-Reply-To: <{ID}@uketsuke.example>\r\nReferences: <0@x> <{ID}@uketsuke.example>\r\n\r\n\
         It is 3.2.\r\n\r\nOn Sat, 21 Nov 2026, Desk <desk@uketsuke.example> wrote:\r\n> Which version?\r\n"
    ));
    assert_eq!(letter.answers, [format!("{ID}@uketsuke.example"), "0@x".into()]);
    assert_eq!(letter.from.as_deref(), Some("homura@hinomi.example"));
    assert_eq!(letter.own_words(), "It is 3.2.");
    assert_eq!((letter.automatic, letter.bounce), (None, None));
    assert_eq!(letter.key, ImportKey::MessageId("1@hinomi.example".into()));
}

#[test]
fn a_delivery_status_notification_names_the_mail_and_what_became_of_it() {
    let bounce = read(&notice("failed", "5.1.1")).bounce.expect("a notice");
    assert_eq!((bounce.ids.as_slice(), bounce.failed), (&[format!("{ID}@uketsuke.example")][..], true));
    assert_eq!(bounce.status.as_deref(), Some("5.1.1"));
    for action in ["delayed", "relayed", "delivered", "expanded"] {
        assert!(!read(&notice(action, "4.4.7")).bounce.expect("a notice").failed, "{action}");
    }
    let headers_only = notice("failed", "5.0.0").replace("message/rfc822", "text/rfc822-headers");
    assert_eq!(read(&headers_only).bounce.expect("a notice").ids.len(), 1);
}

#[test]
fn notices_from_before_the_standard_are_known_too() {
    let qmail = format!(
        "Return-Path: <>\r\nFrom: MAILER-DAEMON@old.example\r\nSubject: failure notice\r\n\r\nHi. This is the qmail-send program at old.example.\r\n\
         <psirt@maker.example>:\r\nSorry, no mailbox here by that name. (#5.1.1)\r\n\r\n\
         --- Below this line is a copy of the message.\r\n\r\nReturn-Path: <desk@uketsuke.example>\r\nMessage-ID:\r\n <{ID}@uketsuke.example>\r\nSubject: x\r\n"
    );
    let exim = format!(
        "From: Mail Delivery System <Mailer-Daemon@mx.example>\r\nX-Failed-Recipients: psirt@maker.example\r\n\
         Auto-Submitted: auto-replied\r\nSubject: Mail delivery failed: returning message to sender\r\n\r\n\
         This message was created automatically.\r\n> Message-Id: <{ID}@uketsuke.example>\r\n"
    );
    let japanese = format!(
        "Return-Path: <>\r\nFrom: postmaster@maker.example\r\nSubject: 配信不能: VC#12345678\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nmessage-id: <{ID}@uketsuke.example>\r\n"
    );
    for mail in [qmail, exim, japanese] {
        let bounce = read(&mail).bounce.unwrap_or_else(|| panic!("{mail}"));
        assert_eq!((bounce.ids.as_slice(), bounce.failed), (&[format!("{ID}@uketsuke.example")][..], true), "{mail}");
    }
    // What people write about such notices is none.
    let people = format!("{HEAD}Subject: Undelivered mail?\r\n\r\nMessage-ID: <{ID}@uketsuke.example>\r\n");
    assert_eq!(read(&people).bounce, None);
}

#[test]
fn somebody_who_is_out_of_office_is_no_person_writing() {
    let absent =
        format!("{HEAD}Auto-Submitted: auto-replied\r\nSubject: Re: x\r\nIn-Reply-To: <{ID}@x>\r\n\r\nI am away.\r\n");
    assert_eq!(read(&absent).automatic, Some(Automatic::Reply));
    let list = format!("{HEAD}Precedence: bulk\r\nSubject: News\r\n\r\nNews.\r\n");
    assert_eq!(read(&list).automatic, Some(Automatic::Other));
}

#[test]
fn an_encrypted_entity_is_found_and_reads_as_one_mail_when_opened() {
    let mail = format!(
        "{HEAD}Subject: ...\r\nContent-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\";\r\n boundary=\"e\"\r\n\r\n\
         --e\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n\r\n\
         --e\r\nContent-Type: application/octet-stream; name=\"encrypted.asc\"\r\n\r\n\
         -----BEGIN PGP MESSAGE-----\r\n\r\nhF4D\r\n-----END PGP MESSAGE-----\r\n\r\n--e--\r\n"
    );
    let letter = read(&mail);
    let found = letter.ciphertext.expect("a message");
    assert!(letter.encrypted && found.message.starts_with(b"-----BEGIN PGP MESSAGE-----"));
    let plain = "Content-Type: multipart/mixed; boundary=\"i\"\r\nSubject: 実際の件名\r\nFrom: somebody@else.example\r\n\
                 Message-ID: <2@else.example>\r\n\r\n--i\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n本文です。\r\n\
                 --i\r\nContent-Type: application/octet-stream; name=poc.bin\r\nContent-Transfer-Encoding: base64\r\n\r\nAAEC\r\n--i--\r\n";
    let opened = read_letter(&found.opened(mail.as_bytes(), plain.as_bytes()), &Limits::default()).expect("taken in");
    assert_eq!((opened.subject.as_str(), opened.text.trim()), ("実際の件名", "本文です。"));
    assert_eq!(
        opened.files.iter().map(|file| (file.name.as_str(), file.bytes.len())).collect::<Vec<_>>(),
        [("poc.bin", 3)]
    );
    assert_eq!(opened.from.as_deref(), Some("homura@hinomi.example"), "nobody inside says who writes");
    assert_eq!(opened.key, letter.key);
    assert!(!opened.encrypted);
}

#[test]
fn armour_in_a_text_is_opened_in_its_place_and_the_files_beside_it_stay() {
    let armour = "-----BEGIN PGP MESSAGE-----\r\n\r\nhF4D\r\n-----END PGP MESSAGE-----";
    let single = format!("{HEAD}Subject: x\r\n\r\nHello,\r\n{armour}\r\n-- \r\nHomura\r\n");
    let found = read(&single).ciphertext.expect("a message");
    let opened = read_letter(&found.opened(single.as_bytes(), b"inside\n"), &Limits::default()).expect("taken in");
    assert!(opened.text.contains("Hello,\ninside\n") && opened.text.contains("Homura") && !opened.encrypted);
    let mixed = format!(
        "{HEAD}Content-Type: multipart/mixed; boundary=\"m\"\r\n\r\n--m\r\nContent-Type: text/plain\r\n\r\n{armour}\r\n\
         --m\r\nContent-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAEC\r\n--m--\r\n"
    );
    let found = read(&mixed).ciphertext.expect("a message");
    let opened =
        read_letter(&found.opened(mixed.as_bytes(), "内側\n".as_bytes()), &Limits::default()).expect("taken in");
    assert_eq!(opened.text.trim(), "内側");
    assert_eq!(opened.files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), ["a.png"]);
}

#[test]
fn other_ciphers_are_said_to_be_so() {
    let letter = read(&format!("{HEAD}Content-Type: application/pkcs7-mime; name=smime.p7m\r\n\r\nMIAG"));
    assert!(letter.encrypted && letter.ciphertext.is_none());
}

#[test]
fn nothing_and_too_much_are_not_taken() {
    let limits = Limits { total: 100, ..Limits::default() };
    assert_eq!(read_letter(b" \r\n", &limits), Err(Unreadable::Empty));
    assert_eq!(read_letter(&[b'x'; 101], &limits), Err(Unreadable::TooLarge { size: 101, limit: 100 }));
}

#[test]
fn hostile_mails_stay_bounded() {
    let deep: String =
        (0..200).map(|i| format!("Content-Type: multipart/report; boundary=\"{i}\"\r\n\r\n--{i}\r\n")).collect();
    read(&format!("{HEAD}{deep}"));
    let many =
        format!("{HEAD}Content-Type: multipart/encrypted; boundary=\"b\"\r\n\r\n{}", "--b\r\n\r\nx\r\n".repeat(20_000));
    assert!(read(&many).ciphertext.is_none());
    let wide = format!("{HEAD}{}Subject: late\r\n\r\nbody", "X-A: b\r\n\tc\r\n".repeat(200_000));
    assert!(read(&wide).subject.chars().count() <= 300);
    let broken = [
        HEAD.as_bytes(),
        b"Subject: =?utf-9?B?//?=\r\nContent-Type: text/plain; charset=no-such\r\n\r\n\xff\xfe\x00\xd8 \x80",
    ]
    .concat();
    read_letter(&broken, &Limits::default()).expect("taken in");
    let status = format!(
        "Return-Path: <>\r\nContent-Type: multipart/report; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n{}--b--",
        "Action: failed\r\n\r\n".repeat(100_000)
    );
    assert!(read(&status).bounce.expect("a notice").failed);
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let _ = read_letter(&bytes, &Limits::default());
    }

    #[test]
    fn a_damaged_notice_or_message_is_read(place in any::<prop::sample::Index>(), byte: u8, cut in any::<prop::sample::Index>()) {
        let mut bytes = notice("failed", "5.1.1").into_bytes();
        let at = place.index(bytes.len());
        bytes[at] = byte;
        bytes.truncate(cut.index(bytes.len()) + 1);
        if let Ok(letter) = read_letter(&bytes, &Limits::default()) {
            prop_assert!(!letter.text.chars().any(|c| c.is_control() && c != '\n' && c != '\t'));
        }
    }
}
