//! Mails in words, from the message catalogue: number and link, never what is in the case. Only the answer to an
//! enquiry about a publication says what was asked and answered: it is all that its reader has.

use casework::enquiries::EnquiryLetter;
use casework::subscriptions::{NewsLetter, QuestionLetter};
use casework::{Correspondence, Letter};
use rulebook::text::Language;
use ui::Lang;

/// The catalogue as the office's correspondence.
#[derive(Clone, Copy, Debug, Default)]
pub struct Letters;

/// A language of the rulebook as one of the pages.
#[must_use]
pub const fn lang(language: Language) -> Lang {
    match language {
        Language::Ja => Lang::Ja,
        Language::En => Lang::En,
    }
}

/// A language of the pages as one of the rulebook.
#[must_use]
pub const fn language(lang: Lang) -> Language {
    match lang {
        Lang::Ja => Language::Ja,
        Lang::En => Language::En,
    }
}

/// The language in which operators of websites are written to: that of the sites in the scope.
pub(crate) const OPERATORS: Lang = Lang::Ja;

/// Words for the finders of a case, once in each of their languages.
pub(crate) fn in_their_words(languages: impl IntoIterator<Item = Language>, words: impl Fn(Lang) -> String) -> String {
    let languages: Vec<Language> = languages.into_iter().collect();
    let theirs = [Language::Ja, Language::En].into_iter().filter(|language| languages.contains(language));
    theirs.map(|language| words(lang(language))).collect::<Vec<_>>().join("\n\n")
}

impl Correspondence for Letters {
    fn mail(&self, letter: &Letter<'_>) -> (String, String) {
        let lang = lang(letter.language);
        let word = letter.notice.kind.word();
        let party = letter.notice.to.word().replace('_', "-");
        let subject = lang.t1(format!("mail-subject-{word}"), "number", letter.number);
        let body = lang.t1(format!("mail-body-{word}"), "number", letter.number);
        let look = match letter.code {
            // The code was read out on the telephone.
            "" if party == "site-operator" => lang.t1("mail-look-after-call", "link", letter.link),
            "" => lang.t1(format!("mail-look-{party}"), "link", letter.link),
            code => lang.t2(format!("mail-look-{party}"), "link", letter.link, "code", code),
        };
        (subject, frame(letter, lang, &[body, look]))
    }

    fn first_contact(&self, letter: &Letter<'_>) -> (String, String) {
        let lang = lang(letter.language);
        let name = letter.settings.partnership.coordinator.get(letter.language);
        let subject = lang.t2("mail-first-subject", "number", letter.number, "coordinator", name);
        let body = lang.t2("mail-first-body", "coordinator", name, "link", letter.link);
        (subject, frame(letter, lang, &[body]))
    }

    fn fresh_link(&self, letter: &Letter<'_>) -> (String, String) {
        let lang = lang(letter.language);
        let subject = lang.t1("front-link-subject", "number", letter.number);
        let body = lang.t2("front-link-body", "number", letter.number, "link", letter.link);
        (subject, frame(letter, lang, &[body]))
    }

    fn enquiry_answer(&self, letter: &EnquiryLetter<'_>) -> (String, String) {
        let lang = lang(letter.language);
        let partnership = &letter.settings.partnership;
        let name = partnership.name.get(letter.language);
        let body = [
            lang.t2("enquiry-mail-body", "number", letter.number, "name", name),
            lang.t("enquiry-mail-question").into_owned(),
            letter.question.trim().to_owned(),
            lang.t("enquiry-mail-answer").into_owned(),
            letter.answer.trim().to_owned(),
            lang.t1("enquiry-mail-page", "link", letter.link),
        ];
        let contact = partnership.contact.get(letter.language).trim();
        let text = format!("{}\n\n-- \n{name}\n{contact}", body.join("\n\n"));
        (lang.t1("enquiry-mail-subject", "number", letter.number), format!("{}\n", text.trim_end()))
    }

    fn subscription_question(&self, letter: &QuestionLetter<'_>) -> (String, String) {
        crate::subscriptions::question(letter)
    }

    fn news(&self, letter: &NewsLetter<'_>) -> (String, String) {
        crate::subscriptions::news(letter)
    }
}

/// Paragraphs between the partnership's name and how to reach it.
fn frame(letter: &Letter<'_>, lang: Lang, paragraphs: &[String]) -> String {
    let partnership = &letter.settings.partnership;
    let name = partnership.name.get(letter.language);
    let contact = partnership.contact.get(letter.language);
    let why = lang.t("mail-no-details");
    let mut text = paragraphs.join("\n\n");
    text.push_str(&format!("\n\n{why}\n\n-- \n{name}\n"));
    if !contact.trim().is_empty() {
        text.push_str(contact.trim());
        text.push('\n');
    }
    text
}
