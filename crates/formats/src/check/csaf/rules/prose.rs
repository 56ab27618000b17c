//! Addresses that can never resolve, and common slips of English: what can be told without network and dictionaries.

use super::super::finding::{Findings, Level};
use super::super::json::{At, Json};
use super::super::language::Tag;
use super::super::subject::Subject;
use super::i;

/// Names that RFC 2606 and RFC 6761 keep from ever resolving.
const NOWHERE: [&str; 4] = ["invalid", "test", "example", "localhost"];
/// Members whose texts are read by people (6.3.8, 6.3.16).
const READ: [&str; 13] = [
    "audience",
    "details",
    "entitlements",
    "issuing_authority",
    "name",
    "names",
    "organization",
    "summary",
    "text",
    "title",
    "aliases",
    "category",
    "reason",
];
/// Members that hold addresses (6.3.6).
const ADDRESSES: [&str; 6] = ["url", "urls", "namespace", "sbom_urls", "uri", "source"];

/// Misspellings that are often met in English, in order, with what is meant.
const SLIPS: [(&str, &str); 60] = [
    ("accessable", "accessible"),
    ("accomodate", "accommodate"),
    ("acheive", "achieve"),
    ("aditional", "additional"),
    ("adress", "address"),
    ("adresses", "addresses"),
    ("agressive", "aggressive"),
    ("allready", "already"),
    ("apparantly", "apparently"),
    ("arbitary", "arbitrary"),
    ("assesment", "assessment"),
    ("atacker", "attacker"),
    ("attemp", "attempt"),
    ("authentification", "authentication"),
    ("authetication", "authentication"),
    ("availible", "available"),
    ("avaliable", "available"),
    ("begining", "beginning"),
    ("beleive", "believe"),
    ("calender", "calendar"),
    ("commited", "committed"),
    ("compatability", "compatibility"),
    ("concious", "conscious"),
    ("critcal", "critical"),
    ("dependant", "dependent"),
    ("developement", "development"),
    ("enviroment", "environment"),
    ("execption", "exception"),
    ("existance", "existence"),
    ("explotation", "exploitation"),
    ("familar", "familiar"),
    ("funtion", "function"),
    ("goverment", "government"),
    ("immediatly", "immediately"),
    ("improvment", "improvement"),
    ("incompatable", "incompatible"),
    ("independant", "independent"),
    ("infomation", "information"),
    ("inital", "initial"),
    ("lenght", "length"),
    ("maintainance", "maintenance"),
    ("maintenence", "maintenance"),
    ("managment", "management"),
    ("neccessary", "necessary"),
    ("occured", "occurred"),
    ("occurence", "occurrence"),
    ("paramter", "parameter"),
    ("permision", "permission"),
    ("privelege", "privilege"),
    ("priviledge", "privilege"),
    ("recieve", "receive"),
    ("recomend", "recommend"),
    ("refered", "referred"),
    ("secruity", "security"),
    ("seperate", "separate"),
    ("succesful", "successful"),
    ("teh", "the"),
    ("untill", "until"),
    ("vulnerabilty", "vulnerability"),
    ("vunerability", "vulnerability"),
];

/// Long words of advisories, in order: what differs from one of them in a single letter is a slip.
const WORDS: [&str; 48] = [
    "administrator",
    "advisories",
    "arbitrary",
    "attackers",
    "authenticated",
    "authentication",
    "authorization",
    "availability",
    "component",
    "components",
    "confidentiality",
    "configuration",
    "connection",
    "credentials",
    "cryptographic",
    "description",
    "development",
    "environment",
    "exploitation",
    "information",
    "injection",
    "installation",
    "integrity",
    "interface",
    "malicious",
    "management",
    "mitigation",
    "mitigations",
    "operating",
    "overflows",
    "parameter",
    "parameters",
    "permissions",
    "privileged",
    "privileges",
    "processing",
    "recommended",
    "researcher",
    "researchers",
    "security",
    "sensitive",
    "specially",
    "unauthenticated",
    "unauthorized",
    "validation",
    "vulnerabilities",
    "vulnerability",
    "vulnerable",
];

/// Words that do not follow themselves; verbs that a base form follows; base forms that look like participles.
const SMALL: [&str; 12] = ["a", "an", "and", "for", "in", "is", "of", "on", "or", "the", "to", "with"];
const MODAL: [&str; 10] = ["can", "cannot", "could", "may", "might", "must", "shall", "should", "will", "would"];
const BASE_FORMS: [&str; 10] =
    ["bed", "embed", "exceed", "feed", "need", "proceed", "shed", "shred", "speed", "succeed"];

/// 6.3.6, 6.3.7, 6.3.8, 6.3.16.
pub(super) fn run(subject: &Subject<'_>, findings: &mut Findings) {
    if !findings.wants(Level::Informative) {
        return;
    }
    let english = subject.lang().is_some() && Tag::is_english(subject.lang());
    let mut walk = Walk { english, grammar: english && subject.is_2_1(), candidates: candidates(), findings };
    walk.value(subject.root, "", false, &At::Root);
}

struct Walk<'f> {
    english: bool,
    grammar: bool,
    candidates: [u32; 26],
    findings: &'f mut Findings,
}

