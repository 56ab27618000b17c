//! What follows from a command in a website case.

use super::accept::of_site;
use super::command::SiteCommand;
use super::content::SiteContent;
use super::disclosure::{self, Told};
use super::event::{Classification, SiteEvent, SiteThread};
use super::file::{SiteFile, SiteFileEvent};
use super::lists::OperatorAnswer;
use super::permission::{self, CONTACT, informed, may};
use super::state::SiteState;
use super::{ending, talks};
use crate::clause::Clause;
use crate::edition::Rules;
use crate::influence::rate;
use crate::moment::Moment;
use crate::party::Party;
use crate::refusal::{Refusal, Why, require};
use crate::report::problems::{is_mail_address, is_web_address};

const ANSWER: Clause = Clause::new("Ⅴ.4.1");
const HANDED_ON: Clause = Clause::new("Ⅴ.4.4.但書");
const LEAK: Clause = Clause::new("Ⅴ.4.5");

/// Decides a command in a website case.
///
/// # Errors
/// The refusal with its clause.
pub fn decide(
    file: &SiteFile,
    party: Party,
    command: SiteCommand,
    rules: Rules<'_>,
    now: Moment,
) -> Result<Vec<SiteFileEvent>, Refusal> {
    may(file, party, command.action(), rules, now)?;
    match command {
        SiteCommand::Close { ending, to_finder, to_operator } => {
            ending::close(file, ending, to_finder, to_operator, rules, now)
        }
        SiteCommand::Reopen { reason } => ending::reopen(file, reason, now),
        SiteCommand::PassTalk { wisher, report } => talks::pass(file, wisher, report, now.today).map(of_site),
        SiteCommand::AnswerTalk { wisher, agrees } => {
            talks::answer(&file.site, party, wisher, agrees, now.today).map(|event| of_site([event]))
        }
        SiteCommand::WishTalk => Ok(of_site([SiteEvent::SiteTalkWished { wisher: party, on: now.today }])),
        SiteCommand::Consult { report, body } => {
            let waits = file.report(report).is_some_and(|report| report.waits_for_desk());
            require(waits, Refusal::under(Clause::new("Ⅴ.3.6"), Why::NothingAsked))?;
            Ok(of_site([SiteEvent::OperatorConsulted { report, body, on: now.today }]))
        }
        SiteCommand::SendDetails { fields, advice, attachments } => {
            let named = file.shares_identity();
            send(&file.site, fields, advice, attachments, named, now).map(|event| of_site([event]))
        }
        other => by_either(&file.site, party, other, rules, now).map(of_site),
    }
}

/// What operator and desk say of the operator's side, and what the desk does beside.
fn by_either(
    site: &SiteState,
    party: Party,
    command: SiteCommand,
    rules: Rules<'_>,
    now: Moment,
) -> Result<Vec<SiteEvent>, Refusal> {
    let by_operator = party != Party::ReceivingBody;
    let on = now.today;
    let event = match command {
        SiteCommand::ConfirmOperator { person, mail } => {
            let mail = mail.trim().to_owned();
            require(mail.is_empty() || is_mail_address(&mail), Refusal::under(CONTACT, Why::Unusable))?;
            require(!person.trim().is_empty(), Refusal::under(CONTACT, Why::TextMissing))?;
            SiteEvent::OperatorConfirmed { on, person, mail, by_operator }
        }
        SiteCommand::ReceiveDetails => SiteEvent::SiteDetailsReceived { on, by_operator },
        SiteCommand::Answer { answer, words, ready_on } => {
            return answered(site, answer, words, ready_on, by_operator, now);
        }
        SiteCommand::Write { thread, body, question, attachments } => {
            permission::may_write(site, party, thread)?;
            let question = question && thread == SiteThread::Operator && !by_operator;
            SiteEvent::SiteMessagePosted { thread, from: party, body, question, attachments, on }
        }
        SiteCommand::GiveConsent { what, agrees } => {
            require(site.is_asked(what), Refusal::under(what.clause(), Why::NothingAsked))?;
            SiteEvent::OperatorConsentAnswered { what, agrees, on, by_operator }
        }
        SiteCommand::PublishLeak { url, mut items } => {
            require(is_web_address(&url), Refusal::under(LEAK, Why::Unusable))?;
            require(!items.is_empty(), Refusal::under(LEAK, Why::TextMissing))?;
            items.sort();
            items.dedup();
            SiteEvent::LeakMadePublic { url: url.trim().to_owned(), items, on, by_operator }
        }
        SiteCommand::Forward { to } => {
            require(!to.trim().is_empty(), Refusal::under(HANDED_ON, Why::TextMissing))?;
            SiteEvent::SiteForwarded { to: to.trim().to_owned(), on }
        }
        SiteCommand::TakeBack => SiteEvent::SiteTakenBack { on },
        other => return by_desk(site, other, rules, now),
    };
    Ok(vec![event])
}

