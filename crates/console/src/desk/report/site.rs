//! The decision about a report of a website (Ⅴ.3.2): what is handled already on the same site, help with the scope, five
//! conditions, the reason to be sent, and the words of the case that it opens.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use casework::Error;
use casework::sites::{SiteAcceptance, SiteCard, SiteJoining};
use rulebook::refusal::Why;
use rulebook::site::scope::{Audience, Scope, ScopeSign, Track, scope, track};
use rulebook::site::{SiteCommand, SiteContent};
use ui::field::{Choice, Field};
use ui::markup::Markup;
use ui::{Form, Frame, Mark, Query};

use super::decision::{self, Rejection, conditions, propose, reason, ticked};
use super::{Desk, answer, find, reclassify, refused, render, said};
use crate::desk::copy::{self, CopyField};
use crate::desk::sent::{Open, Sent};
use crate::desk::{classified, identity};
use crate::forms::Fields;
use crate::letters::lang as page_lang;
use crate::site_names;
use crate::state::Console;
use crate::who::{ReceivingDesk, Staff};

const ACCEPT: &str = "accept-site";
const JOIN: &str = "join-site";
/// The questions that help with the scope and with the choice of the form.
const QUESTIONS: [&str; 4] = ["japanese", "used", "alone", "users"];

pub(super) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/desk/reports/{number}/accept-site", post(accept))
        .route("/{lang}/desk/reports/{number}/join-site", post(join))
}

/// A website case on the same site.
struct Alike {
    href: String,
    number: String,
    site: String,
    flaw: String,
    mark: Mark,
    stage: String,
    same: bool,
}

/// What the rules propose, from what is known.
struct Help {
    questions: Vec<Field>,
    asked: bool,
    scope: (Mark, String),
    track: Option<String>,
}

#[derive(Template)]
#[template(path = "desk/report/site.html")]
struct SiteDecision<'a> {
    frame: &'a Frame,
    finder: String,
    alike: Vec<Alike>,
    help: Help,
    accept: Form,
    accept_open: Open,
    conditions: Field,
    copy: Vec<CopyField>,
    identity: bool,
    classified: Vec<Field>,
    join: Form,
    join_open: Open,
    join_conditions: Field,
    joining: bool,
    rejection: Rejection,
    reclassify: Option<Markup>,
    bulk: String,
}

/// Looks for website cases on the same site, where the report can still be decided.
pub(super) async fn alike(staff: &Staff, page: &casework::ReportPage) -> Result<Vec<SiteCard>, Error> {
    if !super::decides_site(&page.view) {
        return Ok(Vec::new());
    }
    staff.visitor.console.office.alike_sites(page.view.id, staff.actor).await
}

pub(super) fn section(desk: &Desk<'_>) -> Markup {
    let (frame, view) = (&desk.frame, &desk.page.view);
    let lang = frame.lang;
    let report = desk.page.form.as_ref();
    let finder = page_lang(view.language);
    let accept = desk.form(ACCEPT, |form| {
        form.set("reason", reason(finder, "site", view));
        propose(form, view, "confirmed", true);
        if let Some(report) = report {
            copy::fill_site(form, &SiteContent::from_form(report));
            classified::propose(form, &report.vulnerability_kind);
        }
    });
    let same = same(desk);
    let join = desk.form(JOIN, |form| {
        form.set("site", same.map_or("", |card| card.number.as_str()));
        form.set("reason", reason(finder, "site", view));
        propose(form, view, "confirmed", true);
    });
    let copy = copy::site_fields(lang, &accept, &report.map(identity::of_form).unwrap_or_default());
    let lists = &desk.staff.visitor.console.office.edition_in_force().lists;
    Markup::of(&SiteDecision {
        frame,
        finder: lang.t(format!("desk-language-{}", view.language.tag())).into_owned(),
        alike: desk.alike.iter().map(|card| line(frame, card, same)).collect(),
        help: help(desk),
        conditions: conditions(desk, &accept),
        accept_open: desk.open(ACCEPT, ACCEPT),
        identity: copy.iter().any(|field| !field.identity.is_empty()),
        copy,
        classified: classified::inputs(lang, lists, &accept),
        accept,
        join_conditions: conditions(desk, &join),
        join_open: desk.open(JOIN, JOIN),
        joining: desk.came_back(JOIN),
        join,
        rejection: decision::rejection(desk),
        reclassify: reclassify::form(desk),
        bulk: Query::parse(&frame.href("/desk/sites/bulk")).with("like", &view.number),
    })
}

/// The case that it may be joined to: open, and not of another kind.
fn same<'a>(desk: &'a Desk<'_>) -> Option<&'a SiteCard> {
    let words = desk.page.form.as_ref().map_or("", |form| form.vulnerability_kind.as_str());
    let kind = rulebook::site::SiteKind::of_words(words);
    let may = |card: &&SiteCard| kind.zip(card.kind).is_none_or(|(one, other)| one == other) && card.ending.is_none();
    desk.alike.iter().find(may)
}

fn line(frame: &Frame, card: &SiteCard, same: Option<&SiteCard>) -> Alike {
    Alike {
        href: frame.href(format!("/desk/sites/{}", card.number)),
        number: card.number.clone(),
        site: card.site.clone(),
        flaw: card.flaw.clone(),
        mark: site_names::stage_mark(card.stage),
        stage: site_names::stage(frame.lang, card.stage),
        same: same.is_some_and(|same| same.number == card.number),
    }
}

