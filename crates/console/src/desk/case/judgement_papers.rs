//! The papers of a judgement at the receiving body's desk: each asked for by a short form, given as PDF (Ⅳ.3.(2)).

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{MethodRouter, post};
use casework::Error;
use casework::judgement_papers::{JudgementPaper, JudgementPaperOrder};
use casework::reach::LetterAddress;
use rulebook::case::judgement::Round;
use rulebook::party::Party;
use rulebook::text::Language;
use ui::field::{Choice, Field};
use ui::markup::Markup;
use ui::{Form, Frame};

use super::read::{Wrong, may_be_empty, text};
use super::{Desk, Place, find, render};
use crate::desk::sent::{Open, Sent};
use crate::download::saved;
use crate::forms::Fields;
use crate::letters::language;
use crate::state::Console;
use crate::who::{ReceivingDesk, Staff};

type Number = Path<(String, String)>;

/// Longest line, in characters.
const MAX_LINE: usize = 120;
/// Longest address, in characters.
const MAX_ADDRESS: usize = 300;

fn make(paper: JudgementPaper) -> MethodRouter<Console> {
    post(move |ReceivingDesk(staff): ReceivingDesk, Path((_, number)): Number, fields: Fields| async move {
        send(&staff, &number, &fields, paper).await
    })
}

pub(super) fn routes() -> Router<Console> {
    use JudgementPaper::{Confirmation, CoordinatorResult, DeveloperResult, Minutes, Notice};
    Router::new()
        .route("/{lang}/desk/cases/{number}/judgement/papers/notice", make(Notice))
        .route("/{lang}/desk/cases/{number}/judgement/papers/developer-result", make(DeveloperResult))
        .route("/{lang}/desk/cases/{number}/judgement/papers/coordinator-result", make(CoordinatorResult))
        .route("/{lang}/desk/cases/{number}/judgement/papers/minutes", make(Minutes))
        .route("/{lang}/desk/cases/{number}/judgement/papers/confirmation", make(Confirmation))
}

/// A paper that can be made now.
struct Line {
    id: String,
    title: String,
    lead: String,
    open: Open,
    form: Form,
    fields: Vec<Field>,
    first: bool,
}

#[derive(Template)]
#[template(path = "desk/case/judgement_papers.html")]
struct Papers<'a> {
    frame: &'a Frame,
    lines: Vec<Line>,
    sender: bool,
}

/// The papers that can be made now; nothing for the coordinator, and as long as there is none.
pub(super) fn markup(desk: &Desk<'_>) -> Option<Markup> {
    let round = desk.page.view.judgement.round().filter(|_| desk.party() == Party::ReceivingBody)?;
    let ready = JudgementPaper::ALL.into_iter().filter(|paper| paper.is_ready(round));
    let lines: Vec<Line> = ready.map(|paper| line(desk, round, paper)).collect();
    let own = &desk.staff.visitor.console.office.settings().secretariat;
    let sender = !own.address.is_empty() && !own.phone.is_empty();
    (!lines.is_empty()).then(|| Markup::of(&Papers { frame: &desk.frame, lines, sender }))
}

fn name(paper: JudgementPaper) -> String {
    format!("paper-{}", paper.word())
}

fn line(desk: &Desk<'_>, round: &Round, paper: JudgementPaper) -> Line {
    let (frame, id) = (&desk.frame, name(paper));
    let form = desk.form(&id, |form| fresh(desk, round, paper, form));
    Line {
        title: frame.t(format!("judgement-paper-{}", paper.word())).into_owned(),
        lead: frame.t(format!("judgement-paper-lead-{}", paper.word())).into_owned(),
        open: desk.open(&id, &format!("judgement/papers/{}", paper.word())),
        fields: fields(frame, round, paper, &form),
        first: desk.came_back(&id),
        form,
        id,
    }
}

/// What is known already.
fn fresh(desk: &Desk<'_>, round: &Round, paper: JudgementPaper, form: &mut Form) {
    form.set("language", language(desk.frame.lang).tag());
    match paper {
        JudgementPaper::Notice | JudgementPaper::DeveloperResult => {
            let side = round.developer.and_then(|id| desk.developer(id));
            form.set("organisation", side.map_or("", |side| side.name.as_str()));
        }
        JudgementPaper::Confirmation => {
            let minister = &desk.staff.visitor.console.office.settings().secretariat.minister;
            form.set("person", minister.get(language(desk.frame.lang)));
            form.set("reference", round.confirmation_asked.as_ref().map_or("", |(_, reference)| reference.as_str()));
        }
        JudgementPaper::Minutes => {
            let meeting = round.meeting.as_ref().map_or("", |meeting| meeting.meeting.as_str());
            let digits: String = meeting.chars().filter(char::is_ascii_digit).collect();
            form.set("meeting", digits);
        }
        JudgementPaper::CoordinatorResult => {}
    }
}

