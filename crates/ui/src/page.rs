//! The frame around every page: who is looking, in which language, where in the site, and on which day.
//!
//! A page template holds a [`Frame`] in a field called `frame` and begins with `{% extends "base.html" %}`.

use std::borrow::Cow;
use std::fmt::{self, Write as _};
use std::sync::Arc;

use askama::Template;
use askama::filters::HtmlSafe;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::action::Button;
use crate::dates::{self, Zone};
use crate::given::Given;
use crate::markup::{Markup, escape, escape_into};
use crate::text::{Arg, Lang};

/// What stays the same on every page of an installation. Made once from the configuration.
#[derive(Clone, Debug)]
pub struct Site {
    /// The name of the service in Japanese.
    pub name_ja: String,
    /// The name of the service in English.
    pub name_en: String,
    /// Who runs it, in Japanese.
    pub operator_ja: String,
    /// Who runs it, in English.
    pub operator_en: String,
    /// The zone in which days are counted and times are told.
    pub zone: Zone,
}

/// How wide a page is and how dense.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Width {
    /// Forms and texts to read: one column of some 44 Japanese characters.
    Reading,
    /// Lists, cases, advisories.
    #[default]
    Wide,
    /// Tables and editors that use the whole window.
    Full,
}

impl Width {
    /// The name as in CSS classes.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Width::Reading => "reading",
            Width::Wide => "wide",
            Width::Full => "full",
        }
    }
}

/// A link of the navigation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NavItem {
    /// Where it leads, with the language in it where the site has one.
    pub href: String,
    /// Its words.
    pub label: String,
    /// Whether the page belongs to it.
    pub current: bool,
    /// How many things wait there.
    pub count: Option<u64>,
}

impl NavItem {
    /// A link of the navigation.
    #[must_use]
    pub fn new(href: impl fmt::Display, label: impl fmt::Display) -> Self {
        NavItem { href: href.to_string(), label: label.to_string(), current: false, count: None }
    }

    /// Marks it when the page belongs to it.
    #[must_use]
    pub fn current(mut self, current: bool) -> Self {
        self.current = current;
        self
    }

    /// Says how many things wait there.
    #[must_use]
    pub fn count(mut self, count: u64) -> Self {
        self.count = Some(count);
        self
    }
}

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// The name of the person.
    pub name: String,
    /// The role, with the organisation where it needs saying.
    pub role: String,
    /// Where the person changes their own settings.
    pub settings: String,
    /// Where the form of signing out is sent.
    pub sign_out: String,
}

/// The frame around one page.
#[derive(Clone, Debug)]
pub struct Frame {
    /// What stays the same on every page.
    pub site: Arc<Site>,
    /// The language of the page.
    pub lang: Lang,
    /// The day on which it is looked at, in the site's zone.
    pub today: Date,
    /// The path and query of the page, as asked for.
    pub path: String,
    /// The way home, for the name in the header.
    pub home: String,
    /// How wide it is.
    pub width: Width,
    /// The navigation; empty for none.
    pub nav: Vec<NavItem>,
    /// Links at the foot.
    pub foot: Vec<NavItem>,
    /// Who is signed in.
    pub signed_in: Option<SignedIn>,
    /// In a demo: where people change who they are.
    pub demo: Option<String>,
    /// The token that every form of this session carries.
    pub csrf: String,
    /// Whether search engines may keep the page.
    pub indexed: bool,
}

impl Frame {
    /// A frame without navigation and without a person. `path` is the path and query as asked for.
    #[must_use]
    pub fn new(site: Arc<Site>, lang: Lang, today: Date, path: impl Into<String>) -> Self {
        Frame {
            site,
            lang,
            today,
            path: path.into(),
            home: format!("/{}/", lang.tag()),
            width: Width::default(),
            nav: Vec::new(),
            foot: Vec::new(),
            signed_in: None,
            demo: None,
            csrf: String::new(),
            indexed: false,
        }
    }

    /// The same frame with another width.
    #[must_use]
    pub fn width(mut self, width: Width) -> Self {
        self.width = width;
        self
    }

    /// The name of the service in the language of the page.
    #[must_use]
    pub fn site_name(&self) -> &str {
        self.lang.pick(&self.site.name_ja, &self.site.name_en)
    }

    /// Who runs the service, in the language of the page.
    #[must_use]
    pub fn operator(&self) -> &str {
        self.lang.pick(&self.site.operator_ja, &self.site.operator_en)
    }

    /// A path of the site in the language of the page: `/advisories` becomes `/ja/advisories`.
    #[must_use]
    pub fn href(&self, path: impl fmt::Display) -> String {
        format!("/{}{path}", self.lang.tag())
    }

    /// This page in the other language: the same path with the other prefix, or with `lang=` where it has none.
    #[must_use]
    pub fn switched(&self) -> String {
        let other = self.lang.other().tag();
        let prefix = format!("/{}", self.lang.tag());
        match self.path.strip_prefix(&prefix) {
            Some(rest) if rest.is_empty() || rest.starts_with(['/', '?']) => format!("/{other}{rest}"),
            _ => crate::query::Query::parse(&self.path).with("lang", other),
        }
    }

