//! The text that a developer previews: everything, with its own part alone.

use askama::Template;
use casework::CasePage;
use rulebook::advisory::AdvisoryContent;
use ui::markup::Markup;
use ui::{Frame, Lang};

use super::{Matter, stated};

/// The text in one language.
struct Side {
    lang: Lang,
    title: String,
    parts: Vec<(String, String)>,
    first: bool,
}

#[derive(Template)]
#[template(path = "developer/case/text.html")]
struct Text<'a> {
    frame: &'a Frame,
    number: &'a str,
    shown_at: jiff::Timestamp,
    sides: Vec<Side>,
}

/// The text as it was last shown.
pub(super) fn markup(matter: &Matter) -> Option<Markup> {
    let draft = matter.page.view.advisory.as_ref()?;
    let (shown_at, content) = (draft.preview_at?, draft.content.as_ref()?);
    let lang = matter.frame.lang;
    let side = |of: Lang| Side {
        lang: of,
        title: content.title.get(crate::letters::language(of)).to_owned(),
        parts: parts(content, &matter.own.name, of),
        first: of == lang,
    };
    let sides = vec![side(lang), side(lang.other())];
    Some(Markup::of(&Text { frame: &matter.frame, number: &draft.number, shown_at, sides }))
}

/// Whether a text was shown.
pub(super) fn is_there(page: &CasePage) -> bool {
    page.view.advisory.as_ref().is_some_and(|draft| draft.preview_at.is_some() && draft.content.is_some())
}

/// The parts in the order of the public page, in one language; empty ones are left out.
fn parts(content: &AdvisoryContent, name: &str, lang: Lang) -> Vec<(String, String)> {
    let language = crate::letters::language(lang);
    let parts = [
        ("advisory-part-overview", &content.overview),
        ("advisory-part-details", &content.details),
        ("advisory-part-impact", &content.impact),
        ("advisory-part-solution", &content.solution),
        ("advisory-part-supplement", &content.supplement),
        ("developer-text-credit", &content.credit),
    ];
    let said = parts.into_iter().filter(|(_, text)| !text.is_empty());
    let mut said: Vec<(String, String)> =
        said.map(|(key, text)| (lang.t(key).into_owned(), text.get(language).to_owned())).collect();
    if !content.stop_using.is_empty() {
        said.push((lang.t("advisory-part-stop-using").into_owned(), content.stop_using.join("\n")));
    }
    for vendor in &content.vendors {
        let status = &vendor.status;
        let mut lines = vec![crate::names::affectedness(lang, status.affected)];
        lines.extend(status.products.iter().map(|product| stated::product(lang, product)));
        lines.push(status.statement.get(language).to_owned());
        lines.extend([
            vendor.countermeasure.fix.clone(),
            vendor.countermeasure.workaround.clone(),
            vendor.view.get(language).to_owned(),
            status.link.clone(),
        ]);
        lines.retain(|line| !line.trim().is_empty());
        said.push((lang.t1("developer-text-vendor", "name", name), lines.join("\n")));
    }
    said
}
