//! What follows from a command about a judgement.

use jiff::civil::Date;

use super::command::JudgementCommand;
use super::event::{Announcement, FourCondition, Ground, JudgementEvent, Material, Minutes, Ruling, Verdict};
use super::permission::{IMPOSSIBLE, JUDGEMENT, fits};
use super::state::Round;
use crate::case::ending::{self, EndingGround, Refused};
use crate::case::event::{AttemptOutcome, CaseEvent};
use crate::case::file::{CaseFile, FileEvent};
use crate::case::reach::is_unreachable;
use crate::case::schedule::Weighing;
use crate::case::state::{CaseState, DeveloperSide};
use crate::clause::Clause;
use crate::edition::Rules;
use crate::ids::{AccountId, DeveloperId};
use crate::member::Appointed;
use crate::moment::Moment;
use crate::party::Party;
use crate::refusal::{Refusal, Why, require};

const TOLD: Clause = Clause::new("Ⅳ.3.(2).3.ア");
const OPINION: Clause = Clause::new("Ⅳ.3.(2).4");

/// What follows from a command.
///
/// # Errors
/// The refusal with its clause.
pub(in crate::case) fn decide(
    file: &CaseFile,
    party: Party,
    command: JudgementCommand,
    rules: Rules<'_>,
    now: Moment,
) -> Result<Vec<FileEvent>, Refusal> {
    use JudgementCommand as C;
    let on = now.today;
    let case = &file.case;
    let event = match command {
        C::NotifyImpossible { developer, ground, reason } => notify(case, developer, ground, reason, rules, now)?,
        C::JudgeImpossible { accepted, reason } => {
            require(says(&reason), Refusal::under(IMPOSSIBLE, Why::ReasonMissing))?;
            JudgementEvent::ImpossibleJudged { accepted, reason, on }
        }
        C::AskMaterial => JudgementEvent::MaterialAsked { on },
        C::GiveMaterial(material) => give_material(material, on)?,
        C::Convene { meeting, meets_on, members, urgent } => {
            check_meeting(case, &meeting, meets_on, &members, now)?;
            let members = members.iter().map(Appointed::seat).collect();
            JudgementEvent::CommitteeConvened { meeting, meets_on, members, urgent, on }
        }
        C::DeclareConflict { member, reason } => declare(case, party, member, reason, on)?,
        C::PassJudgement { verdict, met, reason, minutes } => return pass(case, verdict, met, reason, minutes, on),
        C::SetJudgedDay { day } => return set_day(case, day, now),
        C::MarkDebate { condition, note } => {
            let member = own(party)?;
            require(says(&note), Refusal::under(JUDGEMENT, Why::TextMissing))?;
            JudgementEvent::DebateMarked { member, condition, note, on }
        }
        C::Vote { condition, vote, comment } => {
            JudgementEvent::MemberVoted { member: own(party)?, condition, vote, comment, on }
        }
        other => by_secretariat(case, party, other, now)?,
    };
    Ok(vec![FileEvent::Case(CaseEvent::Judgement(event))])
}

fn by_secretariat(
    case: &CaseState,
    party: Party,
    command: JudgementCommand,
    now: Moment,
) -> Result<JudgementEvent, Refusal> {
    use JudgementCommand as C;
    let on = now.today;
    let text = |text: &str, clause| require(says(text), Refusal::under(clause, Why::TextMissing));
    Ok(match command {
        C::AssessCondition { condition, finding, evidence } => {
            text(&evidence, condition.clause())?;
            JudgementEvent::ConditionAssessed { condition, finding, evidence, on }
        }
        C::DraftJudgement { verdict, reason, text: planned } => {
            text(&reason, JUDGEMENT)?;
            text(if verdict == Verdict::Publish { &planned } else { &reason }, TOLD)?;
            JudgementEvent::SecretariatDrafted { verdict, reason, text: planned, on }
        }
        announce @ C::AnnounceJudgement { .. } => {
            JudgementEvent::JudgementAnnounced(announcement(case, announce, now)?)
        }
        C::InviteOpinion { whom, note, deadline } => {
            let whom = whom.filter(|whom| says(whom));
            require(whom.is_some() || says(&note), Refusal::under(OPINION, Why::ReasonMissing))?;
            require(deadline.is_none_or(|day| day > on), Refusal::under(OPINION, Why::DayPast))?;
            JudgementEvent::OpinionInvited { deadline: deadline.filter(|_| whom.is_some()), whom, note, on }
        }
        C::GiveOpinion { from, text: words } => {
            text(&words, OPINION)?;
            let developer = crate::case::permission::own(party);
            require(developer.is_some() || says(&from), Refusal::under(OPINION, Why::NobodyNamed))?;
            JudgementEvent::OpinionGiven { developer, from, text: words, on }
        }
        C::HoldHearing { whom, summary } => {
            text(&whom, OPINION)?;
            text(&summary, OPINION)?;
            JudgementEvent::HearingHeld { whom, summary, on }
        }
        C::ReturnCase { reason } => {
            require(says(&reason), Refusal::under(Clause::new("Ⅳ.3.(2).3.第2段"), Why::ReasonMissing))?;
            JudgementEvent::ReturnedToCoordination { reason, on }
        }
        other => after_decision(party, other, now)?,
    })
}