fn help(desk: &Desk<'_>) -> Help {
    let frame = &desk.frame;
    let query = Query::parse(&frame.path);
    let known = |name: &str| match query.get(name) {
        Some("yes") => Some(true),
        Some("no") => Some(false),
        _ => None,
    };
    let form = Form::new(frame.lang)
        .with_ids("help")
        .filled(QUESTIONS.map(|name| (name, query.get(name).unwrap_or_default().to_owned())));
    let choices = [("", "sites-help-unknown"), ("yes", "sites-help-yes"), ("no", "sites-help-no")]
        .map(|(value, key)| Choice::new(value, frame.t(key)));
    let [japanese, used, alone, users] = QUESTIONS;
    let url = desk.page.form.as_ref().map_or("", |form| form.website_url.as_str());
    let found = scope(url, Audience { in_japanese: known(japanese), used_from_japan: known(used) });
    let sign = |sign: &ScopeSign| {
        frame.t(match sign {
            ScopeSign::Japanese => "sites-sign-japanese",
            ScopeSign::JpHost => "sites-sign-jp",
            ScopeSign::Used => "sites-sign-used",
        })
    };
    let scope = match found {
        Scope::Inside(signs) => {
            let signs: Vec<_> = signs.iter().map(sign).collect();
            (Mark::Done, frame.t1("sites-scope-inside", "signs", signs.join(frame.lang.pick("、", ", "))))
        }
        Scope::Outside => (Mark::Stopped, frame.t("sites-scope-outside").into_owned()),
        Scope::Unclear => (Mark::Waiting, frame.t("sites-scope-unclear").into_owned()),
    };
    let track = track(known(alone), known(users)).map(|track| match track {
        Track::Website => frame.t("sites-track-website").into_owned(),
        Track::Product => frame.t("sites-track-product").into_owned(),
    });
    let question = |name: &str| form.select(name, frame.t(format!("sites-help-{name}")), &choices);
    Help {
        questions: QUESTIONS.iter().map(|name| question(name)).collect(),
        asked: QUESTIONS.iter().any(|name| query.get(name).is_some()),
        scope,
        track,
    }
}

async fn accept(
    ReceivingDesk(staff): ReceivingDesk,
    Path((_, number)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    let visitor = &staff.visitor;
    let lang = visitor.lang;
    let reason = match said(visitor, ACCEPT, &fields, "reason") {
        Ok(reason) => reason,
        Err(sent) => return render(&staff, &number, Some(sent)).await,
    };
    let content = copy::read_site(&fields);
    if !copy::fits_site(&content) {
        let sent = Sent::wrong(lang, ACCEPT, &fields, "form", lang.t("refusal-text-too-long"));
        return render(&staff, &number, Some(sent)).await;
    }
    let Ok(decided) = classified::read(&fields) else {
        let sent = Sent::wrong(lang, ACCEPT, &fields, classified::KIND, lang.t("sites-kind-half"));
        return render(&staff, &number, Some(sent)).await;
    };
    let first = decided.map(|decided| SiteCommand::Classify(decided).into()).into_iter().collect();
    let acceptance = SiteAcceptance { confirmed: ticked(&fields, "confirmed"), reason, content, first };
    let outcome = async {
        let id = find(&staff, &number).await?;
        let office = &visitor.console.office;
        office.accept_site_report(id, staff.actor, fields.seen().as_ref(), acceptance).await.map(|_| ())
    };
    told(&staff, &number, ACCEPT, &fields, outcome.await, "site-accepted").await
}

async fn join(
    ReceivingDesk(staff): ReceivingDesk,
    Path((_, number)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    let visitor = &staff.visitor;
    let lang = visitor.lang;
    let reason = match said(visitor, JOIN, &fields, "reason") {
        Ok(reason) => reason,
        Err(sent) => return render(&staff, &number, Some(sent)).await,
    };
    let site = match visitor.console.office.site_id(fields.get("site")).await {
        Ok(site) => site,
        Err(Error::NotFound) => {
            let sent = Sent::wrong(lang, JOIN, &fields, "site", lang.t("sites-join-none"));
            return render(&staff, &number, Some(sent)).await;
        }
        Err(error) => return visitor.fault(error),
    };
    let joining = SiteJoining { confirmed: ticked(&fields, "confirmed"), reason, site };
    let outcome = async {
        let id = find(&staff, &number).await?;
        visitor.console.office.join_site_report(id, staff.actor, fields.seen().as_ref(), joining).await
    };
    told(&staff, &number, JOIN, &fields, outcome.await, "site-joined").await
}

/// What is wrong with one item of the form stands at that item.
async fn told(
    staff: &Staff,
    number: &str,
    name: &str,
    fields: &Fields,
    outcome: Result<(), Error>,
    done: &str,
) -> Response {
    if let Err(Error::Refused(refusal)) = &outcome
        && let Some(item) = item_of(refusal.why)
    {
        let lang = staff.visitor.lang;
        let sent = Sent::wrong(lang, name, fields, item, refused(lang, refusal));
        return render(staff, number, Some(sent)).await;
    }
    answer(staff, number, name, fields, outcome, done).await
}

fn item_of(why: Why) -> Option<&'static str> {
    match why {
        Why::ConditionsOpen => Some("confirmed"),
        Why::CopyEmpty => Some(copy::SITE_URL),
        Why::HandlingEnded => Some("site"),
        _ => None,
    }
}
