//! The list of unreachable developers (付録5.1) and the notices about their products (付録5.2): is it us, and how do we
//! get in touch?

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use jiff::civil::Date;
use ui::{Form, Frame, Lang};

use super::style_url;
use super::words::web;
use crate::state::Part;
use crate::unreachable::{NoticeText, Published, Row};
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "portal/unreachable.html")]
struct ListPage<'a> {
    frame: Frame,
    style: &'static str,
    form: Form,
    contact: &'a str,
    rows: Vec<Line<'a>>,
    total: usize,
    searched: bool,
    published: &'a [Published],
}

impl ListPage<'_> {
    fn advisory(&self, one: &Published) -> String {
        self.frame.href(format!("/advisories/{}", one.advisory.replace('#', "")))
    }
}

/// A row as the page shows it.
struct Line<'a> {
    row: &'a Row,
    slug: String,
    /// Where its notice is, once its product is published.
    href: Option<String>,
    link: Option<&'a str>,
    listed_on: String,
    disclosed_on: String,
    deadline: Option<Date>,
}

#[derive(Template)]
#[template(path = "portal/unreachable-notice.html")]
struct NoticePage<'a> {
    frame: Frame,
    style: &'static str,
    contact: &'a str,
    mail: String,
    row: &'a Row,
    link: Option<&'a str>,
    deadline: Option<Date>,
    text: &'a NoticeText,
    original: Option<&'a NoticeText>,
}

/// The list.
pub(crate) async fn show(visit: Visit) -> Response {
    let snapshot = visit.portal.tree().snapshot();
    let list = &snapshot.unreachable;
    let words: String = visit.query.get("q").unwrap_or_default().trim().chars().take(100).collect();
    let frame = visit.frame(Part::Elsewhere);
    let mut form = Form::new(visit.lang);
    form.set("q", &words);
    let rows = list.rows.iter().filter(|row| row.says(&words)).map(|row| line(&frame, row)).collect();
    let shown = ListPage {
        style: style_url(),
        form,
        contact: &list.contact,
        rows,
        total: list.rows.len(),
        searched: !words.is_empty(),
        published: &list.published,
        frame,
    };
    visit.page(&shown)
}

fn line<'a>(frame: &Frame, row: &'a Row) -> Line<'a> {
    let slug = row.slug();
    let product = row.product.as_ref();
    Line {
        href: row.notice.as_ref().map(|_| frame.href(format!("/unreachable/{slug}"))),
        link: web(Some(&row.reference)),
        listed_on: day(frame.lang, &row.listed_on),
        disclosed_on: product.map_or_else(String::new, |product| day(frame.lang, &product.published_on)),
        deadline: product.and_then(|product| product.deadline.as_ref()?.parse().ok()),
        slug,
        row,
    }
}

/// A day as the list of the guideline writes it; nothing where there is none.
fn day(lang: Lang, text: &str) -> String {
    let form = if lang == Lang::Ja { "%Y/%m/%d" } else { "%Y-%m-%d" };
    text.parse::<Date>().map_or_else(|_| String::new(), |day| day.strftime(form).to_string())
}

/// The notice about one product. A developer whose name alone is listed has none.
pub(crate) async fn notice(visit: Visit, Path(number): Path<String>) -> Response {
    let snapshot = visit.portal.tree().snapshot();
    let list = &snapshot.unreachable;
    let found = list.find(&number).and_then(|row| Some((row, row.notice.as_ref()?)));
    let Some((row, notice)) = found else { return visit.not_found() };
    let frame = visit.frame(Part::Elsewhere);
    let (text, original) = match visit.lang {
        Lang::Ja => (&notice.ja, None),
        Lang::En => (&notice.en, Some(&notice.ja)),
    };
    let shown = NoticePage {
        style: style_url(),
        contact: &list.contact,
        mail: format!("mailto:{}?subject={}", list.contact, row.number.replace('#', "%23")),
        link: web(Some(&row.reference)),
        deadline: row.product.as_ref().and_then(|product| product.deadline.as_ref()?.parse().ok()),
        text,
        original,
        row,
        frame,
    };
    visit.page(&shown)
}
