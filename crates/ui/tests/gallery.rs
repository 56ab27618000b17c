//! The gallery holds every component; what is true of it is true of the pages.

use std::collections::BTreeSet;

use askama::Template;
use ui::Lang;
use ui::gallery::Gallery;

#[test]
fn ids_are_unique_and_everything_that_points_to_one_finds_it() {
    for lang in Lang::ALL {
        let html = page(lang);
        let ids = values(&html, "id");
        let unique: BTreeSet<_> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len(), "an id stands twice: {ids:?}");
        for attribute in ["for", "aria-describedby", "aria-labelledby", "data-copy"] {
            for target in values(&html, attribute).iter().flat_map(|value| value.split(' ')) {
                assert!(unique.contains(&target.to_owned()), "{attribute}={target} leads nowhere");
            }
        }
    }
}

#[test]
fn no_page_needs_inline_code_or_style() {
    let html = page(Lang::Ja);
    for forbidden in [" style=", "<style", " onclick=", " onload=", "<script>", "javascript:"] {
        assert!(!html.contains(forbidden), "{forbidden}");
    }
}

#[test]
fn every_form_that_changes_something_carries_the_token() {
    let html = page(Lang::En);
    let forms: Vec<&str> = html.split("<form").skip(1).filter(|form| form.contains("method=\"post\"")).collect();
    assert!(forms.len() >= 4);
    for form in forms {
        let end = form.find("</form>").expect("a form ends");
        assert!(form[..end].contains("name=\"csrf\""), "{}", &form[..120]);
    }
}

#[test]
fn every_control_has_a_label() {
    let html = page(Lang::Ja);
    let labelled: BTreeSet<String> = values(&html, "for").into_iter().collect();
    for control in ["<input", "<select", "<textarea"] {
        for tag in html.split(control).skip(1).map(|rest| rest.split('>').next().unwrap_or("")) {
            let hidden = tag.contains("type=\"hidden\"") || tag.contains("aria-label=");
            let id = values(&format!(" {tag}"), "id").pop().unwrap_or_default();
            assert!(hidden || labelled.contains(&id), "no label: {control} {tag}");
        }
    }
}

#[test]
fn the_page_says_its_language_and_leads_to_the_other() {
    let html = page(Lang::En);
    assert!(html.contains("<html lang=\"en\">"));
    assert!(html.contains("href=\"/ja/index.html\" hreflang=\"ja\" lang=\"ja\">日本語</a>"));
}

fn page(lang: Lang) -> String {
    Gallery::sample(lang).render().expect("the gallery renders")
}

/// The values of an attribute, in their order.
fn values(html: &str, attribute: &str) -> Vec<String> {
    let start = format!(" {attribute}=\"");
    html.split(&start).skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())).collect()
}
