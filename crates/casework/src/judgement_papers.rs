//! The papers of a judgement on publication (Ⅳ.3.(2)): made by the receiving body, which is the committee's secretariat,
//! from its own view of the case. Nothing is recorded by making one, but that the case was opened.

use jiff::civil::Date;
use letters::{
    Addressee, ConfirmationRequest, HistoryEntry, JudgementNotice, Letterhead, MinutesSummary, Organisation, Outcome,
    Paper, Recipient, ResultNotice,
};
use rulebook::case::CaseView;
use rulebook::case::judgement::{Announcement, Round, Ruling, Verdict};
use rulebook::ids::CaseId;
use rulebook::party::Party;
use rulebook::text::Language;
use store::{Append, Token};

use crate::error::{Error, Result};
use crate::office::{Actor, Office};
use crate::papers::{addressee, paper_language, print};
use crate::reach::LetterAddress;

mod minutes;
mod procedure;

/// Which paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JudgementPaper {
    /// To the developer: that it will be judged (Ⅳ.3.(2).3).
    Notice,
    /// To the developer: the result and its reason (Ⅳ.3.(2).6).
    DeveloperResult,
    /// To the coordinator: the same.
    CoordinatorResult,
    /// 議事概要.
    Minutes,
    /// To the minister: the request to confirm the procedure (Ⅳ.3.(2).7.ア.1).
    Confirmation,
}

impl JudgementPaper {
    /// In the order of the road.
    pub const ALL: [JudgementPaper; 5] = [
        JudgementPaper::Notice,
        JudgementPaper::Minutes,
        JudgementPaper::DeveloperResult,
        JudgementPaper::CoordinatorResult,
        JudgementPaper::Confirmation,
    ];

    /// Its stable word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            JudgementPaper::Notice => "notice",
            JudgementPaper::DeveloperResult => "developer-result",
            JudgementPaper::CoordinatorResult => "coordinator-result",
            JudgementPaper::Minutes => "minutes",
            JudgementPaper::Confirmation => "confirmation",
        }
    }

    /// Whether everything that it says is there: a result to publish asks the developer for its view, so that was asked
    /// before; a developer that cannot be reached gets no result, and its case needs no confirmation.
    #[must_use]
    pub fn is_ready(self, round: &Round) -> bool {
        let reached = !round.is_unreachable();
        match self {
            JudgementPaper::Notice => round.announcement.is_some(),
            JudgementPaper::Minutes => round.ruling.is_some() && round.meeting.is_some(),
            JudgementPaper::CoordinatorResult => round.ruling.is_some(),
            JudgementPaper::DeveloperResult => {
                let asked = round.verdict() != Some(Verdict::Publish) || round.view_asked.is_some();
                round.ruling.is_some() && reached && asked
            }
            JudgementPaper::Confirmation => round.verdict() == Some(Verdict::Publish) && reached,
        }
    }

    /// Whether it carries a one-time link for the developer.
    #[must_use]
    pub fn has_link(self, round: &Round) -> bool {
        self == JudgementPaper::Notice
            || self == JudgementPaper::DeveloperResult && round.verdict() == Some(Verdict::Publish)
    }
}

/// A paper as it is asked for.
#[derive(Clone, Debug)]
pub struct JudgementPaperOrder {
    /// Which.
    pub paper: JudgementPaper,
    /// In which language.
    pub language: Language,
    /// 文書番号.
    pub reference: String,
    /// Whom it goes to; not read for the minutes and for the coordinator.
    pub address: LetterAddress,
    /// Number of the meeting, from 1 (minutes).
    pub meeting: u32,
    /// Where it met (minutes).
    pub place: String,
    /// Who presided: its place among those who took part, from 0 (minutes).
    pub presides: Option<usize>,
}

/// What the papers of a round are made from.
struct Desk<'a> {
    office: &'a Office,
    view: &'a CaseView,
    round: &'a Round,
    order: &'a JudgementPaperOrder,
    /// The developer's name in the language of the paper.
    developer: String,
    today: Date,
}

