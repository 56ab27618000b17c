//! Language tags (BCP 47): their shape, and whether their subtags are registered with IANA or private.

/// Lines: languages of 2 and 3 letters, scripts, regions of 2 and of 3 characters, tags that stand alone.
const SUBTAGS: &str = include_str!("data/languages.txt");

/// A language tag in its parts; `alone` is a tag that stands for itself, such as `i-default`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    pub language: &'a str,
    pub script: Option<&'a str>,
    pub region: Option<&'a str>,
    private: bool,
    pub alone: bool,
}

impl<'a> Tag<'a> {
    /// Reads the pattern of `lang_t`.
    pub fn parse(text: &'a str) -> Option<Self> {
        if ["i-default", "i-mingo"].iter().any(|alone| text.eq_ignore_ascii_case(alone)) {
            return Some(Tag { language: text, alone: true, ..Tag::default() });
        }
        let mut parts = text.split('-').peekable();
        let mut tag = Tag::default();
        if !parts.peek()?.eq_ignore_ascii_case("x") {
            tag.language = parts.next().filter(|part| (2..=8).contains(&part.len()) && letters(part))?;
            let mut extended = 0;
            while extended < 3 && tag.language.len() < 4 {
                let Some(_) = parts.next_if(|part| part.len() == 3 && letters(part)) else { break };
                extended += 1;
            }
            tag.script = parts.next_if(|part| part.len() == 4 && letters(part));
            let region =
                |part: &&str| part.len() == 2 && letters(part) || part.len() == 3 && super::pattern::digits(part);
            tag.region = parts.next_if(region);
            let variant = |part: &&str| {
                (5..=8).contains(&part.len()) || part.len() == 4 && part.starts_with(|c: char| c.is_ascii_digit())
            };
            while parts.next_if(|part| variant(part) && alphanumeric(part)).is_some() {}
            while parts
                .next_if(|part| part.len() == 1 && alphanumeric(part) && !part.eq_ignore_ascii_case("x"))
                .is_some()
            {
                let extension = |part: &&str| (2..=8).contains(&part.len()) && alphanumeric(part);
                parts.next_if(extension)?;
                while parts.next_if(extension).is_some() {}
            }
        }
        if parts.next_if(|part| part.eq_ignore_ascii_case("x")).is_some() {
            tag.private = true;
            parts.peek()?;
            while parts.next_if(|part| (1..=8).contains(&part.len()) && alphanumeric(part)).is_some() {}
        }
        parts.next().is_none().then_some(tag)
    }

    /// The first subtag that is not registered.
    pub fn unknown(&self) -> Option<&'a str> {
        let [two, three, scripts, regions, areas] = lists();
        let language = match self.language.len() {
            0 => true,
            _ if self.alone => true,
            2 => holds(two, 2, self.language),
            3 => holds(three, 3, self.language),
            _ => false,
        };
        let script = self.script.is_none_or(|script| holds(scripts, 4, script));
        let region = self.region.is_none_or(|region| match region.len() {
            2 => holds(regions, 2, region),
            _ => holds(areas, 3, region),
        });
        match (language, script, region) {
            (false, _, _) => Some(self.language),
            (_, false, _) => self.script,
            (_, _, false) => self.region,
            _ => None,
        }
    }

    /// Whether a subtag is reserved for private use.
    pub fn is_private(&self) -> bool {
        let lower = |text: Option<&str>| text.unwrap_or_default().to_ascii_lowercase();
        let (language, script, region) = (lower(Some(self.language)), lower(self.script), lower(self.region));
        let user_region = region.len() == 2
            && (region == "aa"
                || region == "zz"
                || ("qm".."qzz").contains(&&*region)
                || ("xa".."xzz").contains(&&*region));
        self.private
            || language.len() == 3 && ("qaa"..="qtz").contains(&&*language)
            || ("qaaa"..="qabx").contains(&&*script)
            || user_region
    }

    /// English, or no language told.
    pub fn is_english(tag: Option<&str>) -> bool {
        tag.is_none_or(|tag| tag.split('-').next().is_some_and(|language| language.eq_ignore_ascii_case("en")))
    }
}

fn lists() -> [&'static str; 5] {
    let mut lines = SUBTAGS.lines().filter(|line| !line.starts_with('#'));
    std::array::from_fn(|_| lines.next().unwrap_or_default())
}

/// Binary search in a packed list of words of the same width.
fn holds(list: &str, width: usize, word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    let (mut low, mut high) = (0, list.len() / width);
    while low < high {
        let middle = (low + high) / 2;
        match list[middle * width..(middle + 1) * width].cmp(&word) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => low = middle + 1,
            std::cmp::Ordering::Greater => high = middle,
        }
    }
    false
}

fn letters(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_alphabetic())
}

fn alphanumeric(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags() {
        for good in
            ["en", "ja", "de-DE", "zh-Hant-TW", "sl-rozaj", "en-a-bbb-x-yy", "x-whatever", "i-default", "es-419"]
        {
            assert!(Tag::parse(good).is_some(), "{good}");
        }
        for bad in ["", "e", "en_US", "en-", "-en", "en-US-", "日本語", "a-b", "x-"] {
            assert_eq!(Tag::parse(bad), None, "{bad}");
        }
        let unknown = |text| Tag::parse(text).and_then(|tag| tag.unknown());
        assert_eq!(unknown("ja"), None);
        assert_eq!(unknown("en-US"), None);
        assert_eq!(unknown("sr-Cyrl-RS"), None);
        assert_eq!(unknown("EZ"), Some("EZ"));
        assert_eq!(unknown("en-QQQ"), None, "an extended language subtag in shape");
        for private in ["qtx", "en-QM", "en-XP", "en-Qabc", "en-AA", "fr-ZZ", "en-x-a"] {
            assert!(Tag::parse(private).unwrap().is_private(), "{private}");
        }
        assert!(!Tag::parse("en-US").unwrap().is_private());
    }
}
