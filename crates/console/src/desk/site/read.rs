//! From a form to what is to be done. What is wrong stands at its field.

use casework::sites::{SiteJoining, SiteOrder};
use formats::cvss::Vector;
use rulebook::case::{AttemptOutcome, CaseContent, ContactMeans};
use rulebook::ids::AttachmentId;
use rulebook::party::Party;
use rulebook::report::Condition;
use rulebook::site::{
    FixCheck, LeakItem, OperatorAddress, OperatorAnswer, OperatorCategory, OperatorConsent, OperatorSource, SiteAction,
    SiteCommand, SiteDisclosureGround, SiteEnding, SiteField, SiteThread,
};

use super::bench::{ADDRESSES, Bench};
use crate::desk::case::cvss::Calculator;
use crate::desk::case::influence;
use crate::desk::classified;
use crate::forms::Fields;
use crate::parts::{Wrong, day, line, maybe, maybe_day, maybe_line, one, text};

/// What a form wants done.
pub(super) enum Order {
    Site(Box<SiteOrder>),
    /// Give it to whom the form names.
    Own,
    Join {
        /// The report's number, as typed.
        report: String,
        joining: SiteJoining,
    },
    Product {
        content: Box<CaseContent>,
        name_site: bool,
    },
}

impl From<SiteCommand> for Order {
    fn from(command: SiteCommand) -> Self {
        SiteOrder::from(command).into()
    }
}

impl From<SiteOrder> for Order {
    fn from(order: SiteOrder) -> Self {
        Order::Site(Box::new(order))
    }
}

/// Entries of a numbered list, from 1.
fn place(fields: &Fields, name: &'static str) -> Result<usize, Wrong> {
    fields.get(name).parse().ok().filter(|place| *place > 0).ok_or((name, "judgement-choose"))
}

fn yes(fields: &Fields, name: &'static str) -> Result<bool, Wrong> {
    one(fields, name, |word| match word {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    })
}

fn chosen(fields: &Fields) -> Vec<SiteField> {
    SiteField::ALL.into_iter().filter(|field| fields.all("field").any(|word| word == field.word())).collect()
}

fn addresses(fields: &Fields) -> Result<Vec<OperatorAddress>, Wrong> {
    let mut found = Vec::new();
    for (means, to) in ADDRESSES {
        let address = maybe_line(fields, to)?;
        match (ContactMeans::of_word(fields.get(means)), address.is_empty()) {
            (_, true) => {}
            (Some(means), false) => found.push(OperatorAddress { means, to: address }),
            (None, false) => return Err((to, "desk-attempt-means-missing")),
        }
    }
    Ok(found)
}

fn rate(fields: &Fields) -> Result<Order, Wrong> {
    let settled = Calculator::Three.settle(|name| fields.get(name));
    let vector: Option<Vector> = settled.map_err(|_| ("vector", "site-desk-vector-unreadable"))?;
    let vector = vector.ok_or(("vector", "site-desk-vector-unreadable"))?.to_string();
    Ok(SiteOrder::Rate { vector, factors: influence::factors(|name| fields.get(name)) }.into())
}

fn content(fields: &Fields) -> Result<CaseContent, Wrong> {
    Ok(CaseContent {
        product: line(fields, "product")?,
        developer: maybe_line(fields, "developer")?,
        versions: maybe_line(fields, "versions")?,
        environment: maybe(fields, "environment")?,
        kind: line(fields, "kind")?,
        steps: text(fields, "steps")?,
        threat: maybe(fields, "threat")?,
        ..CaseContent::default()
    })
}

