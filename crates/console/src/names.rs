//! Words for what the rulebook names: one place for each, so that a thing has one name on every page.

use casework::project::CaseCard;
use rulebook::case::ending::{DropGround, EndingGround, EolRoad, FixPlan, Refused, StopUsing};
use rulebook::case::outreach::{DisclosureGround, Involvement, RecipientKind, Tlp};
use rulebook::case::state::Stage;
use rulebook::case::{
    Affectedness, AttemptOutcome, ContactMeans, ContentField, Duty, DutyKind, SignalKind, VerificationResult,
};
use rulebook::edition::Influence;
use rulebook::member::Appointment;
use rulebook::party::{Party, Role};
use rulebook::report::form::ReportKind;
use rulebook::report::problems::Problem;
use ui::{Frame, Lang, Mark};

/// A role.
#[must_use]
pub fn role(lang: Lang, role: Role) -> String {
    lang.t(format!("role-{}", role.word())).into_owned()
}

/// The term of an appointment to the committee.
#[must_use]
pub fn term(frame: &Frame, appointment: &Appointment) -> String {
    let from = frame.day_text(appointment.from);
    match appointment.until {
        Some(until) => frame.t2("admin-term-said", "from", from, "until", frame.day_text(until)),
        None => frame.t1("admin-term-open", "from", from),
    }
}

/// A party.
#[must_use]
pub fn party(lang: Lang, party: Party) -> String {
    party_word(lang, party.word())
}

/// A party by its stable word.
#[must_use]
pub fn party_word(lang: Lang, word: &str) -> String {
    lang.t(format!("party-{}", word.replace('_', "-"))).into_owned()
}

/// A stage.
#[must_use]
pub fn stage(lang: Lang, stage: Stage) -> String {
    lang.t(format!("stage-{}", stage.word())).into_owned()
}

/// The mark that goes with a stage.
#[must_use]
pub const fn stage_mark(stage: Stage) -> Mark {
    match stage {
        Stage::Accepted => Mark::Waiting,
        Stage::Published => Mark::Done,
        Stage::Ended => Mark::Stopped,
        _ => Mark::Active,
    }
}

/// State word of a report's row.
#[must_use]
pub fn report_state(lang: Lang, word: &str) -> String {
    lang.t(format!("report-state-{word}")).into_owned()
}

/// A kind of report.
#[must_use]
pub fn report_kind(lang: Lang, kind: Option<ReportKind>) -> String {
    let word = kind.map_or("unknown", ReportKind::word);
    lang.t(format!("report-kind-{word}")).into_owned()
}

/// Something seen outside.
#[must_use]
pub fn signal(lang: Lang, kind: SignalKind) -> String {
    lang.t(format!("signal-{}", kind.word())).into_owned()
}

/// What is owed, by its stable word.
#[must_use]
pub fn duty_word(lang: Lang, word: &str) -> String {
    lang.t(format!("duty-{word}")).into_owned()
}

/// What is owed.
#[must_use]
pub fn duty(lang: Lang, kind: DutyKind) -> String {
    duty_word(lang, kind.word())
}

/// Whose turn it is and what for, as a list says it.
#[must_use]
pub fn turn(lang: Lang, card: &CaseCard) -> Option<(String, String)> {
    let (who, what) = card.turn.as_ref()?;
    Some((party_word(lang, who), duty_word(lang, what)))
}

/// Influence.
#[must_use]
pub fn influence(lang: Lang, influence: Option<Influence>) -> String {
    let word = match influence {
        Some(Influence::Priority) => "priority",
        Some(Influence::Normal) => "normal",
        Some(Influence::Simple) => "simple",
        None => "unrated",
    };
    lang.t(format!("influence-{word}")).into_owned()
}

/// One of JVN's five words.
#[must_use]
pub fn affectedness(lang: Lang, affected: Affectedness) -> String {
    lang.t(format!("affected-{}", affected.word())).into_owned()
}

/// A verification result.
#[must_use]
pub fn verification(lang: Lang, result: VerificationResult) -> String {
    lang.t(format!("verification-{}", result.word())).into_owned()
}