/// What the operator found or did. Whoever answers has received the details. What it will not do it may say before.
fn answered(
    site: &SiteState,
    answer: OperatorAnswer,
    words: String,
    ready_on: Option<jiff::civil::Date>,
    by_operator: bool,
    now: Moment,
) -> Result<Vec<SiteEvent>, Refusal> {
    let on = now.today;
    if answer != OperatorAnswer::WillNotAct {
        informed(site)?;
    }
    let silent = matches!(answer, OperatorAnswer::WillFix) || answer.is_fix();
    require(silent || !words.trim().is_empty(), Refusal::under(ANSWER, Why::TextMissing))?;
    let ready_on = ready_on.filter(|_| answer == OperatorAnswer::WillFix);
    require(ready_on.is_none_or(|day| day >= on), Refusal::under(ANSWER, Why::DayPast))?;
    let last = site.answer().map(|last| &last.item);
    let same = last.is_some_and(|last| last.answer == answer && last.words == words && last.ready_on == ready_on);
    let questioned = site.answer().is_some_and(|last| site.desk_replied_since(last.at));
    if same && !questioned {
        return Ok(vec![]);
    }
    let unread = site.details.is_some() && site.received_on.is_none();
    let received = unread.then_some(SiteEvent::SiteDetailsReceived { on, by_operator });
    let answered = SiteEvent::OperatorAnswered { answer, words, ready_on, on, by_operator };
    Ok(received.into_iter().chain([answered]).collect())
}

/// A copy of chosen fields; advice is written by the desk and goes along. Whoever found it is named only where it wishes
/// that (Ⅴ.3.9).
fn send(
    site: &SiteState,
    fields: Vec<super::SiteField>,
    advice: String,
    attachments: Vec<crate::ids::AttachmentId>,
    finder_named: bool,
    now: Moment,
) -> Result<SiteEvent, Refusal> {
    let mut content = site.content.only(&fields);
    require(content != SiteContent::default(), Refusal::under(CONTACT, Why::CopyEmpty))?;
    let ours = attachments.iter().all(|id| site.attachments.iter().any(|file| file.id == *id));
    require(ours, Refusal::under(CONTACT, Why::BeyondApproved))?;
    content.advice = advice;
    Ok(SiteEvent::SiteDetailsSent { on: now.today, content, attachments, finder_named })
}

