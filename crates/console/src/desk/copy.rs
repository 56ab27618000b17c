//! A copy that is approved field by field: at acceptance, at hand-over, and at release (decision 12).

use rulebook::case::{CaseContent, ContentField};
use rulebook::report::form::{MAX_LINE, MAX_TEXT};
use ui::field::Field;
use ui::{Form, Lang};

use super::identity::found_in;
use crate::forms::Fields;
use crate::names;

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
    for field in ContentField::ALL {
        let text = content.get(field);
        form.set(format!("content_{}", field.word()), text);
        if !text.trim().is_empty() {
            form.set(tick_name(field), "yes");
        }
    }
}

/// The fields of a copy as inputs. `identity` is looked for in them.
pub(super) fn fields(lang: Lang, form: &Form, identity: &[String]) -> Vec<CopyField> {
    let one = |field: ContentField| {
        let name = format!("content_{}", field.word());
        let label = names::content_field(lang, field);
        let text = match is_line(field) {
            true => form.text(&name, &label),
            false => form.area(&name, &label).rows(2_usize),
        };
        let found = found_in(form.value(&name), identity);
        let quoted: Vec<String> = found.iter().map(|text| lang.t1("desk-quoted", "text", *text)).collect();
        CopyField { tick: form.check(&tick_name(field), &label), text: text.quiet_label(), identity: quoted.join(" ") }
    };
    ContentField::ALL.into_iter().map(one).collect()
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

const fn is_line(field: ContentField) -> bool {
    matches!(field, ContentField::Product | ContentField::Developer | ContentField::Versions | ContentField::Kind)
}
