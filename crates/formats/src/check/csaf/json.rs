//! A JSON document as it stands: order and doubled names kept, text borrowed, depth and size bounded.

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::hash::{Hash, Hasher};

/// Most bytes of a document: the soft limit of the standard (CSAF 2.1, guidance on size).
pub const BYTES_MAX: usize = 150 * 1024 * 1024;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Json<'a> {
    Null,
    Bool(bool),
    Number(f64),
    Text(Cow<'a, str>),
    List(Vec<Json<'a>>),
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
}

/// Why bytes are no document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Broken {
    TooLarge,
    NotUtf8,
    /// Line and column.
    NotJson(usize, usize),
}

impl<'a> Json<'a> {
    /// Reads a document; a byte order mark is skipped. Nesting deeper than 128 is not read.
    pub fn parse(bytes: &'a [u8]) -> Result<Self, Broken> {
        if bytes.len() > BYTES_MAX {
            return Err(Broken::TooLarge);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| Broken::NotUtf8)?;
        let mut reader = serde_json::Deserializer::from_str(text.strip_prefix('\u{feff}').unwrap_or(text));
        let place = |error: serde_json::Error| Broken::NotJson(error.line(), error.column());
        let value = Seed.deserialize(&mut reader).map_err(place)?;
        reader.end().map_err(place)?;
        Ok(value)
    }

    pub fn get(&self, name: &str) -> Option<&Json<'a>> {
        self.members().iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// Down a path of names.
    pub fn at(&self, names: &[&str]) -> Option<&Json<'a>> {
        names.iter().try_fold(self, |json, name| json.get(name))
    }

    pub fn members(&self) -> &[(Cow<'a, str>, Json<'a>)] {
        if let Json::Object(members) = self { members } else { &[] }
    }

    pub fn items(&self) -> &[Json<'a>] {
        if let Json::List(items) = self { items } else { &[] }
    }

    /// Items of the list with this name; none when there is no such list.
    pub fn list(&self, name: &str) -> &[Json<'a>] {
        self.get(name).map_or(&[], Json::items)
    }

    pub fn as_text(&self) -> Option<&str> {
        if let Json::Text(text) = self { Some(text) } else { None }
    }

    pub fn as_number(&self) -> Option<f64> {
        if let Json::Number(number) = self { Some(*number) } else { None }
    }

    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name).and_then(Json::as_text)
    }

    /// Texts of the list with this name, with their indices.
    pub fn texts(&self, name: &str) -> impl Iterator<Item = (usize, &str)> {
        self.list(name).iter().enumerate().filter_map(|(index, item)| Some((index, item.as_text()?)))
    }

    /// The same in meaning: the order of names does not count.
    pub fn same(&self, other: &Json<'_>) -> bool {
        match (self, other) {
            (Json::Null, Json::Null) => true,
            (Json::Bool(a), Json::Bool(b)) => a == b,
            (Json::Number(a), Json::Number(b)) => a == b,
            (Json::Text(a), Json::Text(b)) => a == b,
            (Json::List(a), Json::List(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.same(b)),
            (Json::Object(a), Json::Object(b)) => {
                let holds = |(name, value): &(Cow<'_, str>, Json<'_>)| other.get(name).is_some_and(|b| value.same(b));
                a.len() == b.len() && a.iter().all(holds)
            }
            _ => false,
        }
    }

    /// Equal for values that are [`Json::same`].
    pub fn digest(&self) -> u64 {
        let mut hasher = std::hash::DefaultHasher::new();
        match self {
            Json::Null => 0_u8.hash(&mut hasher),
            Json::Bool(value) => value.hash(&mut hasher),
            Json::Number(value) => value.to_bits().hash(&mut hasher),
            Json::Text(text) => text.hash(&mut hasher),
            Json::List(items) => items.iter().for_each(|item| item.digest().hash(&mut hasher)),
            Json::Object(members) => {
                let one = |(name, value): &(Cow<'_, str>, Json<'_>)| {
                    let mut hasher = std::hash::DefaultHasher::new();
                    (name, value.digest()).hash(&mut hasher);
                    hasher.finish()
                };
                members.iter().fold(0_u64, |sum, member| sum.wrapping_add(one(member))).hash(&mut hasher);
            }
        }
        hasher.finish()
    }
}

/// Index of the first item that stands earlier in the list already.
pub(super) fn first_repeated(items: &[Json<'_>]) -> Option<usize> {
    if items.len() < 2 {
        return None;
    }
    if items.len() <= 8 {
        return (1..items.len()).find(|index| items[..*index].iter().any(|earlier| earlier.same(&items[*index])));
    }
    if let Some(texts) = items.iter().map(Json::as_text).collect::<Option<Vec<&str>>>() {
        return first_repeated_text(&texts);
    }
    let mut seen: HashMap<u64, Vec<usize>> = HashMap::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        let alike = seen.entry(item.digest()).or_default();
        if alike.iter().any(|earlier| items[*earlier].same(item)) {
            return Some(index);
        }
        alike.push(index);
    }
    None
}

/// By sorting: no hashing of foreign text, and no list makes it slow.
fn first_repeated_text(texts: &[&str]) -> Option<usize> {
    let mut order: Vec<(&str, usize)> = texts.iter().copied().zip(0..).collect();
    order.sort_unstable();
    order.windows(2).filter(|pair| pair[0].0 == pair[1].0).map(|pair| pair[1].1).min()
}

/// Where a value stands; becomes a JSON pointer (RFC 6901) only when something is found there.
#[derive(Clone, Copy)]
pub(super) enum At<'p> {
    Root,
    Name(&'p At<'p>, &'p str),
    Index(&'p At<'p>, usize),
}

impl<'p> At<'p> {
    pub fn name(&'p self, name: &'p str) -> At<'p> {
        At::Name(self, name)
    }

    pub fn index(&'p self, index: usize) -> At<'p> {
        At::Index(self, index)
    }
}

impl fmt::Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            At::Root => Ok(()),
            At::Name(parent, name) => write!(f, "{parent}/{}", name.replace('~', "~0").replace('/', "~1")),
            At::Index(parent, index) => write!(f, "{parent}/{index}"),
        }
    }
}

struct Seed;

impl<'de> DeserializeSeed<'de> for Seed {
    type Value = Json<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json<'de>, D::Error> {
        deserializer.deserialize_any(Seed)
    }
}

impl<'de> Visitor<'de> for Seed {
    type Value = Json<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Json<'de>, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Json<'de>, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Json<'de>, E> {
        Ok(Json::Number(value as f64))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Json<'de>, E> {
        Ok(Json::Number(value as f64))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Json<'de>, E> {
        Ok(Json::Number(value))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Json<'de>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element_seed(Seed)? {
            items.push(item);
        }
        Ok(Json::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Json<'de>, A::Error> {
        let mut members = Vec::new();
        while let Some(name) = access.next_key_seed(Name)? {
            members.push((name, access.next_value_seed(Seed)?));
        }
        Ok(Json::Object(members))
    }
}

struct Name;

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(Name)
    }
}

impl<'de> Visitor<'de> for Name {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }
}