fn after_decision(party: Party, command: JudgementCommand, now: Moment) -> Result<JudgementEvent, Refusal> {
    use JudgementCommand as C;
    let on = now.today;
    let clause = Clause::new("Ⅳ.3.(2).7.ア.3");
    Ok(match command {
        C::AskConfirmation { reference } => JudgementEvent::ConfirmationAsked { reference, on },
        C::RecordConfirmation { reference } => JudgementEvent::ProcedureConfirmed { reference, on },
        C::AskView { deadline } => {
            require(deadline > on, Refusal::under(clause, Why::DayPast))?;
            JudgementEvent::ViewAsked { deadline, on }
        }
        C::GiveView { text, shown } => {
            let developer = crate::case::permission::own(party).ok_or(Refusal::plain(Why::NotYours))?;
            let said = says(&text.ja) || says(&text.en);
            require(said || !shown, Refusal::under(clause, Why::TextMissing))?;
            JudgementEvent::ViewGiven { developer, text, shown, on }
        }
        C::ResumeCoordination => JudgementEvent::CoordinationResumed { on },
        _ => return Err(Refusal::plain(Why::NotYours)),
    })
}

fn says(text: &str) -> bool {
    !text.trim().is_empty()
}

fn own(party: Party) -> Result<AccountId, Refusal> {
    match party {
        Party::Member(member) => Ok(member),
        _ => Err(Refusal::plain(Why::NotYours)),
    }
}

/// Ground ア passes the committee's gate; ground イ rests on a refusal that is on record (Ⅳ.3.(2).1).
fn notify(
    case: &CaseState,
    developer: DeveloperId,
    ground: Ground,
    reason: String,
    rules: Rules<'_>,
    now: Moment,
) -> Result<JudgementEvent, Refusal> {
    let side = case.developer(developer).ok_or(Refusal::plain(Why::NoSuchDeveloper))?;
    require(says(&reason), Refusal::under(ground.clause(), Why::ReasonMissing))?;
    match ground {
        Ground::Unreachable => {
            let wrote = wrote_since(case, side, rules);
            require(!wrote, Refusal::under(ground.clause(), Why::DeveloperAnswered))?;
            is_unreachable(side, rules, now.today)?;
        }
        Ground::NoAgreement => {
            require(has_refused(case, side), Refusal::under(ground.clause(), Why::NoRefusal))?;
        }
    }
    Ok(JudgementEvent::ImpossibleNotified { developer, ground, reason, on: now.today })
}

/// Messages are the coordinator's own knowledge: one that came since the campaign began ends it.
fn wrote_since(case: &CaseState, side: &DeveloperSide, rules: Rules<'_>) -> bool {
    let began = crate::case::reach::campaign(side, rules).began_on();
    let day = |at| crate::moment::day_of(at, rules.edition.utc_offset_hours);
    let mut own = case.messages.iter().filter(|message| message.item.from == Party::Developer(side.id));
    own.any(|message| began.is_none_or(|began| day(message.at) >= began))
}

/// Whether a developer refused: the publication, or to be contacted about it.
pub(super) fn has_refused(case: &CaseState, side: &DeveloperSide) -> bool {
    let refusals = case.ending.refusals.iter().filter(|refusal| refusal.developer == side.id);
    let said = refusals.into_iter().any(|refusal| matches!(refusal.what, Refused::Publication | Refused::Contact));
    said || side.attempts.iter().any(|attempt| attempt.outcome == AttemptOutcome::Refused)
}

/// All five items, each said or said to be missing.
fn give_material(material: Material, on: Date) -> Result<JudgementEvent, Refusal> {
    let Material { contact, information, verification, countermeasure, status } = &material;
    let whole = [contact, information, verification, countermeasure, status].into_iter().all(|item| says(item));
    require(whole, Refusal::under(Clause::new("Ⅳ.3.(2).2"), Why::TextMissing))?;
    Ok(JudgementEvent::MaterialGiven { material, on })
}

