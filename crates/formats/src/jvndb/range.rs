//! Affected versions in the words that readers of VULDEF take apart again (Dependency-Track's `JvnVersionParser`).

use crate::text::Language;
use crate::version::{Bound, VersionRange, Versions};

/// The versions in words: in Japanese the forms that parsers of the field know, `1.0 以上 2.3 未満`; in English those of an
/// advisory. Words that the developer chose stand when there is no range.
#[must_use]
pub fn in_words(versions: &Versions, language: Language) -> String {
    let words = match (&versions.range, language) {
        (Some(VersionRange::Between { from, to }), Language::Ja) => between(from.as_ref(), to.as_ref()),
        (Some(VersionRange::All), Language::Ja) => "すべてのバージョン".to_owned(),
        (Some(VersionRange::Exact { version }), _) => version.clone(),
        (Some(VersionRange::Vers { .. }) | None, _) | (Some(_), Language::En) => versions.shown(language),
    };
    words.trim().to_owned()
}

fn between(from: Option<&Bound>, to: Option<&Bound>) -> String {
    let lower = from.map(|bound| format!("{} {}", bound.version, if bound.inclusive { "以上" } else { "より後" }));
    let upper = to.map(|bound| format!("{} {}", bound.version, if bound.inclusive { "以下" } else { "未満" }));
    [lower, upper].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Words before a version that say nothing about it.
const LEADS: [&str; 5] = ["ファームウェアバージョン", "バージョン", "Version ", "version ", "Ver."];

/// The range that words of the field say: `1.0 以上 2.3 未満`, `2.3 およびそれ以前`, `1.0 から 2.3 まで`, `すべてのバージョン`, a version by
/// itself. Nothing when they say it in another way.
#[must_use]
pub fn from_words(text: &str) -> Option<VersionRange> {
    let text = text.replace('　', " ");
    let mut text = text.trim().trim_end_matches("のバージョン").trim_end();
    if ["すべて", "全て", "全", "すべてのバージョン", "全バージョン"].contains(&text) {
        return Some(VersionRange::All);
    }
    for lead in LEADS {
        text = text.strip_prefix(lead).unwrap_or(text).trim_start();
    }
    if let Some((from, to)) =
        text.split_once("から").or_else(|| text.split_once('〜')).or_else(|| text.split_once('～'))
    {
        let to = to.trim().trim_end_matches("まで").trim_end();
        return is_version(from.trim()).then(|| VersionRange::between(from.trim(), to)).filter(|_| is_version(to));
    }
    if is_version(text) {
        return Some(VersionRange::exact(text));
    }
    let (mut from, mut to) = (None, None);
    let mut rest = text;
    while !rest.is_empty() {
        let (end, bound, upper) = next_bound(rest)?;
        let side = if upper { &mut to } else { &mut from };
        if side.replace(bound).is_some() {
            return None;
        }
        rest = rest[end..].trim_start_matches([' ', '、', ',']);
    }
    Some(VersionRange::Between { from, to }).filter(VersionRange::is_valid)
}

/// The first bound of a text, whether it is an upper one, and where it ends.
fn next_bound(text: &str) -> Option<(usize, Bound, bool)> {
    const WORDS: [(&str, bool, bool); 12] = [
        ("およびそれ以前", true, true),
        ("およびそれ以降", false, true),
        ("未満", true, false),
        ("より前", true, false),
        ("以下", true, true),
        ("以前", true, true),
        ("以上", false, true),
        ("以降", false, true),
        ("より後", false, false),
        ("を超える", false, false),
        ("超", false, false),
        ("より新しい", false, false),
    ];
    let found = WORDS.iter().filter_map(|word| text.find(word.0).map(|at| (at, word)));
    let (at, (word, upper, inclusive)) = found.min_by_key(|(at, word)| (*at, std::cmp::Reverse(word.0.len())))?;
    let version = text[..at].trim();
    is_version(version).then(|| (at + word.len(), Bound { version: version.to_owned(), inclusive: *inclusive }, *upper))
}

/// A version by itself: letters, digits and the marks that versions are written with, a digit among them.
fn is_version(text: &str) -> bool {
    let mark = |byte: u8| byte.is_ascii_alphanumeric() || b"._-+".contains(&byte);
    !text.is_empty() && text.len() <= 100 && text.bytes().all(mark) && text.bytes().any(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::version::VersionStatus;

    /// Dependency-Track reads `X 未満`, `X 以下`, `X 以上`, `X より後`, both together, `X` alone and すべてのバージョン; any other
    /// wording makes it match every version of the product.
    #[test]
    fn the_forms_that_parsers_know() {
        let words = |range| in_words(&Versions::ranged(VersionStatus::Affected, range), Language::Ja);
        assert_eq!(words(VersionRange::before("2.3")), "2.3 未満");
        assert_eq!(words(VersionRange::up_to("2.3")), "2.3 以下");
        assert_eq!(words(VersionRange::since("2.3")), "2.3 以上");
        assert_eq!(words(VersionRange::between("1.0", "2.3")), "1.0 以上 2.3 以下");
        assert_eq!(words(VersionRange::exact("2.3")), "2.3");
        assert_eq!(words(VersionRange::All), "すべてのバージョン");
        let half_open =
            VersionRange::Between { from: Some(Bound::excluding("1.0")), to: Some(Bound::excluding("2.0")) };
        assert_eq!(words(half_open), "1.0 より後 2.0 未満");
    }

    /// The forms of real entries.
    #[test]
    fn words_of_the_field_are_ranges() {
        let between = |from: Option<Bound>, to: Option<Bound>| Some(VersionRange::Between { from, to });
        assert_eq!(from_words("5.16.3 未満"), Some(VersionRange::before("5.16.3")));
        assert_eq!(from_words("2.3 より前のバージョン"), Some(VersionRange::before("2.3")));
        assert_eq!(from_words("ファームウェアバージョン 1.05およびそれ以前"), Some(VersionRange::up_to("1.05")));
        assert_eq!(from_words("Ver.1.3.0より前のバージョン"), Some(VersionRange::before("1.3.0")));
        assert_eq!(from_words("1.0 から 2.3 まで"), Some(VersionRange::between("1.0", "2.3")));
        assert_eq!(
            from_words("1.0　以上　2.0　未満"),
            between(Some(Bound::including("1.0")), Some(Bound::excluding("2.0")))
        );
        assert_eq!(from_words("11-40 より後"), between(Some(Bound::excluding("11-40")), None));
        assert_eq!(from_words("すべてのバージョン"), Some(VersionRange::All));
        assert_eq!(from_words("2.3"), Some(VersionRange::exact("2.3")));
        for other in ["v6 R4 およびそれ以前のバージョン", "2.3、2.4", "", "最新版以外", "1.0 未満 2.0 未満"]
        {
            assert_eq!(from_words(other), None, "{other}");
        }
    }
}