impl Walk<'_> {
    /// `own` is whether the value stands in a reference of a document to itself.
    fn value(&mut self, json: &Json<'_>, name: &str, own: bool, at: &At<'_>) {
        match json {
            Json::Text(text) if ADDRESSES.contains(&name) => self.address(text, own, at),
            Json::Text(text) if self.english && READ.contains(&name) => self.prose(text, name, at),
            Json::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.value(item, name, own, &at.index(index));
                }
            }
            Json::Object(members) => {
                let own = json.text("category") == Some("self") && json.get("url").is_some();
                for (name, value) in members {
                    self.value(value, name, own, &at.name(name));
                }
            }
            _ => {}
        }
    }

    fn address(&mut self, text: &str, own: bool, at: &At<'_>) {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let Some(host) = rest.and_then(|rest| rest.split(['/', '?', '#', ':']).next()) else { return };
        let last = host.rsplit('.').next().unwrap_or_default();
        if NOWHERE.iter().any(|nowhere| nowhere.eq_ignore_ascii_case(last)) {
            self.findings.add(i(if own { 7 } else { 6 }), at, &[text]);
        }
    }

    fn prose(&mut self, text: &str, name: &str, at: &At<'_>) {
        let grammar = self.grammar && !["name", "names", "organization", "category"].contains(&name);
        let mut before: &[u8] = b"";
        // Bytes of other scripts count as letters: words with them are not English.
        for word in text.as_bytes().split(|b| b.is_ascii() && !b.is_ascii_alphanumeric() && *b != b'\'') {
            if (3..=16).contains(&word.len()) && word.is_ascii() {
                self.word(word, at);
            }
            if grammar && !word.is_empty() {
                self.pair(before, word, at);
            }
            before = word;
        }
    }

    fn word(&mut self, word: &[u8], at: &At<'_>) {
        let letter = word[0].to_ascii_lowercase().wrapping_sub(b'a');
        if self.candidates.get(usize::from(letter)).is_none_or(|lengths| lengths & (1 << word.len()) == 0) {
            return;
        }
        let mut buffer = [0; 16];
        let lower = &mut buffer[..word.len()];
        lower.copy_from_slice(word);
        lower.make_ascii_lowercase();
        let slip = SLIPS.binary_search_by(|(wrong, _)| wrong.as_bytes().cmp(lower)).ok().map(|index| SLIPS[index].1);
        if let Some(right) = slip.or_else(|| nearly(lower)) {
            self.findings.add(i(8), at, &[&String::from_utf8_lossy(word), right]);
        }
    }

    /// The same small word twice, or `must followed` for `must be followed`.
    fn pair(&mut self, before: &[u8], word: &[u8], at: &At<'_>) {
        let is = |list: &[&str], word: &[u8]| list.iter().any(|known| known.as_bytes() == word);
        let twice = before == word && is(&SMALL, word);
        let bare = word.ends_with(b"ed") && is(&MODAL, before) && !is(&BASE_FORMS, word);
        if twice || bare {
            self.findings.add(i(16), at, &[&String::from_utf8_lossy(before), &String::from_utf8_lossy(word)]);
        }
    }
}

/// For each first letter, as bits, the lengths of words that need a closer look: most words do not.
fn candidates() -> [u32; 26] {
    let mut lengths = [0; 26];
    let mut add = |word: &str, bits: u32| lengths[usize::from(word.as_bytes()[0] - b'a')] |= bits;
    SLIPS.iter().for_each(|(wrong, _)| add(wrong, 1 << wrong.len()));
    WORDS.iter().for_each(|word| add(word, 0b111 << (word.len() - 1)));
    lengths
}

/// The long word of the field that this one, in small letters, misses by a single letter other than in its ending.
fn nearly(word: &[u8]) -> Option<&'static str> {
    if word.len() < 8 {
        return None;
    }
    let start = WORDS.partition_point(|known| known.as_bytes()[0] < word[0]);
    let same_start = WORDS[start..].iter().take_while(|known| known.as_bytes()[0] == word[0]);
    let mut candidates = same_start.filter(|known| known.len().abs_diff(word.len()) <= 1);
    candidates.find(|known| one_slip(word, known.as_bytes())).copied()
}

/// One letter changed, added, left out, or two neighbours exchanged, before the last two letters.
fn one_slip(a: &[u8], b: &[u8]) -> bool {
    let start = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let end = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let (left, right) = (a.len().saturating_sub(start + end), b.len().saturating_sub(start + end));
    let exchanged = left == 2 && right == 2 && a[start] == b[start + 1] && a[start + 1] == b[start];
    end >= 2 && a != b && (exchanged || left <= 1 && right <= 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips() {
        assert!(SLIPS.is_sorted() && WORDS.is_sorted());
        assert_eq!(nearly(b"vuknerability"), Some("vulnerability"));
        assert_eq!(nearly(b"combonent"), Some("component"));
        for right in ["vulnerability", "vulnerabilities", "components", "componentry", "authenticates", "sentence"] {
            assert_eq!(nearly(right.as_bytes()), None, "{right}");
        }
    }
}
