//! Vendors and products: one name each however it is written, its address, and what to suggest while somebody types.

use std::collections::{BTreeMap, HashMap};

use formats::{Language, Localized};

use crate::sound::{has_kana, sound, sounds};
use crate::text::{fold, is_unspaced};

/// Longest name in an address, in characters.
const SLUG_MAX: usize = 80;

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A vendor.
    Vendor,
    /// A product of a vendor.
    Product,
}

/// A vendor or a product.
#[derive(Clone, Debug)]
pub struct Named {
    /// What it is.
    pub kind: Kind,
    /// Its name in both languages.
    pub name: Localized,
    /// Its name in addresses.
    pub slug: String,
    /// Whose product it is, by place in [`Names`]; nothing for vendors.
    pub vendor: Option<u32>,
    folded: [String; 2],
    sounds: Vec<String>,
}

/// All names. A name keeps its place for ever.
#[derive(Clone, Debug, Default)]
pub struct Names {
    all: Vec<Named>,
    by_slug: HashMap<(Option<u32>, String), u32>,
    products: HashMap<String, Vec<u32>>,
}

/// A name that begins like what somebody types.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What it is.
    pub kind: Kind,
    /// Place of the name.
    pub place: u32,
    /// How many advisories name it.
    pub advisories: usize,
}