    /// The message of a key; see [`Lang::t`].
    #[must_use]
    pub fn t(&self, key: impl AsRef<str>) -> Cow<'static, str> {
        self.lang.t(key)
    }

    /// The message of a key with one variable; see [`Lang::t1`].
    #[must_use]
    pub fn t1(&self, key: impl AsRef<str>, name: &str, value: impl Arg) -> String {
        self.lang.t1(key, name, value)
    }

    /// The message of a key with two variables; see [`Lang::t2`].
    #[must_use]
    pub fn t2(&self, key: impl AsRef<str>, name: &str, value: impl Arg, name_2: &str, value_2: impl Arg) -> String {
        self.lang.t2(key, name, value, name_2, value_2)
    }

    /// A day in words, for use inside a message.
    #[must_use]
    pub fn day_text(&self, day: impl Given<Date>) -> String {
        dates::day(self.lang, day.given())
    }

    /// A day as a `<time>` element.
    #[must_use]
    pub fn day(&self, day: impl Given<Date>) -> Markup {
        let day = day.given();
        time(day, &dates::day(self.lang, day))
    }

    /// A day as a `<time>` element for narrow columns, without its year when that is this year.
    #[must_use]
    pub fn day_short(&self, day: impl Given<Date>) -> Markup {
        let day = day.given();
        time(day, &dates::day_short(self.lang, day, self.today))
    }

    /// What is left until a due day, in words.
    #[must_use]
    pub fn left(&self, due: impl Given<Date>) -> String {
        dates::left(self.lang, due.given(), self.today)
    }

    /// How long ago a day was, in words.
    #[must_use]
    pub fn ago(&self, day: impl Given<Date>) -> String {
        dates::ago(self.lang, day.given(), self.today)
    }

    /// An instant in words with the zone said, for use inside a message.
    #[must_use]
    pub fn instant_text(&self, at: impl Given<Timestamp>) -> String {
        dates::instant(self.lang, at.given(), &self.site.zone)
    }

    /// An instant as a `<time>` element with the zone said.
    #[must_use]
    pub fn instant(&self, at: impl Given<Timestamp>) -> Markup {
        let at = at.given();
        time(at, &dates::instant(self.lang, at, &self.site.zone))
    }

    /// The hidden field that every form of a session carries.
    #[must_use]
    pub fn csrf_field(&self) -> Markup {
        if self.csrf.is_empty() {
            return Markup::default();
        }
        Markup::trusted(format!(r#"<input type="hidden" name="csrf" value="{}">"#, escape(&self.csrf)))
    }

    /// A form of nothing but one button.
    #[must_use]
    pub fn post(&self, action: impl fmt::Display, button: impl Into<Button>) -> PostForm {
        PostForm { action: action.to_string(), csrf: self.csrf_field(), button: button.into() }
    }

    /// The address of one of our own assets, with its content hash.
    ///
    /// # Panics
    /// When there is no such asset.
    #[must_use]
    pub fn asset(&self, name: &str) -> &'static str {
        crate::assets::url(name)
    }
}

/// A form of nothing but one button; see [`Frame::post`].
#[derive(Template)]
#[template(path = "components/post_form.html")]
pub struct PostForm {
    action: String,
    csrf: Markup,
    button: Button,
}

impl HtmlSafe for PostForm {}

fn time(machine: impl fmt::Display, words: &str) -> Markup {
    // A table may have hundreds: room for all of it at once.
    const TAGS: usize = 64;
    let mut html = String::with_capacity(TAGS + words.len());
    let written = write!(html, r#"<time datetime="{machine}">"#).and_then(|()| escape_into(&mut html, words));
    written.expect("a string takes all");
    html.push_str("</time>");
    Markup::trusted(html)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(path: &str) -> Frame {
        let site = Site {
            name_ja: "のろし".into(),
            name_en: "Noroshi".into(),
            operator_ja: String::new(),
            operator_en: String::new(),
            zone: Zone::jst(),
        };
        Frame::new(Arc::new(site), Lang::Ja, jiff::civil::date(2026, 11, 21), path)
    }

    #[test]
    fn the_language_switch_keeps_the_page() {
        assert_eq!(frame("/ja/advisories?q=web&page=2").switched(), "/en/advisories?q=web&page=2");
        assert_eq!(frame("/ja").switched(), "/en");
        assert_eq!(frame("/desk/queue?kind=ask").switched(), "/desk/queue?kind=ask&lang=en");
        assert_eq!(frame("/desk/queue?lang=ja").switched(), "/desk/queue?lang=en");
        assert_eq!(frame("/japan").switched(), "/japan?lang=en");
    }

    #[test]
    fn a_token_cannot_leave_its_attribute() {
        let mut frame = frame("/");
        frame.csrf = "\"><script>".into();
        assert!(!frame.csrf_field().to_string().contains("<script>"));
    }
}
