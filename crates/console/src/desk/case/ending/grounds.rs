//! The two lists ア–オ: what the coordinator drops a publication for, and what the receiving body stops handling for.

use rulebook::action::Action;
use rulebook::case::ending::{DropGround, EndingGround};
use rulebook::case::{DutyKind, VerificationResult};
use rulebook::clause::Clause;
use ui::field::{Choice, Field};
use ui::{Form, Frame, Query};

use super::{DROP, Desk, STOP, href};
use crate::desk::sent::Open;
use crate::names;

/// A ground of a list.
pub(super) struct GroundLine {
    pub clause: Clause,
    pub name: String,
    /// The way to the form with this ground chosen, where the reader may use it.
    pub href: Option<String>,
}

/// The coordinator's list.
pub(super) fn drop_list(desk: &Desk<'_>) -> Vec<GroundLine> {
    let may = desk.may(Action::DropPublication);
    let line = |ground: DropGround| GroundLine {
        clause: ground.clause(),
        name: names::drop_ground(desk.frame.lang, ground),
        href: may.then(|| chosen(desk, DROP, ground.word())),
    };
    DropGround::ALL.into_iter().map(line).collect()
}

/// The receiving body's list. A judgement of the committee ends a case by itself, so nobody chooses it.
pub(super) fn stop_list(desk: &Desk<'_>) -> Vec<GroundLine> {
    let may = desk.may(Action::StopHandling);
    let line = |ground: EndingGround| GroundLine {
        clause: ground.clause(),
        name: names::ending_ground(desk.frame.lang, ground),
        href: may.then(|| chosen(desk, STOP, ground.word())),
    };
    by_hand().map(line).collect()
}

fn by_hand() -> impl Iterator<Item = EndingGround> {
    EndingGround::ALL.into_iter().filter(|ground| ground.is_chosen())
}

/// The way to a form with a ground chosen.
fn chosen(desk: &Desk<'_>, form: &str, ground: &str) -> String {
    format!("{}?{form}={ground}#{form}", href(desk))
}

/// What the address of the page chooses.
fn asked(frame: &Frame, name: &str) -> String {
    Query::parse(&frame.path).get(name).unwrap_or_default().to_owned()
}

/// A ground that a developer's word proposes.
pub(super) struct Proposed {
    pub who: String,
    pub said: String,
    pub ground: String,
    pub clause: Clause,
    pub href: Option<String>,
}

/// What developers' results propose; the coordinator decides (Ⅳ.4.4.第2段).
pub(super) fn proposed(desk: &Desk<'_>) -> Vec<Proposed> {
    let lang = desk.frame.lang;
    let ending = &desk.page.view.ending;
    // Over is over: nothing is proposed any more.
    if ending.dropped.is_some() || ending.stopped.is_some() {
        return Vec::new();
    }
    let may = desk.may(Action::DropPublication);
    let line = |(ground, id): &(DropGround, _)| {
        let side = desk.developer(*id)?;
        let result: Option<VerificationResult> = side.verification.as_ref().map(|said| said.item.result);
        let place = place_of(desk, *id);
        Some(Proposed {
            who: side.name.clone(),
            said: result.map_or_else(String::new, |result| names::verification(lang, result)),
            ground: names::drop_ground(lang, *ground),
            clause: ground.clause(),
            href: may.then(|| format!("{}?{DROP}={}&by={place}#{DROP}", href(desk), ground.word())),
        })
    };
    ending.proposed.iter().filter_map(line).collect()
}

/// The place of a developer on the case, from 1; 0 for nobody.
pub(in crate::desk::case) fn place_of(desk: &Desk<'_>, id: rulebook::ids::DeveloperId) -> usize {
    desk.page.view.developers.iter().position(|one| one.id == id).map_or(0, |place| place + 1)
}

/// A form that ends something.
pub(super) struct Ending {
    pub open: Open,
    pub form: Form,
    pub grounds: Field,
    /// Who said so, for the coordinator.
    pub said_by: Option<Field>,
    pub first: bool,
}

/// The form that drops the publication.
pub(super) fn drop_form(desk: &Desk<'_>) -> Option<Ending> {
    let frame = &desk.frame;
    if !desk.may(Action::DropPublication) {
        return None;
    }
    let wanted = asked(frame, DROP);
    let form = desk.form(DROP, |form| {
        form.set("ground", &wanted);
        form.set("said_by", asked(frame, "by"));
    });
    let choice = |ground: DropGround| {
        Choice::new(ground.word(), names::drop_ground(frame.lang, ground)).hint(ground.clause().to_string())
    };
    let choices: Vec<Choice> = DropGround::ALL.into_iter().map(choice).collect();
    let grounds = form.radios("ground", frame.t("ending-ground"), &choices).required();
    let mut told = vec![Choice::new("", frame.t("ending-said-by-nobody"))];
    let sides = desk.page.view.developers.iter().enumerate().filter(|(_, side)| side.details.is_some());
    told.extend(sides.map(|(place, side)| Choice::new(place + 1, &side.name)));
    let said_by = form.select("said_by", frame.t("ending-said-by"), &told).hint(frame.t("ending-said-by-hint"));
    let first = desk.came_back(DROP) || !wanted.is_empty();
    Some(Ending { open: desk.open(DROP, "ending/drop"), grounds, said_by: Some(said_by), first, form })
}

/// The form that stops handling, with words for the finder that can be changed.
pub(super) fn stop_form(desk: &Desk<'_>) -> Option<Ending> {
    let frame = &desk.frame;
    if !desk.may(Action::StopHandling) {
        return None;
    }
    let wanted = EndingGround::of_word(&asked(frame, STOP));
    let ground = wanted.or_else(|| after_drop(desk));
    let form = desk.form(STOP, |form| {
        let Some(ground) = ground else { return };
        form.set("ground", ground.word());
        form.set("reason", frame.t(format!("ending-letter-{}", ground.word())));
    });
    let choice = |ground: EndingGround| {
        Choice::new(ground.word(), names::ending_ground(frame.lang, ground)).hint(ground.clause().to_string())
    };
    let choices: Vec<Choice> = by_hand().map(choice).collect();
    let grounds = form.radios("ground", frame.t("ending-ground"), &choices).required();
    let owed = desk.page.view.duties.iter().any(|duty| duty.what == DutyKind::StopHandling);
    let first = desk.came_back(STOP) || wanted.is_some() || owed;
    Some(Ending { open: desk.open(STOP, "ending/stop"), grounds, said_by: None, first, form })
}

/// The ground of the receiving body's list that is nearest to that of the dropped publication: a proposal.
fn after_drop(desk: &Desk<'_>) -> Option<EndingGround> {
    let ground = desk.page.view.ending.dropped.as_ref()?.ground?;
    Some(match ground {
        DropGround::NotVulnerability | DropGround::NoInfluence => EndingGround::NotVulnerabilityInformation,
        DropGround::SmallInfluence => EndingGround::SmallInfluence,
        DropGround::KnownAndPublished => EndingGround::KnownAndPublished,
        DropGround::AllUsersTold => EndingGround::AllUsersTold,
    })
}
