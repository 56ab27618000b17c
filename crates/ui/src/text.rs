//! The message catalogue: every word that a page or a mail says, in Japanese and English.
//!
//! The texts live in `locales/{ja,en}/*.ftl` (Project Fluent), one file per area. A key is unique over all files of a
//! language; both languages hold the same keys with the same variables (tested).
//!
//! Messages without variables are rendered once, at first use; looking one up is then a hash lookup.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentValue};
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use unic_langid::LanguageIdentifier;

include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));

/// The language of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Japanese.
    #[default]
    Ja,
    /// English.
    En,
}

impl Lang {
    /// Both languages, Japanese first.
    pub const ALL: [Lang; 2] = [Lang::Ja, Lang::En];

    /// BCP 47 tag, as in URLs and `lang` attributes: `ja` or `en`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::Ja => "ja",
            Lang::En => "en",
        }
    }

    /// The name of the language in itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Lang::Ja => "日本語",
            Lang::En => "English",
        }
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Lang {
        match self {
            Lang::Ja => Lang::En,
            Lang::En => Lang::Ja,
        }
    }

    /// `ja` or `en`, else nothing.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.tag() == tag)
    }

    /// The language somebody prefers, from an `Accept-Language` header: the first of ours it names, in its order.
    ///
    /// Weights are ignored: browsers list what they prefer first.
    #[must_use]
    pub fn preferred(accept_language: &str) -> Option<Lang> {
        accept_language.split(',').find_map(|part| {
            let tag = part.split([';', '-']).next()?.trim().to_ascii_lowercase();
            Lang::parse(&tag)
        })
    }

    /// One of two texts: for texts that come from data and not from the catalogue.
    #[must_use]
    pub const fn pick<'a>(self, ja: &'a str, en: &'a str) -> &'a str {
        match self {
            Lang::Ja => ja,
            Lang::En => en,
        }
    }

    /// The message of a key.
    ///
    /// # Panics
    /// In debug builds when the key is missing or wants variables; in release the key itself is shown.
    #[must_use]
    pub fn t(self, key: impl AsRef<str>) -> Cow<'static, str> {
        let key = key.as_ref();
        match self.find(key) {
            Some(text) => Cow::Borrowed(text),
            None => self.message(key, &[]).into(),
        }
    }

    /// The message of a key with one variable. Numbers take part in English plurals.
    ///
    /// # Panics
    /// As [`Lang::t`].
    #[must_use]
    pub fn t1(self, key: impl AsRef<str>, name: &str, value: impl Arg) -> String {
        self.message(key.as_ref(), &[(name, value.value())])
    }

    /// The message of a key with two variables.
    ///
    /// # Panics
    /// As [`Lang::t`].
    #[must_use]
    pub fn t2(self, key: impl AsRef<str>, name: &str, value: impl Arg, name_2: &str, value_2: impl Arg) -> String {
        self.message(key.as_ref(), &[(name, value.value()), (name_2, value_2.value())])
    }

    /// The message of a key with any number of variables.
    ///
    /// # Panics
    /// As [`Lang::t`].
    #[must_use]
    pub fn tn(self, key: impl AsRef<str>, args: &[(&str, &dyn Arg)]) -> String {
        let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.value())).collect();
        self.message(key.as_ref(), &args)
    }

    /// The message of a key, if the catalogue knows it and it wants no variables: for families whose members come from data.
    #[must_use]
    pub fn find(self, key: &str) -> Option<&'static str> {
        self.catalogue().plain.get(key).copied()
    }

    fn message(self, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        let bundle = &self.catalogue().bundle;
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            debug_assert!(false, "no message {key:?} in locales/{}", self.tag());
            return key.to_owned();
        };
        let args: FluentArgs<'_> = args.iter().cloned().collect();
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "message {key:?} in locales/{}: {errors:?}", self.tag());
        text
    }

    fn catalogue(self) -> &'static Catalogue {
        static JA: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::new("ja", JA_FILES));
        static EN: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::new("en", EN_FILES));
        match self {
            Lang::Ja => &JA,
            Lang::En => &EN,
        }
    }
}

impl std::fmt::Display for Lang {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.tag())
    }
}

