//! Help with two questions before acceptance: whether a site is inside the scope (Ⅲ), and whether it is a product
//! instead. A person decides; this names what speaks for it.

use super::content::site_of;

/// What is known about who a site is for. Unknown is an answer of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Audience {
    /// Its main content is in Japanese.
    pub in_japanese: Option<bool>,
    /// People in Japan actually use it.
    pub used_from_japan: Option<bool>,
}

/// What speaks for a site being actually accessed from Japan (Ⅲ).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeSign {
    /// Its main content is in Japanese.
    Japanese,
    /// Its host ends in `.jp`.
    JpHost,
    /// People in Japan actually use it.
    Used,
}

/// What the rules propose about the scope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Inside, for these signs.
    Inside(Vec<ScopeSign>),
    /// Outside: every sign was looked for, and none is there.
    Outside,
    /// Not to be told yet.
    Unclear,
}

/// Whether a site is inside the scope: a web application on a site that is actually accessed from Japan, for instance
/// with Japanese main content or a host under `jp` (Ⅲ). One sign suffices; none alone makes it outside.
#[must_use]
pub fn scope(url: &str, audience: Audience) -> Scope {
    let host = site_of(url);
    let signs = [
        (audience.in_japanese == Some(true)).then_some(ScopeSign::Japanese),
        host.ends_with(".jp").then_some(ScopeSign::JpHost),
        (audience.used_from_japan == Some(true)).then_some(ScopeSign::Used),
    ];
    let signs: Vec<ScopeSign> = signs.into_iter().flatten().collect();
    if !signs.is_empty() {
        return Scope::Inside(signs);
    }
    let looked = !host.is_empty() && audience.in_japanese.is_some() && audience.used_from_japan.is_some();
    if looked { Scope::Outside } else { Scope::Unclear }
}

/// Which form a flaw belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Track {
    /// It is handled with the site's operator.
    Website,
    /// It is handled with the product's developer.
    Product,
}

/// Whether it is a website's or a product's flaw: where it is enough that the operator puts it right, a website's; where
/// the users of something have to act themselves, a product's. Neither known, nothing is proposed.
#[must_use]
pub fn track(operator_alone_can_fix: Option<bool>, users_must_act: Option<bool>) -> Option<Track> {
    match (operator_alone_can_fix, users_must_act) {
        (_, Some(true)) | (Some(false), None) => Some(Track::Product),
        (Some(true), _) => Some(Track::Website),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_sign_is_enough_and_none_known_tells_nothing() {
        let nothing = Audience::default();
        assert_eq!(scope("https://komachi.example/", nothing), Scope::Unclear);
        assert_eq!(scope("https://www.komachi.co.jp/", nothing), Scope::Inside(vec![ScopeSign::JpHost]));
        let japanese = Audience { in_japanese: Some(true), used_from_japan: None };
        assert_eq!(scope("https://komachi.example/", japanese), Scope::Inside(vec![ScopeSign::Japanese]));
        let foreign = Audience { in_japanese: Some(false), used_from_japan: Some(false) };
        assert_eq!(scope("https://komachi.example/", foreign), Scope::Outside);
        assert_eq!(scope("https://jp.komachi.example/", foreign), Scope::Outside, "jp is the top-level domain");
    }

    #[test]
    fn where_users_must_act_it_is_a_product() {
        assert_eq!(track(Some(true), Some(false)), Some(Track::Website));
        assert_eq!(track(Some(true), Some(true)), Some(Track::Product));
        assert_eq!(track(Some(false), None), Some(Track::Product));
        assert_eq!(track(None, None), None);
    }
}