/// Means of contact.
#[must_use]
pub fn means(lang: Lang, means: ContactMeans) -> String {
    lang.t(format!("means-{}", means.word())).into_owned()
}

/// What came of an attempt.
#[must_use]
pub fn outcome(lang: Lang, outcome: AttemptOutcome) -> String {
    lang.t(format!("outcome-{}", outcome.word())).into_owned()
}

/// A ground for dropping a publication.
#[must_use]
pub fn drop_ground(lang: Lang, ground: DropGround) -> String {
    lang.t(format!("drop-ground-{}", ground.word())).into_owned()
}

/// A ground for stopping.
#[must_use]
pub fn ending_ground(lang: Lang, ground: EndingGround) -> String {
    lang.t(format!("ending-ground-{}", ground.word())).into_owned()
}

/// What a developer refuses.
#[must_use]
pub fn refused(lang: Lang, what: Refused) -> String {
    lang.t(format!("refused-{}", what.word())).into_owned()
}

/// Whether a product without support is fixed.
#[must_use]
pub fn fix_plan(lang: Lang, plan: FixPlan) -> String {
    lang.t(format!("fix-plan-{}", plan.word())).into_owned()
}

/// Whether a developer agrees to "stop using it".
#[must_use]
pub fn stop_using(lang: Lang, agrees: StopUsing) -> String {
    lang.t(format!("stop-using-{}", agrees.word())).into_owned()
}

/// What follows from a case of ended support.
#[must_use]
pub fn eol_road(lang: Lang, road: EolRoad) -> String {
    lang.t(format!("eol-road-{}", road.word())).into_owned()
}

/// Why somebody outside is told.
#[must_use]
pub fn disclosure_ground(lang: Lang, ground: DisclosureGround) -> String {
    lang.t(format!("disclosure-ground-{}", ground.word())).into_owned()
}

/// What somebody outside is.
#[must_use]
pub fn recipient(lang: Lang, kind: RecipientKind) -> String {
    lang.t(format!("recipient-{}", kind.word())).into_owned()
}

/// Why a developer is on a case.
#[must_use]
pub fn involvement(lang: Lang, involvement: Involvement) -> String {
    lang.t(format!("involvement-{}", involvement.word())).into_owned()
}

/// A label of the Traffic Light Protocol, the same in every language.
#[must_use]
pub fn tlp(tlp: Tlp) -> String {
    format!("TLP:{}", tlp.word().to_uppercase().replace('-', "+"))
}

/// A field of the copy.
#[must_use]
pub fn content_field(lang: Lang, field: ContentField) -> String {
    lang.t(format!("content-{}", field.word())).into_owned()
}

/// A problem of a form: the item and what is the matter.
#[must_use]
pub fn problem(lang: Lang, problem: Problem) -> String {
    let item = lang.t(format!("item-{}", problem.item.word().replace('_', "-")));
    lang.t1(format!("fault-{}", problem.fault.word()), "item", item)
}

/// An item of a form by itself.
#[must_use]
pub fn item(lang: Lang, item: rulebook::report::problems::FormItem) -> String {
    lang.t(format!("item-{}", item.word().replace('_', "-"))).into_owned()
}

/// A step of a timeline, by the event's name in the journal.
#[must_use]
pub fn event(lang: Lang, name: &str) -> String {
    let mut key = String::from("event");
    for c in name.chars() {
        if c.is_ascii_uppercase() {
            key.push('-');
        }
        key.push(c.to_ascii_lowercase());
    }
    lang.t(key).into_owned()
}

/// A duty as the component that shows it.
#[must_use]
pub fn duty_line(frame: &ui::Frame, duty: &Duty, about: Option<&str>) -> ui::progress::DutyLine {
    let what = match about {
        Some(name) => frame.t2("duty-about", "duty", self::duty(frame.lang, duty.what), "name", name),
        None => self::duty(frame.lang, duty.what),
    };
    let line = ui::duty(frame, party(frame.lang, duty.who), what).clause(duty.what.clause());
    match duty.due {
        Some(due) => line.due(frame, due),
        None => line,
    }
}
