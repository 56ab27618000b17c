//! When what happens: the road of a case in days after its report, and the whole demo in one order.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use rulebook::calendar::Calendar;
use rulebook::moment::instant_of;

use super::data::{Answers, Extra, Goal, Judged, Ladder, Story, Then, World};
use super::sites::SiteDeed;
use crate::failure::Outcome;

/// Something that somebody does in a case. A number is the place of a developer in the case's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    Receive,
    MarkHigh,
    OwnReport,
    NoteOnReport,
    Ask,
    Answer,
    Talk,
    TalkBack,
    Reject,
    Accept,
    OwnCase,
    Rate,
    HandOver,
    NoteOnCase,
    AskBodies,
    AnswerBodies,
    Contact(usize),
    ContactAgain(usize, u8),
    Confirm(usize),
    Release(usize),
    Message(usize),
    Reply(usize),
    Thanks(usize),
    Verify(usize),
    Counter(usize),
    Status(usize),
    Propose(usize),
    SetDay,
    ChangeDay,
    Draft,
    Write,
    Preview,
    Comment(usize),
    Approve,
    CoSign,
    WriteUpdate,
    Update,
    Search,
    AskForAddress,
    FinderSays,
    WriteLetter,
    TryAgain,
    Judge,
    ListName,
    ListProduct,
    AppendDeadline,
    Resume,
    EndSilent,
    Refuse,
    NotifyImpossible,
    JudgeImpossible,
    GiveMaterial,
    Convene,
    HasInterest,
    PreparePapers,
    Opine,
    Vote,
    PassJudgement,
    AskMinister,
    AskView,
    /// In a website case; the step's number is its place among these.
    Site(SiteDeed),
}

/// A deed at its instant.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    pub at: Timestamp,
    pub story: usize,
    pub deed: Deed,
}

/// Days after the report on which the milestones of a road lie.
struct Pace {
    accept: i64,
    hand_over: i64,
    contact: i64,
    confirm: i64,
    release: i64,
    verify: i64,
    day: i64,
    draft: i64,
}

const FINDERS: Pace =
    Pace { accept: 4, hand_over: 6, contact: 8, confirm: 10, release: 12, verify: 20, day: 32, draft: 35 };
/// A developer that reports on its own product knows it already (Ⅳ.6).
const OWN: Pace = Pace { accept: 2, hand_over: 3, contact: 4, confirm: 4, release: 5, verify: 6, day: 9, draft: 11 };

/// Days between the draft and what follows it.
const PREVIEW: i64 = 2;
const APPROVE: i64 = 8;
const CO_SIGN: i64 = 10;
/// Days between the report and an update: after the 45 days and the publication.
const UPDATE: i64 = 64;

/// A deed and the day after the report on which it lies.
type Planned = Vec<(i64, Deed)>;

/// The road of a case as far as it has come.
fn road(story: &Story) -> Outcome<Planned> {
    let pace = if story.own { OWN } else { FINDERS };
    let mut planned = vec![(0, Deed::Receive)];
    at_the_desk(story, &mut planned);
    if story.to == Goal::Rejected {
        planned.push((7, Deed::Reject));
    }
    if story.to < Goal::Accepted {
        return Ok(planned);
    }
    planned.push((pace.accept, Deed::Accept));
    add(&mut planned, story.has(Extra::Owner), pace.accept, Deed::OwnCase);
    add(&mut planned, !story.has(Extra::Unrated), pace.accept, Deed::Rate);
    add(&mut planned, story.has(Extra::Note), pace.accept + 1, Deed::NoteOnCase);
    add(&mut planned, story.to >= Goal::HandedOver, pace.hand_over, Deed::HandOver);
    add(&mut planned, story.has(Extra::Bodies), pace.hand_over + 1, Deed::AskBodies);
    add(&mut planned, story.has(Extra::Bodies), pace.hand_over + 2, Deed::AnswerBodies);
    for (place, (_, answers)) in story.asked()?.into_iter().enumerate() {
        of_developer(story, &pace, place, answers, &mut planned);
    }
    if let Some(judged) = story.judged {
        to_committee(judged, &mut planned);
    }
    of_text(story, &pace, &mut planned);
    Ok(planned)
}

fn add(planned: &mut Planned, happened: bool, day: i64, deed: Deed) {
    if happened {
        planned.push((day, deed));
    }
}

fn at_the_desk(story: &Story, planned: &mut Planned) {
    let undecided = story.to < Goal::Accepted;
    add(planned, story.has(Extra::High), 1, Deed::MarkHigh);
    add(planned, story.has(Extra::Owner), 1, Deed::OwnReport);
    add(planned, story.has(Extra::Note) && undecided, 1, Deed::NoteOnReport);
    add(planned, story.has(Extra::Question), 2, Deed::Ask);
    add(planned, story.has(Extra::Answered), 4, Deed::Answer);
    add(planned, story.has(Extra::Talk), 7, Deed::Talk);
    add(planned, story.has(Extra::Talk) && story.days > 12, 8, Deed::TalkBack);
}