/// A meeting has a day to come and members: each once, in office on that day, and none with an interest in the case
/// (Ⅳ.3.(2).1.第4段).
fn check_meeting(
    case: &CaseState,
    meeting: &str,
    meets_on: Date,
    members: &[Appointed],
    now: Moment,
) -> Result<(), Refusal> {
    let clause = Clause::new("Ⅳ.3.(2).1.第4段");
    require(says(meeting) && !members.is_empty(), Refusal::under(clause, Why::TextMissing))?;
    require(meets_on >= now.today, Refusal::under(clause, Why::DayPast))?;
    let once = |one: &Appointed| members.iter().filter(|other| other.account == one.account).count() == 1;
    require(members.iter().all(once), Refusal::under(clause, Why::Unusable))?;
    let in_office = |one: &Appointed| one.appointment.holds_on(meets_on);
    require(members.iter().all(in_office), Refusal::under(clause, Why::TermOver))?;
    let conflicted = |one: &Appointed| case.judgement.is_conflicted(one.account);
    require(!members.iter().any(conflicted), Refusal::under(clause, Why::Conflicted))
}

fn declare(
    case: &CaseState,
    party: Party,
    member: AccountId,
    reason: String,
    on: Date,
) -> Result<JudgementEvent, Refusal> {
    let clause = Clause::new("Ⅳ.3.(2).1.第4段");
    let own = matches!(party, Party::Member(account) if account == member);
    require(own || party == Party::ReceivingBody, Refusal::plain(Why::NotYours))?;
    let seated = case.judgement.round().is_some_and(|round| round.is_seated(member));
    require(seated, Refusal::under(clause, Why::NotSeated))?;
    require(says(&reason), Refusal::under(clause, Why::ReasonMissing))?;
    Ok(JudgementEvent::ConflictDeclared { member, reason, on })
}

/// What the developer is told, item by item; the planned text is that of the draft (Ⅳ.3.(2).3.ア).
fn announcement(case: &CaseState, command: JudgementCommand, now: Moment) -> Result<Announcement, Refusal> {
    let JudgementCommand::AnnounceJudgement { means, to, information, grounds, history, send_to, deadline } = command
    else {
        return Err(Refusal::plain(Why::NotYours));
    };
    let round = case.judgement.round();
    let draft = round.and_then(|round| round.draft.as_ref()).map(|draft| draft.text.clone()).unwrap_or_default();
    let items = [&to, &information, &grounds, &history, &draft, &send_to];
    require(items.into_iter().all(|item| says(item)), Refusal::under(TOLD, Why::TextMissing))?;
    require(deadline > now.today, Refusal::under(TOLD, Why::DayPast))?;
    Ok(Announcement { means, to, information, grounds, history, draft, send_to, deadline, on: now.today })
}

/// What was decided; a case that is not published ends with it (Ⅳ.3.(2).7.イ, Ⅳ.4.10.第2段).
fn pass(
    case: &CaseState,
    verdict: Verdict,
    met: Vec<FourCondition>,
    reason: String,
    minutes: Minutes,
    on: Date,
) -> Result<Vec<FileEvent>, Refusal> {
    require(fits(verdict, &met), Refusal::under(JUDGEMENT, Why::ConditionsUnmet))?;
    require(says(&reason), Refusal::under(Clause::new("Ⅳ.3.(2).6"), Why::ReasonMissing))?;
    let seated = |member: &AccountId| case.judgement.round().is_some_and(|round: &Round| round.is_seated(*member));
    require(minutes.attended.iter().all(seated), Refusal::under(JUDGEMENT, Why::NotSeated))?;
    require(says(&minutes.summary), Refusal::under(JUDGEMENT, Why::TextMissing))?;
    let end =
        (verdict == Verdict::NotPublish).then(|| ending::stop(EndingGround::JudgedNotToPublish, reason.clone(), on));
    let ruling = JudgementEvent::JudgementPassed(Ruling { verdict, met, reason, minutes, on });
    Ok([FileEvent::Case(CaseEvent::Judgement(ruling))].into_iter().chain(end).collect())
}

/// The receiving body decides the day, which then is the day of the case (Ⅳ.3.(2).7.ア.2).
fn set_day(case: &CaseState, day: Date, now: Moment) -> Result<Vec<FileEvent>, Refusal> {
    let clause = Clause::new("Ⅳ.3.(2).7.ア.2");
    require(day >= now.today, Refusal::under(clause, Why::DayPast))?;
    let before = case.judgement.round().and_then(|round| round.day);
    require(before != Some(day), Refusal::under(clause, Why::SameDay))?;
    let judged = JudgementEvent::JudgedDaySet { day, on: now.today };
    let set = CaseEvent::DaySet { day, reason: String::new(), weighed: Weighing::default() };
    Ok(vec![FileEvent::Case(CaseEvent::Judgement(judged)), FileEvent::Case(set)])
}
