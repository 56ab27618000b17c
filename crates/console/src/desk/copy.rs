//! A copy that is approved field by field: at acceptance, at hand-over, and at release (decision 12); a website's case
//! has other fields.

use rulebook::case::{CaseContent, ContentField};
use rulebook::report::form::{MAX_LINE, MAX_TEXT};
use rulebook::site::{SiteContent, SiteField};
use ui::field::Field;
use ui::{Form, Lang};

use super::identity::found_in;
use crate::forms::Fields;
use crate::{names, site_names};

/// A field of the copy, to be read, changed and ticked.
pub(super) struct CopyField {
    /// Whether it goes along.
    pub tick: Field,
    /// Its text.
    pub text: Field,
    /// What of the finder is written in it.
    pub identity: String,
}

/// Fills a form with a copy; everything that says something is ticked.
pub(super) fn fill(form: &mut Form, content: &CaseContent) {
    ContentField::ALL.into_iter().for_each(|field| fill_one(form, field.word(), content.get(field)));
}

/// The same for a website's case.
pub(super) fn fill_site(form: &mut Form, content: &SiteContent) {
    SiteField::ALL.into_iter().for_each(|field| fill_one(form, field.word(), content.get(field)));
}

fn fill_one(form: &mut Form, word: &str, text: &str) {
    form.set(format!("content_{word}"), text);
    if !text.trim().is_empty() {
        form.set(format!("tick_{word}"), "yes");
    }
}

/// The fields of a copy as inputs. `identity` is looked for in them.
pub(super) fn fields(lang: Lang, form: &Form, identity: &[String]) -> Vec<CopyField> {
    let one = |field: ContentField| {
        input(lang, form, field.word(), &names::content_field(lang, field), is_line(field), identity)
    };
    ContentField::ALL.into_iter().map(one).collect()
}

/// The same for a website's case.
pub(super) fn site_fields(lang: Lang, form: &Form, identity: &[String]) -> Vec<CopyField> {
    let one = |field: SiteField| {
        input(lang, form, field.word(), &site_names::field(lang, field), is_site_line(field), identity)
    };
    SiteField::ALL.into_iter().map(one).collect()
}

fn input(lang: Lang, form: &Form, word: &str, label: &str, line: bool, identity: &[String]) -> CopyField {
    let name = format!("content_{word}");
    let text = if line { form.text(&name, label) } else { form.area(&name, label).rows(2_usize) };
    let found = found_in(form.value(&name), identity);
    let quoted: Vec<String> = found.iter().map(|text| lang.t1("desk-quoted", "text", *text)).collect();
    let tick = form.check(&format!("tick_{word}"), label);
    CopyField { tick, text: text.quiet_label(), identity: quoted.join(" ") }
}

/// The fields of a copy that is typed from the beginning: what is empty is left out, and nothing is ticked.
pub(super) fn typed(lang: Lang, form: &Form) -> Vec<Field> {
    let one = |field: ContentField| {
        let (name, label) = (format!("content_{}", field.word()), names::content_field(lang, field));
        let input = match is_line(field) {
            true => form.text(&name, &label),
            false => form.area(&name, &label).rows(3_usize),
        };
        match field {
            ContentField::Product | ContentField::Steps => input.required(),
            _ => input,
        }
    };
    ContentField::ALL.into_iter().map(one).collect()
}

/// What was typed.
pub(super) fn read_typed(fields: &Fields) -> CaseContent {
    let mut content = CaseContent::default();
    for field in ContentField::ALL {
        content.get_mut(field).push_str(fields.get(&format!("content_{}", field.word())));
    }
    content
}

/// Name of the box of a field.
pub(super) fn tick_name(field: ContentField) -> String {
    format!("tick_{}", field.word())
}

/// The copy that came back: what is not ticked is left out.
pub(super) fn read(fields: &Fields) -> CaseContent {
    let mut content = CaseContent::default();
    for field in ContentField::ALL {
        if fields.has(&tick_name(field)) {
            let text = fields.get(&format!("content_{}", field.word()));
            content.get_mut(field).push_str(text);
        }
    }
    content
}

/// The same for a website's case.
pub(super) fn read_site(fields: &Fields) -> SiteContent {
    let mut content = SiteContent::default();
    for field in SiteField::ALL.into_iter().filter(|field| fields.has(&format!("tick_{}", field.word()))) {
        content.get_mut(field).push_str(fields.get(&format!("content_{}", field.word())));
    }
    content
}

/// The fields that were ticked.
pub(super) fn ticked(fields: &Fields) -> Vec<ContentField> {
    ContentField::ALL.into_iter().filter(|field| fields.has(&tick_name(*field))).collect()
}

/// Whether every field can be taken: none is longer than a form's.
pub(super) fn fits(content: &CaseContent) -> bool {
    ContentField::ALL.into_iter().all(|field| {
        let limit = if is_line(field) { MAX_LINE } else { MAX_TEXT };
        content.get(field).chars().count() <= limit
    })
}

/// The same for a website's case.
pub(super) fn fits_site(content: &SiteContent) -> bool {
    SiteField::ALL.into_iter().all(|field| {
        let limit = if is_site_line(field) { MAX_LINE } else { MAX_TEXT };
        content.get(field).chars().count() <= limit
    })
}

/// Name of the input of a site's address.
pub(super) const SITE_URL: &str = "content_url";

const fn is_site_line(field: SiteField) -> bool {
    matches!(field, SiteField::Url | SiteField::Kind)
}

const fn is_line(field: ContentField) -> bool {
    matches!(field, ContentField::Product | ContentField::Developer | ContentField::Versions | ContentField::Kind)
}
