//! Every mail in both languages: number and link are in it, and nothing else of a case can be, because the words are
//! made from nothing else.

use casework::{Correspondence, Letter, Settings};
use console::Letters;
use rulebook::case::{Notice, NoticeKind};
use rulebook::ids::{DeveloperId, ReportId, SiteCaseId};
use rulebook::party::Party;
use rulebook::text::Language;
use store::{Entropy, SeededEntropy};

const NUMBER: &str = "VC#48151623";
const CODE: &str = "314159";
const LINK: &str = "https://noroshi.example/ja/answer/4x8x15x16x23x42";

fn parties() -> [Party; 5] {
    let id = SeededEntropy::new(1).uuid_v7(crate::common::START.parse().expect("an instant"));
    let developer = Party::Developer(DeveloperId(id));
    let operator = Party::SiteOperator(SiteCaseId(id));
    [Party::Finder(ReportId(id)), Party::ReceivingBody, Party::Coordinator, developer, operator]
}

/// The page of an operator's link asks for a code; no other does.
const fn code_of(party: Party, code: &'static str) -> &'static str {
    if matches!(party, Party::SiteOperator(_)) { code } else { "" }
}

fn settings() -> Settings {
    let mut settings = Settings::default();
    settings.partnership.contact = rulebook::text::Localized::new("電話 03-0000-0000", "Telephone +81-3-0000-0000");
    settings
}

/// A mail that somebody reads: one line of subject, no key or variable left over, whom to ask.
fn is_a_mail(subject: &str, body: &str, language: Language) {
    assert!(!subject.contains('\n') && subject.chars().count() < 90, "{subject}");
    for text in [subject, body] {
        assert!(!text.contains("mail-") && !text.contains('{') && !text.contains('$'), "{text}");
    }
    assert!(body.contains("0000-0000"), "the contact: {body}");
    let genuine = if language == Language::Ja { "リンクを開かず" } else { "do not open it" };
    assert!(body.contains(genuine), "what to do when in doubt: {body}");
}

#[test]
fn every_mail_says_number_and_link_in_both_languages() {
    let settings = settings();
    for kind in NoticeKind::ALL {
        for to in parties() {
            for language in Language::ALL {
                let notice = Notice { to, kind, clause: None };
                let code = code_of(to, CODE);
                let letter = Letter { notice, number: NUMBER, link: LINK, code, language, settings: &settings };
                let (subject, body) = Letters.mail(&letter);
                is_a_mail(&subject, &body, language);
                assert!(body.contains(code) && !subject.contains(CODE), "{body}");
                assert!(subject.contains(NUMBER) && body.contains(NUMBER) && body.contains(LINK), "{body}");
            }
        }
    }
}

/// Two letters that differ in number and link alone differ in nothing else: there is no other way in for a case.
#[test]
fn a_mail_is_made_of_number_and_link_alone() {
    let settings = settings();
    for kind in NoticeKind::ALL {
        for to in parties() {
            for language in Language::ALL {
                let notice = Notice { to, kind, clause: None };
                let mail = |number, link, code| {
                    let code = code_of(to, code);
                    Letters.mail(&Letter { notice, number, link, code, language, settings: &settings })
                };
                let (subject, body) = mail(NUMBER, LINK, CODE);
                let (other_subject, other_body) = mail("N", "L", "C");
                assert_eq!(subject.replace(NUMBER, "N"), other_subject);
                assert_eq!(body.replace(NUMBER, "N").replace(LINK, "L").replace(CODE, "C"), other_body);
            }
        }
    }
}

#[test]
fn the_first_mail_to_a_developer_says_who_writes_and_how_to_check_it() {
    let mut settings = settings();
    settings.partnership.coordinator =
        rulebook::text::Localized::new("のろし調整センター", "Noroshi Coordination Center");
    for language in Language::ALL {
        let notice = Notice { to: parties()[3], kind: NoticeKind::Message, clause: None };
        let letter = Letter { notice, number: NUMBER, link: LINK, code: "", language, settings: &settings };
        let (subject, body) = Letters.first_contact(&letter);
        is_a_mail(&subject, &body, language);
        let coordinator = settings.partnership.coordinator.get(language);
        assert!(subject.contains(NUMBER) && subject.contains(coordinator), "{subject}");
        assert!(body.contains(coordinator) && body.contains(LINK), "{body}");
        let (once, phone) = match language {
            Language::Ja => ("一度だけ使えます", "電話番号"),
            Language::En => ("works once", "telephone number"),
        };
        assert!(body.contains(once) && body.contains(phone), "{body}");
    }
}