/// A name as it stands in addresses: folded, with `-` for everything that is neither letter nor digit. Dots stay where
/// they stand between letters or digits, so that versions and host names stay what they are.
#[must_use]
pub fn slug(name: &str) -> String {
    let folded: Vec<char> = fold(name).chars().collect();
    let mut slug = String::new();
    for (at, &c) in folded.iter().enumerate() {
        let inner = |place: usize| folded.get(place).is_some_and(|c| c.is_alphanumeric());
        let dot = c == '.' && at > 0 && inner(at - 1) && inner(at + 1);
        if c.is_alphanumeric() || c == '+' || c == 'ー' || dot {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let cut: String = slug.trim_end_matches('-').chars().take(SLUG_MAX).collect();
    cut
}

impl Names {
    /// The name at a place.
    #[must_use]
    pub fn get(&self, place: u32) -> Option<&Named> {
        self.all.get(place as usize)
    }

    /// How many names there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// All names with their places.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &Named)> {
        (0..).zip(&self.all)
    }

    /// The vendor that an address or a person names, in either language.
    #[must_use]
    pub fn vendor(&self, name: &str) -> Option<u32> {
        self.by_slug.get(&(None, slug(name))).copied()
    }

    /// The product of a vendor that an address or a person names, in either language.
    #[must_use]
    pub fn product(&self, vendor: u32, name: &str) -> Option<u32> {
        self.by_slug.get(&(Some(vendor), slug(name))).copied()
    }

    /// The products, of whatever vendor, that an address or a person names.
    #[must_use]
    pub fn products(&self, name: &str) -> &[u32] {
        self.products.get(&slug(name)).map_or(&[], Vec::as_slice)
    }

    /// The place of a vendor or, with a vendor, of a product; a new one when neither of its names is known.
    pub(crate) fn place(&mut self, name: &Localized, vendor: Option<u32>) -> Option<u32> {
        let slugs = [slug(&name.en), slug(&name.ja)];
        let mut said = slugs.iter().filter(|slug| !slug.is_empty());
        let first = said.next()?;
        let known = slugs.iter().find_map(|slug| self.by_slug.get(&(vendor, slug.clone())).copied());
        let place = known.unwrap_or_else(|| {
            let kind = if vendor.is_some() { Kind::Product } else { Kind::Vendor };
            self.all.push(Named::new(kind, name.clone(), first.clone(), vendor));
            u32::try_from(self.all.len() - 1).unwrap_or(u32::MAX)
        });
        for slug in slugs.into_iter().filter(|slug| !slug.is_empty()) {
            let products = vendor.is_some().then(|| self.products.entry(slug.clone()).or_default());
            if let Some(places) = products.filter(|places| !places.contains(&place)) {
                places.push(place);
            }
            self.by_slug.entry((vendor, slug)).or_insert(place);
        }
        // Who was known in one language only is known in both from now on.
        if let Some(known) = self.all.get_mut(place as usize)
            && known.name.missing_side().is_some()
            && name.missing_side().is_none()
        {
            let read = std::mem::take(&mut known.sounds);
            *known = Named::new(known.kind, name.clone(), slug(&name.en), vendor);
            known.sounds.extend(read);
            known.sounds.sort_unstable();
            known.sounds.dedup();
        }
        Some(place)
    }

    /// That the name at a place is read so.
    pub(crate) fn is_read(&mut self, place: u32, reading: &str) {
        if let Some(named) = self.all.get_mut(place as usize).filter(|_| !reading.trim().is_empty()) {
            named.sounds.extend(sounds(reading));
            named.sounds.sort_unstable();
            named.sounds.dedup();
        }
    }

    /// Names that begin like a text or are read like it, those of most advisories first; vendors before products.
    #[must_use]
    pub fn suggest(&self, typed: &str, counts: &[u32], most: usize) -> Vec<Suggestion> {
        let typed = fold(typed);
        let typed = typed.trim();
        let reading =
            if has_kana(typed) || typed.chars().all(|c| !is_unspaced(c)) { sound(typed) } else { String::new() };
        if typed.is_empty() {
            return Vec::new();
        }
        let mut found = BTreeMap::new();
        for (place, named) in self.iter() {
            let advisories = counts.get(place as usize).copied().unwrap_or_default() as usize;
            let Some(rank) = named.rank(typed, &reading).filter(|_| advisories > 0) else { continue };
            found.insert((rank, std::cmp::Reverse(advisories), named.kind, place), advisories);
        }
        let suggestion = |((_, _, kind, place), advisories)| Suggestion { kind, place, advisories };
        found.into_iter().take(most).map(suggestion).collect()
    }
}

impl Named {
    fn new(kind: Kind, name: Localized, slug: String, vendor: Option<u32>) -> Self {
        let folded = [fold(name.ja.trim()), fold(name.en.trim())];
        let mut sounds: Vec<String> = folded.iter().flat_map(|side| sounds(side)).collect();
        sounds.sort_unstable();
        sounds.dedup();
        Named { kind, name, slug, vendor, folded, sounds }
    }

    /// The name in a language, or in the other one when it has none there.
    #[must_use]
    pub fn shown(&self, language: Language) -> &str {
        self.name.get(language)
    }

    /// How well it fits: 0 begins so, 1 has a word that begins so or is read so, 2 has it inside.
    fn rank(&self, typed: &str, reading: &str) -> Option<u8> {
        if self.folded.iter().any(|side| side.starts_with(typed)) {
            return Some(0);
        }
        let begins = |side: &String| side.split_whitespace().any(|word| word.starts_with(typed));
        let read = reading.chars().count() >= 2 && self.sounds.iter().any(|sound| sound.starts_with(reading));
        if read || self.folded.iter().any(begins) {
            return Some(1);
        }
        self.folded.iter().any(|side| side.contains(typed)).then_some(2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_one_address() {
        assert_eq!(slug("Aoba Networks, Inc."), "aoba-networks-inc");
        assert_eq!(slug("青葉通信 株式会社"), "青葉通信-株式会社");
        assert_eq!(slug("OpenSSL 3.0 / C++"), "openssl-3.0-c++");
        assert_eq!(slug("../..//?<script>"), "script");
        assert_eq!(slug("サーバー"), "サーバー");
    }

    #[test]
    fn one_vendor_however_it_is_written() {
        let mut names = Names::default();
        let japanese = names.place(&Localized::new("青葉通信", ""), None);
        let both = names.place(&Localized::new("青葉通信", "Aoba Networks"), None);
        let english = names.place(&Localized::new("", "AOBA networks"), None);
        assert_eq!((japanese, japanese), (both, english));
        assert_eq!(names.vendor("Aoba Networks"), japanese);
        assert_eq!(names.vendor("青葉通信"), japanese);
        assert_eq!(names.get(0).expect("it").slug, "aoba-networks");
        assert_eq!(names.place(&Localized::new(" ", "!"), None), None);
    }

    #[test]
    fn names_are_suggested_by_beginning_and_by_reading() {
        let mut names = Names::default();
        let aoba = names.place(&Localized::new("青葉通信", "Aoba Networks"), None).expect("a name");
        let midori = names.place(&Localized::new("みどり帳票", "Midori Report"), Some(aoba)).expect("a name");
        let places = |typed: &str| names.suggest(typed, &[3, 1], 5).iter().map(|one| one.place).collect::<Vec<_>>();
        assert_eq!(places("青"), [aoba]);
        assert_eq!(places("あお"), [aoba]);
        assert_eq!(places("ネットワ"), [] as [u32; 0]);
        assert_eq!(places("netw"), [aoba]);
        assert_eq!(places("ミド"), [midori]);
        assert_eq!(places("mido"), [midori]);
        assert_eq!(places(" "), [] as [u32; 0]);
        assert!(names.suggest("mido", &[3, 0], 5).is_empty(), "what no advisory names is not suggested");
    }
}
