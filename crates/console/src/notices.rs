//! What a page says after something was done: the page that a form led to names it by `done=KEY`.

use axum::response::Response;
use ui::notice::Notice;
use ui::{Frame, Query, Tone};

use crate::forms::see_other;

/// The notice of what was just done, when the page's address names one that the catalogue knows (`done-KEY`).
#[must_use]
pub fn done(frame: &Frame) -> Option<Notice> {
    let query = Query::parse(&frame.path);
    let key = format!("done-{}", query.get("done")?);
    frame.lang.find(&key).map(|text| ui::notice(frame, Tone::Success, text).announced())
}

/// Leads on to a page, which then says what was done. The way may end in `#part`.
#[must_use]
pub fn after(way: &str, done: &str) -> Response {
    let (way, part) = way.split_once('#').unwrap_or((way, ""));
    let mut way = Query::parse(way).with("done", done);
    if !part.is_empty() {
        way.push('#');
        way.push_str(part);
    }
    see_other(&way)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_cannot_make_a_page_say_anything_else() {
        let site = crate::state::site(&casework::Settings::default());
        let frame = |path: &str| {
            let today = jiff::civil::date(2026, 11, 21);
            Frame::new(std::sync::Arc::new(site.clone()), ui::Lang::Ja, today, path)
        };
        assert!(done(&frame("/ja/desk?done=noted")).is_some());
        assert!(done(&frame("/ja/desk?done=%3Cscript%3E")).is_none());
        assert!(done(&frame("/ja/desk")).is_none());
    }

    #[test]
    fn the_part_of_a_page_stays_at_the_end() {
        let response = after("/ja/desk/cases/VC1?tab=a#notes", "noted");
        assert_eq!(response.headers()["location"], "/ja/desk/cases/VC1?tab=a&done=noted#notes");
    }
}