impl Office {
    /// A paper of the newest round, as PDF with its file name. A one-time link on it works from then on.
    ///
    /// # Errors
    /// `NotFound` for everybody but the receiving body; [`Error::Unusable`] while what it says is not there;
    /// [`Error::Paper`], [`Error::Unprintable`], or the store's.
    pub async fn judgement_paper(
        &self,
        case: CaseId,
        actor: Actor,
        order: &JudgementPaperOrder,
    ) -> Result<(String, Vec<u8>)> {
        if actor.party != Party::ReceivingBody {
            return Err(Error::NotFound);
        }
        let view = self.case_page(case, actor).await?.view;
        let round = view.judgement.round().filter(|round| order.paper.is_ready(round));
        let round = round.ok_or(Error::Unusable("a paper about what is not there yet"))?;
        let now = self.now();
        let token = order.paper.has_link(round).then(|| self.entropy().token());
        let (language, named) = (order.language, round.developer);
        let mut order = order.clone();
        order.address.organisation = self.named_in(language, named, &order.address.organisation).await?;
        let side = view.developers.iter().find(|side| named == Some(side.id));
        let developer = self.named_in(language, named, side.map_or("", |side| side.name.as_str())).await?;
        let desk = Desk { office: self, view: &view, round, order: &order, developer, today: now.today };
        let bytes = print(desk.paper(token.as_ref())?).await?;
        if let Some((token, developer)) = token.zip(round.developer) {
            let mut append = Append::new(now.at, actor.id());
            append.tokens.push(self.answer_grant(token, case, developer));
            self.store().append(append).await?;
        }
        Ok((format!("{}-{}.pdf", view.number, order.paper.word()), bytes))
    }

    /// The receiving body at the head of its papers.
    pub(crate) fn secretariat_head(&self, language: Language) -> Organisation {
        let settings = self.settings();
        let own = &settings.secretariat;
        let department = own.department.get(language).trim();
        Organisation {
            name: settings.partnership.receiving_body.get(language).to_owned(),
            department: (!department.is_empty()).then(|| department.to_owned()),
            postal_code: own.postal_code.clone(),
            address: own.address.get(language).to_owned(),
            phone: own.phone.clone(),
            mail: settings.secretariat_mail().to_owned(),
            website: settings.url(""),
        }
    }
}