/// A value that a message can carry: text, or a number that is grouped and counts for plurals.
///
/// It is implemented for references too, because templates pass their fields by reference.
pub trait Arg {
    /// The value as Fluent takes it.
    fn value(&self) -> FluentValue<'_>;
}

impl<T: Arg + ?Sized> Arg for &T {
    fn value(&self) -> FluentValue<'_> {
        (**self).value()
    }
}

impl Arg for str {
    fn value(&self) -> FluentValue<'_> {
        FluentValue::from(self)
    }
}

impl Arg for String {
    fn value(&self) -> FluentValue<'_> {
        FluentValue::from(self.as_str())
    }
}

impl Arg for Cow<'_, str> {
    fn value(&self) -> FluentValue<'_> {
        FluentValue::from(&**self)
    }
}

/// Integers of every size that pages count with.
macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl Arg for $number {
            fn value(&self) -> FluentValue<'_> {
                FluentValue::from(*self)
            }
        }
    )*};
}
numbers!(u8, u16, u32, u64, usize, i8, i16, i32, i64);

struct Catalogue {
    bundle: FluentBundle<FluentResource>,
    /// Looked at hundreds of times for a page. Keys are our own, so nobody can make them collide.
    plain: FxHashMap<&'static str, &'static str>,
}

impl Catalogue {
    fn new(tag: &str, files: &'static [(&'static str, &'static str)]) -> Self {
        let language: LanguageIdentifier = tag.parse().expect("our own tags are well-formed");
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(grouped));
        let mut keys = Vec::new();
        for (file, source) in files {
            let resource = FluentResource::try_new((*source).to_owned())
                .unwrap_or_else(|(_, errors)| panic!("locales/{tag}/{file}.ftl: {errors:?}"));
            keys.extend(resource.entries().filter_map(|entry| match entry {
                ast::Entry::Message(message) => Some(message.id.name.to_owned()),
                _ => None,
            }));
            bundle.add_resource(resource).unwrap_or_else(|errors| panic!("locales/{tag}/{file}.ftl: {errors:?}"));
        }
        let plain = keys.into_iter().filter_map(|key| Some((key.clone(), plain(&bundle, &key)?)));
        // Leaked on purpose: made once per language and needed until the end.
        let plain = plain.map(|(key, text)| (&*key.leak(), &*text.leak())).collect();
        Catalogue { bundle, plain }
    }
}

/// The text of a message that wants no variables.
fn plain(bundle: &FluentBundle<FluentResource>, key: &str) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, None, &mut errors).into_owned();
    errors.is_empty().then_some(text)
}

/// Whole numbers from 1,000 on are grouped by thousands in both languages.
fn grouped<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    let FluentValue::Number(FluentNumber { value, .. }) = value else { return None };
    (value.fract() == 0.0).then(|| crate::numbers::grouped(*value as i64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_follow_the_language() {
        assert_eq!(Lang::En.t1("date-days-left", "days", 1), "1 day left");
        assert_eq!(Lang::En.t1("date-days-left", "days", 12), "12 days left");
        assert_eq!(Lang::Ja.t1("date-days-left", "days", 12), "あと12日");
    }

    #[test]
    fn large_numbers_are_grouped() {
        assert_eq!(Lang::En.t1("date-days-left", "days", 1234), "1,234 days left");
    }

    #[test]
    fn values_stay_as_they_are_without_isolation_marks() {
        assert_eq!(Lang::Ja.t1("common-filter-remove", "name", "届出"), "「届出」の絞り込みを外す");
    }

    #[test]
    fn an_accept_language_header_names_the_language() {
        assert_eq!(Lang::preferred("fr-CH, en-GB;q=0.9, ja;q=0.8"), Some(Lang::En));
        assert_eq!(Lang::preferred("ja"), Some(Lang::Ja));
        assert_eq!(Lang::preferred("fr, *;q=0.5"), None);
        assert_eq!(Lang::preferred(""), None);
    }

    #[test]
    #[should_panic(expected = "no message")]
    #[cfg(debug_assertions)]
    fn a_missing_key_is_loud_in_tests() {
        let _ = Lang::En.t(String::from("never-") + "written");
    }
}
