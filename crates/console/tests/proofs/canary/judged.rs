//! A part of the road to the committee: refused, told of the judgement, heard, told on paper, and back in coordination.

use axum::http::StatusCode;

use super::road::{mark, step};
use crate::common::Browser;

/// From the refusal to the coordination that is taken up again.
pub(super) async fn judged(desk: &mut Browser, coordinator: &mut Browser, maker: &mut Browser, case: &str) {
    let own = format!("/ja/developer/cases/{case}");
    let way = format!("/ja/desk/cases/{case}/judgement");
    let at = |form: &str| format!("{way}/{form}");
    let refusal = mark("refusal");
    let refused = [("what", "publication"), ("statement", refusal.as_str())];
    step(maker, &own, &format!("{own}/refusal"), &refused).await;
    let reason = mark("judgement-reason");
    let notice = [("developer", "1"), ("ground", "no-agreement"), ("reason", reason.as_str())];
    step(coordinator, &way, &at("notify-impossible"), &notice).await;
    step(desk, &way, &at("judge-impossible"), &[("accepted", "accepted"), ("reason", &reason)]).await;
    let planned = mark("judgement-draft");
    let draft = [("verdict", "publish"), ("reason", reason.as_str()), ("text", planned.as_str())];
    step(desk, &way, &at("draft-judgement"), &draft).await;
    let (to, told) = (mark("judgement-to"), mark("judgement-told"));
    let announcement = [
        ("means", "post"),
        ("to", to.as_str()),
        ("information", told.as_str()),
        ("grounds", told.as_str()),
        ("history", told.as_str()),
        ("send_to", told.as_str()),
        ("deadline", "2026-12-05"),
    ];
    step(desk, &way, &at("announce-judgement"), &announcement).await;
    let paper = [("reference", told.as_str()), ("organisation", to.as_str()), ("address", to.as_str())];
    let made = desk.post(&at("papers/notice"), &paper).await;
    assert_eq!(made.status, StatusCode::OK, "{}", made.text());
    step(maker, &own, &format!("{own}/opinion"), &[("text", &mark("opinion"))]).await;
    // Something new is reported, and the case goes back.
    let explanation = mark("explanation");
    let result = [("result", "affected"), ("explanation", explanation.as_str())];
    step(maker, &own, &format!("{own}/verification"), &result).await;
    step(desk, &way, &at("return-case"), &[("reason", &reason)]).await;
    step(coordinator, &way, &at("resume-coordination"), &[]).await;
}
