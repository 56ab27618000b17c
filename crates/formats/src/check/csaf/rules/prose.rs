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

/// Misspellings that are often met in English, with what is meant.
const SLIPS: [(&str, &str); 60] = [
    ("accessable", "accessible"),
    ("accomodate", "accommodate"),
    ("acheive", "achieve"),
    ("adress", "address"),
    ("adresses", "addresses"),
    ("aditional", "additional"),
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
    ("priviledge", "privilege"),
    ("privelege", "privilege"),
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

/// Long words of advisories: what differs from one of them in a single letter is a slip.
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

/// 6.3.6, 6.3.7, 6.3.8, 6.3.16.
pub(super) fn run(subject: &Subject<'_>, findings: &mut Findings) {
    if !findings.wants(Level::Informative) {
        return;
    }
    let english = subject.lang().is_some() && Tag::is_english(subject.lang());
    let mut walk = Walk { english, grammar: english && subject.is_2_1(), findings };
    walk.value(subject.root, "", false, &At::Root);
}

struct Walk<'f> {
    english: bool,
    grammar: bool,
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
        let mut before = "";
        for word in text.split(|c: char| !c.is_alphanumeric() && c != '\'') {
            if (3..=16).contains(&word.len()) && word.is_ascii() {
                self.word(word, at);
            }
            if self.grammar && !word.is_empty() && !["name", "names", "organization", "category"].contains(&name) {
                self.pair(before, word, at);
            }
            before = word;
        }
    }

    fn word(&mut self, word: &str, at: &At<'_>) {
        let first = word.as_bytes()[0].to_ascii_lowercase();
        let slip = SLIPS.iter().find(|(wrong, _)| wrong.as_bytes()[0] == first && wrong.eq_ignore_ascii_case(word));
        let right = slip.map(|(_, right)| *right).or_else(|| nearly(word));
        if let Some(right) = right {
            self.findings.add(i(8), at, &[word, right]);
        }
    }

    /// The same small word twice, or `must followed` for `must be followed`.
    fn pair(&mut self, before: &str, word: &str, at: &At<'_>) {
        let small = ["a", "an", "and", "for", "in", "is", "of", "on", "or", "the", "to", "with"];
        let modal = ["must", "should", "shall", "will", "can", "cannot", "may", "might", "could", "would"];
        let other =
            ["need", "feed", "proceed", "exceed", "succeed", "speed", "seed", "embed", "shed", "shred", "red", "bed"];
        let twice = small.contains(&before) && before == word;
        let bare = modal.contains(&before) && word.ends_with("ed") && !other.contains(&word);
        if twice || bare {
            self.findings.add(i(16), at, &[before, word]);
        }
    }
}

/// The long word of the field that this one misses by a single letter, other than in its ending.
fn nearly(word: &str) -> Option<&'static str> {
    let first = word.as_bytes()[0].to_ascii_lowercase();
    let near = |known: &&&str| known.as_bytes()[0] == first && known.len().abs_diff(word.len()) <= 1;
    let candidates = WORDS.iter().filter(|_| word.len() >= 8).filter(near);
    candidates.copied().find(|known| one_slip(&word.to_ascii_lowercase(), known))
}

/// One letter changed, added, left out, or two neighbours exchanged, before the last two letters.
fn one_slip(word: &str, known: &str) -> bool {
    let (a, b) = (word.as_bytes(), known.as_bytes());
    let start = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let end = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let (left, right) = (a.len().saturating_sub(start + end), b.len().saturating_sub(start + end));
    let exchanged = left == 2 && right == 2 && a[start] == b[start + 1] && a[start + 1] == b[start];
    end >= 2 && word != known && (exchanged || left <= 1 && right <= 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips() {
        assert_eq!(nearly("Vuknerability"), Some("vulnerability"));
        assert_eq!(nearly("combonent"), Some("component"));
        for right in ["vulnerability", "vulnerabilities", "components", "componentry", "authenticates", "sentence"] {
            assert_eq!(nearly(right), None, "{right}");
        }
    }
}
