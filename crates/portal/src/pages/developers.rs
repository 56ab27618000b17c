//! Developers that agreed to be listed (Ⅳ.4.1.第2段), and where they take reports straight from finders (Ⅳ.2.3.第2段); with
//! the advice to go to the receiving body where several developers may be affected (Ⅳ.2.3.注2).

use askama::Template;
use axum::response::Response;
use ui::{Form, Frame, Lang};

use super::style_url;
use super::words::web;
use crate::developers::Developer;
use crate::state::Part;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "portal/developers.html")]
struct ListPage<'a> {
    frame: Frame,
    style: &'static str,
    form: Form,
    lines: Vec<Line<'a>>,
    total: usize,
    filtered: bool,
}

/// A developer as the page shows it.
struct Line<'a> {
    name: &'a str,
    /// Its other name: the English one in Japanese, and the other way round.
    other: &'a str,
    site: Option<&'a str>,
    window: &'a str,
    window_href: Option<String>,
}

/// `/ja/developers?q=…&direct=yes`.
pub(crate) async fn show(visit: Visit) -> Response {
    let lang = visit.lang;
    let snapshot = visit.portal.tree().snapshot();
    let all = &snapshot.developers.developers;
    let words: String = visit.query.get("q").unwrap_or_default().trim().chars().take(100).collect();
    let direct = visit.query.get("direct") == Some("yes");
    let mut form = Form::new(lang);
    form.set("q", &words);
    if direct {
        form.set("direct", "yes");
    }
    let found = all.iter().filter(|one| one.says(&words) && (!direct || one.takes_reports()));
    let mut lines: Vec<Line<'_>> = found.map(|one| line(lang, one)).collect();
    // The tree has them in the order of the readings, which says nothing in English.
    if lang == Lang::En {
        lines.sort_by_cached_key(|line| line.name.to_lowercase());
    }
    let shown = ListPage {
        frame: visit.frame(Part::Elsewhere),
        style: style_url(),
        form,
        lines,
        total: all.len(),
        filtered: direct || !words.is_empty(),
    };
    visit.page(&shown)
}

fn line(lang: Lang, one: &Developer) -> Line<'_> {
    let english = if one.name_en.is_empty() { &one.name } else { &one.name_en };
    let (name, other) = match lang {
        Lang::Ja => (&one.name, english),
        Lang::En => (english, &one.name),
    };
    let window = one.direct_window.trim();
    Line {
        name,
        other: if other == name { "" } else { other },
        site: web(Some(&one.website)),
        window,
        window_href: web(Some(window)).map(str::to_owned).or_else(|| mail(window)),
    }
}

/// The address of a mail box, when the window is one.
fn mail(window: &str) -> Option<String> {
    let (name, host) = window.split_once('@')?;
    let plain = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || ".-_+".contains(c));
    (plain(name) && plain(host) && host.contains('.')).then(|| format!("mailto:{window}"))
}
