//! A withdrawn advisory: its page stays where it was, for every revision, and says so and nothing else.

mod help;
mod sample;

use axum::http::StatusCode;
use formats::document::{PublicDocument, Revision, Withdrawn};
use formats::{AdvisorySummary, Localized};
use help::site;

const HTTPS: &str = "https://noroshi.example";

#[tokio::test]
async fn the_page_of_a_withdrawn_advisory_says_so_in_its_place() {
    let was = sample::documents().into_iter().next().expect("a sample");
    let reason = Localized::new("<b>対象</b>の製品が誤っていました。", "It named the wrong product.");
    let (number, at) = (was.revision + 1, was.updated_at);
    let mut history = was.history.clone();
    history.push(Revision { number, at, summary: reason.clone() });
    let title = Localized::new(format!("【取り下げ】{}", was.title.ja), format!("Withdrawn: {}", was.title.en));
    let gone = PublicDocument {
        revision: number,
        updated_at: at,
        overview: reason.clone(),
        history,
        withdrawn: Some(Withdrawn { at, ground: "wrong-advisory".into(), reason }),
        ..PublicDocument::new(was.id.clone(), was.publisher.clone(), title, was.published_at)
    };
    let site = site("withdrawn", &[was.clone(), gone.clone()], HTTPS);
    let slug = gone.id.slug();
    for lang in ["ja", "en"] {
        for path in [format!("/{lang}/advisories/{slug}"), format!("/{lang}/advisories/{slug}/{}", was.revision)] {
            let answer = site.get(&path).await;
            assert_eq!(answer.status, StatusCode::OK, "{path}: it is never gone");
            let page = answer.body;
            assert_eq!(page.matches("<h1").count(), 1);
            assert!(!page.contains(">portal-") && !page.contains("<b>対象"), "{path}");
            let said = if lang == "ja" { "取り下げました" } else { "This advisory is withdrawn" };
            assert!(page.contains(said), "{path}");
            assert!(!page.contains(was.impact.ja.as_str()) && !page.contains(was.impact.en.as_str()), "{path}");
        }
        let list = site.page(&format!("/{lang}/advisories")).await;
        assert!(list.contains(if lang == "ja" { "取り下げ" } else { "Withdrawn" }), "the list marks it");
    }
    assert!(AdvisorySummary::from(&gone).withdrawn);
}