impl Bench<'_> {
    /// What a form wants done.
    ///
    /// # Errors
    /// The field that is wrong.
    pub(super) fn read(&self, action: SiteAction, fields: &Fields) -> Result<Order, Wrong> {
        use SiteCommand as C;
        Ok(match action {
            SiteAction::Own => Order::Own,
            SiteAction::Note => SiteOrder::AddNote(text(fields, "text")?).into(),
            SiteAction::Classify => {
                let decided = classified::read(fields).map_err(|()| (classified::KIND, "sites-kind-half"))?;
                C::Classify(decided.ok_or((classified::KIND, "judgement-choose"))?).into()
            }
            SiteAction::Rate => rate(fields)?,
            SiteAction::JoinReport => {
                let ticked = |one: &Condition| fields.all("confirmed").any(|word| word == one.word());
                let confirmed = Condition::ALL.into_iter().filter(ticked).collect();
                let joining = SiteJoining { confirmed, reason: text(fields, "reason")?, site: self.desk.view().id };
                Order::Join { report: line(fields, "report")?, joining }
            }
            SiteAction::HandToProduct => {
                Order::Product { content: Box::new(content(fields)?), name_site: fields.has("name_site") }
            }
            SiteAction::Close => SiteOrder::Close {
                ending: one(fields, "ending", SiteEnding::of_word)?,
                to_finder: text(fields, "to_finder")?,
                to_operator: maybe(fields, "to_operator")?,
            }
            .into(),
            SiteAction::Reopen => C::Reopen { reason: text(fields, "reason")? }.into(),
            SiteAction::LinkAlert => {
                C::LinkAlert { title: line(fields, "title")?, url: line(fields, "url")?, on: day(fields, "on")? }.into()
            }
            other => self.read_reaching(other, fields)?,
        })
    }

    /// From the search for the operator to the confirmed contact.
    fn read_reaching(&self, action: SiteAction, fields: &Fields) -> Result<Order, Wrong> {
        use SiteCommand as C;
        let command = match action {
            SiteAction::CheckSource => C::CheckSource {
                source: one(fields, "source", OperatorSource::of_word)?,
                found: fields.has("found"),
                note: maybe(fields, "note")?,
            },
            SiteAction::IdentifyOperator => C::IdentifyOperator {
                name: line(fields, "name")?,
                category: one(fields, "category", OperatorCategory::of_word)?,
                addresses: addresses(fields)?,
            },
            SiteAction::ContactOperator => {
                let means = one(fields, "means", ContactMeans::of_word)?;
                C::ContactOperator {
                    means,
                    to: line(fields, "to")?,
                    on: day(fields, "on")?,
                    outcome: one(fields, "outcome", AttemptOutcome::of_word)?,
                    // Elsewhere a link is on paper or read out, and has a form of its own.
                    link: means == ContactMeans::Mail && fields.has("link"),
                    note: maybe(fields, "note")?,
                }
            }
            SiteAction::NoteAttempt => C::NoteAttempt {
                attempt: u32::try_from(place(fields, "attempt")?).unwrap_or(u32::MAX),
                outcome: one(fields, "outcome", AttemptOutcome::of_word)?,
                note: maybe(fields, "note")?,
            },
            SiteAction::ConfirmOperator => {
                C::ConfirmOperator { person: line(fields, "person")?, mail: maybe_line(fields, "mail")? }
            }
            other => return self.read_talk(other, fields),
        };
        Ok(command.into())
    }

    /// What goes between desk and operator.
    fn read_talk(&self, action: SiteAction, fields: &Fields) -> Result<Order, Wrong> {
        use SiteCommand as C;
        let command = match action {
            SiteAction::SendDetails => C::SendDetails {
                fields: chosen(fields),
                advice: maybe(fields, "advice")?,
                attachments: self.files(fields)?,
            },
            SiteAction::ReceiveDetails => C::ReceiveDetails,
            SiteAction::Answer => C::Answer {
                answer: one(fields, "answer", OperatorAnswer::of_word)?,
                words: maybe(fields, "words")?,
                ready_on: maybe_day(fields, "ready_on")?,
            },
            SiteAction::Write => {
                let (text, question) = (text(fields, "text")?, fields.has("question"));
                let order = SiteOrder::Write { thread: SiteThread::Operator, text, question, files: Vec::new() };
                return Ok(order.into());
            }
            SiteAction::Consult => {
                let found = self.desk.case.reports.get(place(fields, "enquirer")? - 1);
                let report = found.ok_or(("enquirer", "judgement-choose"))?.id;
                return Ok(SiteOrder::Consult { report, text: text(fields, "text")? }.into());
            }
            SiteAction::AskConsent => C::AskConsent(one(fields, "what", OperatorConsent::of_word)?),
            SiteAction::GiveConsent => {
                C::GiveConsent { what: one(fields, "what", OperatorConsent::of_word)?, agrees: yes(fields, "agrees")? }
            }
            SiteAction::CheckFix => {
                C::CheckFix { result: one(fields, "result", FixCheck::of_word)?, note: maybe(fields, "note")? }
            }
            SiteAction::PassTalk => {
                let wisher = self.wisher(fields)?;
                let report = match wisher {
                    Party::Finder(report) => report,
                    _ => {
                        let with = self.desk.case.reports.get(place(fields, "with")? - 1);
                        with.ok_or(("with", "judgement-choose"))?.id
                    }
                };
                C::PassTalk { wisher, report }
            }
            SiteAction::AnswerTalk => C::AnswerTalk { wisher: self.wisher(fields)?, agrees: false },
            other => return self.read_outside(other, fields),
        };
        Ok(command.into())
    }

    /// What concerns others: a leak, and who is told outside.
    fn read_outside(&self, action: SiteAction, fields: &Fields) -> Result<Order, Wrong> {
        use SiteCommand as C;
        let command = match action {
            SiteAction::SuspectLeak => {
                C::SuspectLeak { suspected: yes(fields, "suspected")?, note: text(fields, "note")? }
            }
            SiteAction::PublishLeak => C::PublishLeak {
                url: line(fields, "url")?,
                items: fields.all("item").filter_map(LeakItem::of_word).collect(),
            },
            SiteAction::RecordNda => C::RecordNda {
                with: line(fields, "with")?,
                on: day(fields, "on")?,
                until: maybe_day(fields, "until")?,
                reference: maybe_line(fields, "reference")?,
            },
            SiteAction::Disclose => C::Disclose {
                ground: one(fields, "ground", SiteDisclosureGround::of_word)?,
                to: line(fields, "to")?,
                fields: chosen(fields),
                attachments: self.files(fields)?,
                purpose: text(fields, "purpose")?,
            },
            SiteAction::RecordResult => C::RecordResult {
                disclosure: u32::try_from(place(fields, "disclosure")?).unwrap_or(u32::MAX),
                result: text(fields, "result")?,
            },
            _ => return Err(("form", "judgement-choose")),
        };
        Ok(command.into())
    }

    /// The files that were ticked, by their places.
    fn files(&self, fields: &Fields) -> Result<Vec<AttachmentId>, Wrong> {
        let all = &self.desk.view().attachments;
        let id = |place: &str| {
            let place: usize = place.parse().ok()?;
            all.get(place.wrapping_sub(1)).map(|file| file.id)
        };
        fields.all("file").map(|place| id(place).ok_or(("file", "judgement-choose"))).collect()
    }

    /// Whose wish to talk was chosen.
    fn wisher(&self, fields: &Fields) -> Result<Party, Wrong> {
        let talk = self.desk.view().talks.get(place(fields, "wish")? - 1);
        talk.map(|talk| talk.wisher).ok_or(("wish", "judgement-choose"))
    }
}