fn fields(frame: &Frame, round: &Round, paper: JudgementPaper, form: &Form) -> Vec<Field> {
    let languages =
        [Language::Ja, Language::En].map(|one| Choice::new(one.tag(), frame.t(format!("desk-language-{}", one.tag()))));
    let mut fields = vec![
        form.text("reference", frame.t("judgement-reference")).required(),
        form.radios("language", frame.t("desk-reach-letter-language"), &languages).in_line().required(),
    ];
    match paper {
        JudgementPaper::Notice | JudgementPaper::DeveloperResult => fields.extend([
            form.text("organisation", frame.t("judgement-paper-organisation"))
                .hint(frame.t("judgement-paper-organisation-hint")),
            form.text("department", frame.t("judgement-paper-department")).optional(),
            form.text("person", frame.t("judgement-paper-person")).optional(),
            form.text("postal_code", frame.t("judgement-paper-postal-code")).optional(),
            form.area("address", frame.t("judgement-paper-address"))
                .hint(frame.t("judgement-paper-address-hint"))
                .rows(2_usize)
                .optional(),
        ]),
        JudgementPaper::Confirmation => {
            fields.push(form.text("person", frame.t("judgement-paper-minister")).required());
        }
        JudgementPaper::Minutes => {
            let nobody = Choice::new("", frame.t("judgement-paper-no-chair"));
            let there = attended(round).into_iter().enumerate().map(|(at, name)| Choice::new(at + 1, name));
            let chairs: Vec<Choice> = std::iter::once(nobody).chain(there).collect();
            fields.extend([
                form.text("meeting", frame.t("judgement-paper-meeting")).required(),
                form.text("place", frame.t("judgement-paper-place")).required(),
                form.select("presides", frame.t("judgement-paper-chair"), &chairs),
            ]);
        }
        JudgementPaper::CoordinatorResult => {}
    }
    fields
}

/// Who took part, in the order of the seats.
fn attended(round: &Round) -> Vec<&str> {
    let there = round.ruling.as_ref().map(|ruling| ruling.minutes.attended.as_slice()).unwrap_or_default();
    round.seats().filter(|seat| there.contains(&seat.account)).map(|seat| seat.name.as_str()).collect()
}

fn read(fields: &Fields, paper: JudgementPaper) -> Result<JudgementPaperOrder, Wrong> {
    let to_developer = matches!(paper, JudgementPaper::Notice | JudgementPaper::DeveloperResult);
    let minutes = paper == JudgementPaper::Minutes;
    let address = LetterAddress {
        organisation: may_be_empty(fields, "organisation", MAX_LINE)?,
        department: may_be_empty(fields, "department", MAX_LINE)?,
        person: may_be_empty(fields, "person", MAX_LINE)?,
        postal_code: may_be_empty(fields, "postal_code", 12)?,
        address: may_be_empty(fields, "address", MAX_ADDRESS)?,
    };
    if to_developer && address.organisation.is_empty() && address.person.is_empty() {
        return Err(("organisation", "desk-reach-letter-nobody"));
    }
    if paper == JudgementPaper::Confirmation && address.person.is_empty() {
        return Err(("person", "refusal-text-missing"));
    }
    let meeting = fields.get("meeting").parse().ok().filter(|number| *number > 0_u32);
    Ok(JudgementPaperOrder {
        paper,
        language: if fields.get("language") == "en" { Language::En } else { Language::Ja },
        reference: text(fields, "reference", MAX_LINE)?,
        address,
        meeting: if minutes { meeting.ok_or(("meeting", "judgement-paper-meeting-wrong"))? } else { 0 },
        place: if minutes { text(fields, "place", MAX_LINE)? } else { String::new() },
        presides: fields.get("presides").parse::<usize>().ok().and_then(|place| place.checked_sub(1)),
    })
}

async fn send(staff: &Staff, number: &str, fields: &Fields, paper: JudgementPaper) -> Response {
    let (lang, name) = (staff.visitor.lang, name(paper));
    let back = async |field: &str, words: String| {
        let sent = Sent::wrong(lang, &name, fields, field, words);
        render(staff, number, Place::Judgement, Some(sent)).await
    };
    let order = match read(fields, paper) {
        Ok(order) => order,
        Err((field, key)) => return back(field, lang.t(key).into_owned()).await,
    };
    let made = async {
        let case = find(staff, number).await?;
        staff.visitor.console.office.judgement_paper(case, staff.actor, &order).await
    };
    match made.await {
        Ok((file, bytes)) => saved(bytes, "application/pdf", &file),
        Err(Error::Unprintable(characters)) => {
            back("form", lang.t1("desk-reach-letter-unprintable", "characters", characters.as_str())).await
        }
        Err(error) if error.is_about_address() => {
            back("address", lang.t("desk-reach-letter-too-long").into_owned()).await
        }
        Err(Error::Unusable(_)) => back("form", lang.t("judgement-paper-not-ready").into_owned()).await,
        Err(error) => staff.visitor.fault(error),
    }
}
