//! A website's case from its report to its end, with a mark in the site, its operator and everything that is said.

use axum::http::StatusCode;
use casework::sites::{SiteCall, SiteOrder};
use casework::{Actor, Principal};
use rulebook::party::Party;
use rulebook::report::form::ReportForm;
use rulebook::site::{
    OperatorAddress, OperatorAnswer, OperatorCategory, OperatorSource, SiteCause, SiteCommand, SiteEnding, SiteField,
    SiteThread,
};
use rulebook::text::Language;

use super::road::{Secrets, mark, step};
use super::{FINDER, MAKER, MARK};
use crate::common::scene::receive;
use crate::common::sites::site_form;
use crate::common::{Browser, World};

const CONDITIONS: [&str; 5] = ["complete", "consistent", "in_scope", "is_vulnerability", "not_known"];

fn marked(host: &str) -> ReportForm {
    let about = |what: &str| mark(&format!("site-{what}"));
    ReportForm {
        website_url: format!("https://{host}.{}.example/{}", MARK.to_lowercase(), mark("page")),
        email: FINDER.into(),
        finder_name: about("finder"),
        how_found: about("found"),
        steps: about("steps"),
        why_vulnerability: about("why"),
        threat: about("threat"),
        proof: about("proof"),
        ..site_form("search")
    }
}

/// One is accepted by itself and goes its way; two are taken together.
pub(super) async fn website(world: &World, desk: &mut Browser, account: Actor, secrets: &mut Secrets) {
    let receipt = receive(world, marked("www")).await;
    let way = format!("/ja/desk/reports/{}", receipt.number);
    let (reason, url) = (mark("site-reason"), marked("www").website_url);
    let kind = mark("site-kind");
    let mut fields = vec![("reason", reason.as_str()), ("tick_url", "yes"), ("content_url", url.as_str())];
    fields.extend([("tick_kind", "yes"), ("content_kind", kind.as_str())]);
    fields.extend(CONDITIONS.map(|one| ("confirmed", one)));
    step(desk, &way, &format!("{way}/accept-site"), &fields).await;
    together(world, desk).await;
    handled(world, receipt.report, account, secrets).await;
    let words = MARK.to_lowercase();
    let figures = ["/ja/desk/sites/figures?on=2026-11-21", "/ja/desk/sites/figures.csv?on=2026-11-21"];
    for page in figures {
        let shown = desk.get(page).await;
        assert_eq!(shown.status, StatusCode::OK, "{page}");
        let text = shown.text().to_lowercase();
        let told = [format!("{words}.example"), mark("operator"), mark("site-finder")];
        assert!(told.iter().all(|secret| !text.contains(&secret.to_lowercase())), "counts alone: {page}");
    }
    world.office.write_website_figures().await.expect("the public figures are written");
    for page in ["/ja/desk", "/ja/desk/sites?state=all", "/en/desk/sites/alerts", "/ja/desk/sites/bulk"] {
        let shown = desk.get(page).await;
        assert_eq!(shown.status, StatusCode::OK, "{page}");
    }
    assert!(desk.get("/ja/desk/sites?state=all").await.text().contains(&words), "the desk itself sees which site");
    let mut finder = world.as_principal(Principal::Finder(receipt.report)).await;
    assert_eq!(finder.get("/ja/progress/report").await.status, StatusCode::OK);
}

async fn together(world: &World, desk: &mut Browser) {
    let (one, other) = (receive(world, marked("one")).await, receive(world, marked("other")).await);
    let way = format!("/ja/desk/sites/bulk?like={}", one.number);
    let (take, too, to) =
        (format!("take-{}", one.number), format!("take-{}", other.number), format!("to-{}", one.number));
    let reason = mark("bulk-reason");
    let mut fields = vec![("like", one.number.as_str()), (take.as_str(), "yes"), (too.as_str(), "yes")];
    fields.extend([(to.as_str(), MAKER), ("reason", reason.as_str()), ("site-kind", "other")]);
    fields.extend([("site-effect", "other"), ("site-cause", SiteCause::WrongSettings.word())]);
    fields.extend(CONDITIONS.map(|one| ("confirmed", one)));
    step(desk, &way, "/ja/desk/sites/bulk", &fields).await;
}

/// What desk and operator do in the first one, to its end.
async fn handled(world: &World, report: rulebook::ids::ReportId, desk: Actor, secrets: &mut Secrets) {
    let office = &world.office;
    let cards =
        office.list_at_desk::<casework::sites::SiteCard>(desk, &["accepted"], None, store::CardOrder::Changed, 9, 0);
    let number = office.report_page(report, desk).await.expect("the report").view.number;
    let cards = cards.await.expect("the list").lines;
    let line = cards.into_iter().find(|line| line.card.report.as_ref() == Some(&number)).expect("its case");
    let site = rulebook::ids::SiteCaseId(line.id);
    let operator = Actor::bearer(Party::SiteOperator(site));
    let address = OperatorAddress { means: rulebook::case::ContactMeans::Mail, to: MAKER.into() };
    let by_desk: Vec<SiteOrder> = vec![
        SiteOrder::AddNote(mark("site-note")),
        SiteCommand::CheckSource { source: OperatorSource::Site, found: true, note: mark("source") }.into(),
        SiteCommand::IdentifyOperator {
            name: mark("operator"),
            category: OperatorCategory::Company,
            addresses: vec![address],
        }
        .into(),
        SiteCommand::ContactOperator {
            means: rulebook::case::ContactMeans::Mail,
            to: MAKER.into(),
            on: office.now().today,
            outcome: rulebook::case::AttemptOutcome::Waiting,
            link: true,
            note: mark("attempt"),
        }
        .into(),
        SiteCommand::ConfirmOperator { person: mark("person"), mail: MAKER.into() }.into(),
        SiteCommand::SendDetails {
            fields: vec![SiteField::Url, SiteField::Kind, SiteField::Advice],
            advice: mark("advice"),
            attachments: vec![],
        }
        .into(),
    ];
    let by_operator: Vec<SiteOrder> = vec![
        SiteCommand::ReceiveDetails.into(),
        SiteOrder::Write { thread: SiteThread::Operator, text: mark("operator-asks"), question: false, files: vec![] },
    ];
    let answer = SiteCommand::Answer { answer: OperatorAnswer::Fixed, words: mark("operator-answer"), ready_on: None };
    let end = SiteOrder::Close {
        ending: SiteEnding::ApplicationFixed,
        to_finder: mark("site-end-finder"),
        to_operator: mark("site-end-operator"),
    };
    let orders = by_desk.into_iter().map(|order| (desk, order));
    for (actor, order) in orders.chain(by_operator.into_iter().map(|order| (operator, order))) {
        office.act_on_site(site, actor, None, order).await.expect("it goes its way");
    }
    let forward = SiteCommand::Forward { to: mark("contractor") };
    let given = office.forward_site(site, operator, None, forward, Language::Ja).await;
    let (link, _) = given.expect("a link for the contractor");
    secrets.add("contractor", link.rsplit('/').next().expect("a token"));
    office.act_on_site(site, operator, None, SiteCommand::TakeBack).await.expect("it takes it back");
    let call = SiteCall { phone: mark("phone"), mail: MAKER.into(), language: Language::Ja };
    office.operator_call(site, desk, None, &call).await.expect("a call");
    for (actor, order) in [(operator, answer.into()), (desk, end)] {
        office.act_on_site(site, actor, None, order).await.expect("it goes to its end");
    }
    for actor in [desk, operator, Actor::bearer(Party::Finder(report))] {
        office.site_page(site, actor).await.expect("each sees its own");
    }
}
