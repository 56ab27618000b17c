//! What is wanted, as a form and in words; and the two mails.

use casework::subscriptions::{NewsItem, NewsLetter, QuestionLetter, Rhythm, SEARCH_NAMES, Topic, Wishes};
use formats::Severity;
use formats::document::Affectedness;
use rulebook::text::Language;
use ui::{Choice, Form, Lang};

use crate::forms::Fields;
use crate::letters;

/// Thresholds to choose from; the first is none.
const THRESHOLDS: [(&str, Option<Severity>); 4] = [
    ("", None),
    ("medium", Some(Severity::Medium)),
    ("high", Some(Severity::High)),
    ("critical", Some(Severity::Critical)),
];

pub(super) fn threshold(word: &str) -> Option<Severity> {
    THRESHOLDS.iter().find(|(known, _)| *known == word).and_then(|(_, severity)| *severity)
}

pub(super) fn threshold_word(least: Option<Severity>) -> &'static str {
    THRESHOLDS.iter().find(|(_, severity)| *severity == least).map_or("", |(word, _)| word)
}

pub(super) fn thresholds(lang: Lang) -> Vec<Choice> {
    let key =
        |word: &str| if word.is_empty() { "subscribe-least-any".to_owned() } else { format!("subscribe-least-{word}") };
    THRESHOLDS.iter().map(|(word, _)| Choice::new(*word, lang.t(key(word)))).collect()
}

pub(super) fn languages(lang: Lang) -> Vec<Choice> {
    Lang::ALL.iter().map(|one| Choice::new(one.tag(), lang.t(format!("subscribe-language-{}", one.tag())))).collect()
}

pub(super) fn rhythms(lang: Lang) -> Vec<Choice> {
    let choice = |rhythm: Rhythm| {
        let word = rhythm.word();
        Choice::new(word, lang.t(format!("subscribe-rhythm-{word}")))
            .hint(lang.t(format!("subscribe-rhythm-{word}-hint")))
    };
    vec![choice(Rhythm::AtOnce), choice(Rhythm::Daily)]
}

/// How somebody wants to be told, as a form says it; what makes no sense is the usual.
pub(super) fn wishes(fields: &Fields, usual: Lang) -> Wishes {
    let language = match fields.get("language") {
        "ja" => Language::Ja,
        "en" => Language::En,
        _ => letters::language(usual),
    };
    let rhythm = if fields.get("rhythm") == Rhythm::Daily.word() { Rhythm::Daily } else { Rhythm::AtOnce };
    Wishes { language, rhythm, updates: fields.has("updates") }
}

/// The form that says the same.
pub(super) fn fill(form: &mut Form, wishes: Wishes) {
    form.set("language", wishes.language.tag());
    form.set("rhythm", wishes.rhythm.word());
    if wishes.updates {
        form.set("updates", "yes");
    }
}

/// A search in words, one condition each; none is everything.
pub(super) fn conditions(lang: Lang, topic: &Topic) -> Vec<String> {
    let condition = |(name, value): &(String, String)| {
        let known = SEARCH_NAMES.contains(&name.as_str());
        let value = if name == "status" { status(lang, value)? } else { value.clone() };
        known.then(|| lang.t1(format!("subscribe-search-{name}"), "value", value))
    };
    topic.search.iter().filter_map(condition).collect()
}

/// The words of a status that an address names, `not_affected`.
fn status(lang: Lang, value: &str) -> Option<String> {
    let name = serde_json::Value::from(value);
    let status: Affectedness = serde_json::from_value(name).ok()?;
    let language = match lang {
        Lang::Ja => formats::Language::Ja,
        Lang::En => formats::Language::En,
    };
    Some(status.word(language).to_owned())
}

/// A topic in one line.
pub(super) fn sentence(lang: Lang, topic: &Topic) -> String {
    let conditions = conditions(lang, topic);
    if conditions.is_empty() {
        lang.t("subscribe-everything").into_owned()
    } else {
        conditions.join(lang.pick("、", ", "))
    }
}

/// The mail that asks.
pub(crate) fn question(letter: &QuestionLetter<'_>) -> (String, String) {
    let lang = letters::lang(letter.language);
    let name = letter.settings.partnership.name.get(letter.language);
    let subject = lang.t1("subscribe-mail-subject", "name", name);
    let body = lang.t2("subscribe-mail-body", "name", name, "link", letter.link);
    let end = lang.t1("subscribe-mail-end", "hours", casework::subscriptions::QUESTION_HOURS);
    (subject, signed(&[body, end], name, letter.settings.partnership.contact.get(letter.language)))
}

/// The mail that tells of advisories.
pub(crate) fn news(letter: &NewsLetter<'_>) -> (String, String) {
    let language = letter.wishes.language;
    let lang = letters::lang(language);
    let name = letter.settings.partnership.name.get(language);
    let subject = match letter.items {
        [one] if one.is_update => lang.t2("subscribe-news-updated", "number", &one.number, "title", &one.title),
        [one] => lang.t2("subscribe-news-one", "number", &one.number, "title", &one.title),
        many => lang.t1("subscribe-news-many", "count", many.len()),
    };
    let mut parts: Vec<String> = letter.items.iter().map(|item| told(lang, item)).collect();
    parts.push(lang.t("subscribe-news-why").into_owned());
    parts.push(lang.t2("subscribe-news-ways", "manage", letter.manage, "leave", letter.leave));
    (subject, signed(&parts, name, letter.settings.partnership.contact.get(language)))
}

fn told(lang: Lang, item: &NewsItem) -> String {
    let mut lines = vec![format!("{} {}", item.number, item.title)];
    if let Some(severity) = item.severity {
        let word = lang.t(format!("severity-{}", severity.upper().to_lowercase()));
        lines.push(lang.t1("subscribe-news-severity", "severity", word.into_owned()));
    }
    if item.is_update {
        lines.push(lang.t("subscribe-news-is-update").into_owned());
    }
    lines.push(item.link.clone());
    lines.join("\n")
}

fn signed(parts: &[String], name: &str, contact: &str) -> String {
    let mut text = parts.join("\n\n");
    text.push_str(&format!("\n\n-- \n{name}\n"));
    if !contact.trim().is_empty() {
        text.push_str(contact.trim());
        text.push('\n');
    }
    text
}