impl Desk<'_> {
    fn paper(&self, token: Option<&Token>) -> Result<Paper> {
        let missing = || Error::Unusable("a paper about what is not there yet");
        Ok(match self.order.paper {
            JudgementPaper::Notice => {
                let told = self.round.announcement.as_ref().ok_or_else(missing)?;
                Paper::JudgementNotice(self.notice(told, self.link(token)))
            }
            JudgementPaper::DeveloperResult | JudgementPaper::CoordinatorResult => {
                let ruling = self.round.ruling.as_ref().ok_or_else(missing)?;
                Paper::ResultNotice(self.result(ruling, self.link(token)))
            }
            JudgementPaper::Minutes => Paper::MinutesSummary(self.minutes().ok_or_else(missing)?),
            JudgementPaper::Confirmation => {
                let ruling = self.round.ruling.as_ref().ok_or_else(missing)?;
                Paper::ConfirmationRequest(self.confirmation(ruling))
            }
        })
    }

    fn link(&self, token: Option<&Token>) -> String {
        token.map_or_else(String::new, |token| self.office.answer_url(self.order.language, token))
    }

    fn say<'b>(&self, ja: &'b str, en: &'b str) -> &'b str {
        match self.order.language {
            Language::Ja => ja,
            Language::En => en,
        }
    }

    fn head(&self, to: Addressee) -> Letterhead {
        Letterhead {
            language: paper_language(self.order.language),
            from: self.office.secretariat_head(self.order.language),
            to,
            reference: self.order.reference.clone(),
            date: self.today,
        }
    }

    /// Product and versions, as the case says them.
    fn product(&self) -> String {
        let content = self.view.content.as_ref();
        let parts = content.map(|content| [content.product.trim(), content.versions.trim()]);
        parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("　")
    }

    fn notice(&self, told: &Announcement, answer_link: String) -> JudgementNotice {
        JudgementNotice {
            head: self.head(addressee(&self.order.address)),
            product: self.product(),
            case_number: self.view.number.clone(),
            vulnerability: told.information.clone(),
            grounds: told.grounds.clone(),
            history: history(&told.history),
            draft: told.draft.clone(),
            send_to: told.send_to.clone(),
            answer_link,
            opinions_by: told.deadline,
        }
    }

    fn result(&self, ruling: &Ruling, answer_link: String) -> ResultNotice {
        let to_developer = self.order.paper == JudgementPaper::DeveloperResult;
        let view_by = self.round.view_asked.map_or(ruling.on, |(_, until)| until);
        ResultNotice {
            head: self.head(if to_developer { addressee(&self.order.address) } else { self.coordinator() }),
            recipient: if to_developer { Recipient::Developer } else { Recipient::Coordinator },
            product: self.product(),
            case_number: self.view.number.clone(),
            judged_on: self.judged_on(ruling),
            outcome: match ruling.verdict {
                Verdict::Publish => Outcome::Publish { publication_day: self.round.day, answer_link, view_by },
                Verdict::NotPublish => Outcome::NotPublish,
                Verdict::SentBack => Outcome::SentBack,
            },
            reason: ruling.reason.clone(),
        }
    }

    /// When the committee met; what came of it may be recorded later.
    fn judged_on(&self, ruling: &Ruling) -> Date {
        self.round.meeting.as_ref().map_or(ruling.on, |meeting| meeting.meets_on)
    }

    fn coordinator(&self) -> Addressee {
        let head = self.office.coordinator_head(self.order.language);
        Addressee {
            organisation: Some(head.name),
            department: head.department,
            person: None,
            postal_code: (!head.postal_code.is_empty()).then_some(head.postal_code),
            address: head.address,
        }
    }

    fn confirmation(&self, ruling: &Ruling) -> ConfirmationRequest {
        ConfirmationRequest {
            head: self.head(addressee(&self.order.address)),
            product: self.product(),
            developer: self.developer.clone(),
            case_number: self.view.number.clone(),
            judged_on: self.judged_on(ruling),
            reason: ruling.reason.clone(),
            steps: self.steps(),
            enclosures: self.enclosures(),
        }
    }

    /// Nothing without a meeting and a decision.
    fn minutes(&self) -> Option<MinutesSummary> {
        let (meeting, ruling) = (self.round.meeting.as_ref()?, self.round.ruling.as_ref()?);
        let language = self.order.language;
        let settings = self.office.settings();
        let present = self.present(ruling);
        let seats = self.round.seats().count();
        Some(MinutesSummary {
            language: paper_language(language),
            committee: settings.secretariat.committee.get(language).to_owned(),
            secretariat: settings.partnership.receiving_body.get(language).to_owned(),
            number: self.order.meeting,
            held_on: meeting.meets_on,
            place: self.order.place.clone(),
            reference: self.order.reference.clone(),
            absent: u32::try_from(seats.saturating_sub(present.len())).unwrap_or_default(),
            present,
            cases: vec![self.case(ruling)],
        })
    }
}

/// The history as it was told, line by line: a day at the beginning of a line becomes its day.
fn history(text: &str) -> Vec<HistoryEntry> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let entry = |line: &str| match dated(line) {
        Some((date, what)) => HistoryEntry { date: Some(date), what: what.to_owned() },
        None => HistoryEntry { date: None, what: line.to_owned() },
    };
    lines.map(entry).collect()
}

/// `2026-11-21 …`, `2026/11/21 …` or `2026年11月21日　…`.
fn dated(line: &str) -> Option<(Date, &str)> {
    let mut numbers = [0_i16; 3];
    let mut rest = line;
    for number in &mut numbers {
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        *number = rest[..end].parse().ok()?;
        rest = rest[end..].trim_start_matches(['-', '/', '年', '月', '日']);
    }
    let [year, month, day] = numbers;
    let date = Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()?;
    let what = rest.trim_start_matches([' ', '　', ':', '：', '\t']);
    (!what.is_empty()).then_some((date, what))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_line_of_the_history_may_begin_with_its_day() {
        let day = date(2026, 11, 21);
        for line in ["2026-11-21 連絡した", "2026/11/21：連絡した", "2026年11月21日　連絡した"] {
            assert_eq!(dated(line), Some((day, "連絡した")), "{line}");
        }
        for line in ["2026年ごろ連絡した", "2026-13-01 連絡した", "3回連絡した", "2026-11-21"] {
            assert_eq!(dated(line), None, "{line}");
        }
        let history = history("2026-11-21 連絡した\n\n 返事はない ");
        assert_eq!(history.iter().map(|entry| entry.date).collect::<Vec<_>>(), [Some(day), None]);
    }
}