fn of_developer(story: &Story, pace: &Pace, place: usize, answers: Answers, planned: &mut Planned) {
    let spread = i64::try_from(place).unwrap_or(0);
    let reaches = |goal: Goal| story.to >= goal;
    let answered = !matches!(answers, Answers::Silent | Answers::Unreachable);
    add(planned, reaches(Goal::Contacted), pace.contact + spread % 3, Deed::Contact(place));
    if let Some(ladder) = story.ladder {
        on_ladder(ladder, story.then, pace.contact, planned);
    } else if reaches(Goal::Contacted) && !answered {
        for (again, days) in [(1, 6), (2, 9), (3, 25), (4, 40)] {
            add(planned, pace.contact + days < story.days, pace.contact + days, Deed::ContactAgain(place, again));
        }
    }
    if !answered {
        return;
    }
    let (confirm, release) = (pace.confirm + spread % 4, pace.release + spread % 4);
    add(planned, reaches(Goal::Confirmed), confirm, Deed::Confirm(place));
    add(planned, reaches(Goal::DetailsSent), release, Deed::Release(place));
    let talks = story.has(Extra::Message) && place == 0 && reaches(Goal::DetailsSent);
    add(planned, talks, release + 3, Deed::Message(place));
    add(planned, talks && reaches(Goal::Verified), release + 5, Deed::Reply(place));
    add(planned, talks && reaches(Goal::DateAgreed), release + 6, Deed::Thanks(place));
    let verify = pace.verify + spread % 6;
    let knows = answers != Answers::Investigating;
    add(planned, reaches(Goal::Verified) && knows, verify, Deed::Verify(place));
    // Whoever refuses the publication has nothing ready.
    let refuses = story.judged.is_some();
    let works = !refuses && matches!(answers, Answers::Affected | Answers::NotAffected | Answers::Investigating);
    let slow = if story.own { 1 } else { 6 };
    add(planned, reaches(Goal::Verified) && works && answers == Answers::Affected, verify + slow, Deed::Counter(place));
    add(planned, reaches(Goal::Verified) && works, verify + slow, Deed::Status(place));
    let proposes = reaches(Goal::DateAgreed) && works && !story.own && place.is_multiple_of(4);
    add(planned, proposes, pace.day - 1, Deed::Propose(place));
    let comments = reaches(Goal::Previewed) && place % 3 != 2;
    add(planned, comments, pace.draft + PREVIEW + 2 + spread % 3, Deed::Comment(place));
}

/// The way to a developer that never answers. Ten business days lie between the contacts; the name comes a month after
/// the third one, the product three months after the name, and the deadline with the next issue of the list. Each has
/// some days of grace, for what falls on a holiday is done before it.
fn on_ladder(ladder: Ladder, then: Option<Then>, contact: i64, planned: &mut Planned) {
    let reaches = |rung: Ladder| ladder >= rung;
    add(planned, reaches(Ladder::Searched), contact + 4, Deed::Search);
    add(planned, reaches(Ladder::Searched), contact + 4, Deed::AskForAddress);
    add(planned, reaches(Ladder::Written), contact + 7, Deed::FinderSays);
    add(planned, reaches(Ladder::Written), contact + 15, Deed::WriteLetter);
    add(planned, reaches(Ladder::Tried), contact + 31, Deed::TryAgain);
    add(planned, reaches(Ladder::Name), contact + 50, Deed::Judge);
    add(planned, reaches(Ladder::Name), contact + 68, Deed::ListName);
    add(planned, reaches(Ladder::Product), contact + 166, Deed::ListProduct);
    add(planned, reaches(Ladder::Deadline), contact + 258, Deed::AppendDeadline);
    add(planned, then == Some(Then::Resumed), contact + 190, Deed::Resume);
    add(planned, then == Some(Then::Removed), contact + 120, Deed::EndSilent);
}

/// The way to a judgement, after the developer has stated its result. The meeting is twenty days after it is called;
/// what comes after it has room for the free days at the end of the year.
fn to_committee(judged: Judged, planned: &mut Planned) {
    let steps = [
        (29, Deed::Refuse),
        (30, Deed::NotifyImpossible),
        (32, Deed::JudgeImpossible),
        (33, Deed::GiveMaterial),
        (35, Deed::Convene),
        (36, Deed::HasInterest),
        (38, Deed::PreparePapers),
        (43, Deed::Opine),
        (45, Deed::Vote),
    ];
    planned.extend(steps);
    let decided = judged == Judged::Decided;
    add(planned, decided, 66, Deed::PassJudgement);
    add(planned, decided, 67, Deed::AskMinister);
    add(planned, decided, 68, Deed::AskView);
}