/// What the desk alone does.
fn by_desk(site: &SiteState, command: SiteCommand, rules: Rules<'_>, now: Moment) -> Result<Vec<SiteEvent>, Refusal> {
    let on = now.today;
    let said = |text: &str, clause| require(!text.trim().is_empty(), Refusal::under(clause, Why::TextMissing));
    let event = match command {
        SiteCommand::SetOwner(account) if account == site.owner => return Ok(vec![]),
        SiteCommand::SetOwner(account) => SiteEvent::SiteOwnerSet { account },
        SiteCommand::AddNote { body, by } => SiteEvent::SiteNoteAdded { body, by },
        SiteCommand::Classify(decided) => return classify(site, decided),
        SiteCommand::Rate { vector, score_tenths, factors } => {
            let clause = Clause::new("付録4");
            let rating = rate(vector, score_tenths, factors, rules.edition);
            SiteEvent::SiteRated(rating.ok_or(Refusal::under(clause, Why::Unusable))?)
        }
        SiteCommand::IdentifyOperator { name, category, addresses } => {
            said(&name, CONTACT)?;
            let whole = addresses.iter().all(|address| !address.to.trim().is_empty());
            require(whole, Refusal::under(CONTACT, Why::TextMissing))?;
            SiteEvent::OperatorIdentified { name, category, addresses }
        }
        SiteCommand::CheckSource { source, found, note } => {
            SiteEvent::OperatorSourceChecked { source, found, note, on }
        }
        SiteCommand::ContactOperator { means, to, on: day, outcome, link, note } => {
            said(&to, CONTACT)?;
            require(day <= on, Refusal::under(CONTACT, Why::InTheFuture))?;
            require(day >= site.accepted_on, Refusal::under(CONTACT, Why::TooEarly))?;
            SiteEvent::OperatorContacted { means, to, on: day, outcome, link, note }
        }
        SiteCommand::NoteAttempt { attempt, outcome, note } => {
            let there = attempt >= 1 && attempt as usize <= site.attempts.len();
            require(there, Refusal::under(CONTACT, Why::NotContacted))?;
            SiteEvent::OperatorAttemptNoted { attempt, outcome, note }
        }
        SiteCommand::AskConsent(what) => {
            require(!site.is_asked(what), Refusal::under(what.clause(), Why::AlreadyAsked))?;
            SiteEvent::OperatorConsentAsked { what, on }
        }
        SiteCommand::CheckFix { result, note } => SiteEvent::FixChecked { result, note, on },
        SiteCommand::SuspectLeak { suspected, note } => {
            said(&note, Clause::new("Ⅴ.3.7.エ"))?;
            if suspected == site.leak.feared.is_some() {
                return Ok(vec![]);
            }
            SiteEvent::LeakSuspected { suspected, note, on }
        }
        SiteCommand::LinkAlert { title, url, on: day } => {
            let clause = Clause::new("Ⅴ.3.4.オ");
            said(&title, clause)?;
            require(is_web_address(&url), Refusal::under(clause, Why::Unusable))?;
            require(day <= on, Refusal::under(clause, Why::InTheFuture))?;
            SiteEvent::AlertLinked { title, url: url.trim().to_owned(), on: day }
        }
        SiteCommand::RecordNda { with, on: day, until, reference } => {
            said(&with, Clause::new("Ⅴ.3.7"))?;
            require(day <= on, Refusal::under(Clause::new("Ⅴ.3.7"), Why::InTheFuture))?;
            SiteEvent::SiteNdaRecorded { with, on: day, until, reference }
        }
        SiteCommand::Disclose { ground, to, fields, attachments, purpose } => {
            let told = Told { ground, to, fields, attachments, purpose };
            disclosure::disclose(site, told, rules.edition, on)?
        }
        SiteCommand::RecordResult { disclosure, result } => {
            let clause = Clause::new("Ⅴ.3.7");
            said(&result, clause)?;
            let open = site.disclosures.iter().any(|one| one.number == disclosure && one.result.is_none());
            require(open, Refusal::under(clause, Why::NothingAsked))?;
            SiteEvent::SiteResultRecorded { disclosure, result, on }
        }
        _ => return Err(Refusal::plain(Why::NotYours)),
    };
    Ok(vec![event])
}

fn classify(site: &SiteState, mut decided: Classification) -> Result<Vec<SiteEvent>, Refusal> {
    let clause = Clause::new("Ⅴ.3.11");
    require(!decided.effects.is_empty(), Refusal::under(clause, Why::TextMissing))?;
    let mut effects = Vec::new();
    for effect in decided.effects {
        if !effects.contains(&effect) {
            effects.push(effect);
        }
    }
    decided.effects = effects;
    if site.classification.as_ref() == Some(&decided) {
        return Ok(vec![]);
    }
    Ok(vec![SiteEvent::SiteClassified(decided)])
}