fn of_text(story: &Story, pace: &Pace, planned: &mut Planned) {
    let reaches = |goal: Goal| story.to >= goal;
    add(planned, reaches(Goal::DateAgreed), pace.day, Deed::SetDay);
    add(planned, reaches(Goal::DateAgreed) && story.has(Extra::DayChanged), pace.day + 9, Deed::ChangeDay);
    add(planned, reaches(Goal::Drafted), pace.draft, Deed::Draft);
    add(planned, reaches(Goal::Drafted), pace.draft + 1, Deed::Write);
    add(planned, reaches(Goal::Previewed), pace.draft + PREVIEW, Deed::Preview);
    add(planned, reaches(Goal::Approved), pace.draft + APPROVE, Deed::Approve);
    add(planned, reaches(Goal::CoSigned), pace.draft + CO_SIGN, Deed::CoSign);
    add(planned, reaches(Goal::Updated), UPDATE, Deed::WriteUpdate);
    add(planned, reaches(Goal::Updated), UPDATE, Deed::Update);
}

/// Everything that happens in all cases up to now, in one order.
pub fn plan(world: &World, calendar: &Calendar, now: Timestamp, offset: i8) -> Outcome<Vec<Step>> {
    let mut steps = Vec::new();
    for (number, story) in world.stories.iter().enumerate() {
        steps.extend(placed(number, story.days, road(story)?, calendar, now, offset));
    }
    for (number, site) in world.sites.iter().enumerate() {
        let planned = site.road().into_iter().map(|(day, deed)| (day, Deed::Site(deed))).collect();
        steps.extend(placed(number, site.days, planned, calendar, now, offset));
    }
    steps.sort_by_key(|step| step.at);
    Ok(steps)
}

/// The instants of what is planned for days after a report that came so many days ago.
fn placed(story: usize, ago: i64, mut planned: Planned, calendar: &Calendar, now: Timestamp, offset: i8) -> Vec<Step> {
    let came = rulebook::moment::day_of(now, offset).saturating_sub(ago.days());
    // Stable: what lies on one day stays in the order in which it was planned.
    planned.sort_by_key(|(day, _)| *day);
    let mut last = Timestamp::UNIX_EPOCH;
    let mut steps = Vec::with_capacity(planned.len());
    for (place, (day, deed)) in planned.into_iter().enumerate() {
        let date = came.saturating_add(day.days());
        let date = if day == 0 { date } else { working_day(calendar, date) };
        let at = hour(date, story, place, offset).unwrap_or(now).max(last + 7.minutes());
        // Nothing happens later than now: what came today came a little while ago.
        let latest = now - 25.minutes();
        last = at.min(latest.max(last + 1.second()));
        steps.push(Step { at: last, story, deed });
    }
    steps
}

/// People work on business days: what would fall on another day was done before.
pub fn working_day(calendar: &Calendar, mut date: Date) -> Date {
    while !calendar.is_business_day(date) {
        date = date.saturating_sub(1.day());
    }
    date
}

/// Some time between nine and five, another one for each deed.
fn hour(date: Date, story: usize, place: usize, offset: i8) -> Option<Timestamp> {
    let minutes = (story * 97 + place * 61) % (7 * 60);
    let morning = instant_of(date, 9, offset)?;
    Some(morning + i64::try_from(minutes).ok()?.minutes())
}

#[cfg(test)]
mod tests {
    use super::super::data::World;
    use super::*;

    #[test]
    fn nothing_lies_in_the_future_and_a_case_goes_on_in_its_order() {
        let world = World::read().expect("the tables are whole");
        let calendar = casework::editions::calendar().expect("the calendar is whole");
        for now in ["2026-11-21T03:40:00Z", "2026-11-22T15:01:00Z", "2027-01-04T00:10:00Z"] {
            let now: Timestamp = now.parse().expect("an instant");
            let steps = plan(&world, &calendar, now, 9).expect("the plan is whole");
            assert!(steps.iter().all(|step| step.at <= now));
            for number in 0..world.stories.len() {
                let of_product = |step: &&Step| step.story == number && !matches!(step.deed, Deed::Site(_));
                let own: Vec<_> = steps.iter().filter(of_product).collect();
                assert_eq!(own[0].deed, Deed::Receive);
                assert!(own.windows(2).all(|pair| pair[0].at < pair[1].at), "case {number}");
            }
        }
    }
}
