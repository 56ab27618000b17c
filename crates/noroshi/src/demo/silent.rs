//! Developers of the demo that never answer: searched for, written to, listed rung by rung; and one that is found.

use casework::reach::{AttemptOrder, LetterAddress, LetterOrder};
use casework::{CaseOrder, Error, RowText};
use jiff::ToSpan;
use rulebook::case::reach::{Address, Addressee, DelistReason, Outcome as Course, Source};
use rulebook::case::{AttemptOutcome, CaseCommand, ContactMeans, ReachCommand};

use super::data::Maker;
use super::phrases;
use super::plan::Deed;
use super::world::Stage;
use crate::failure::Outcome;

/// Whether a deed is a step on the way to a developer that does not answer.
pub const fn is_on_ladder(deed: Deed) -> bool {
    matches!(
        deed,
        Deed::Search
            | Deed::AskForAddress
            | Deed::FinderSays
            | Deed::WriteLetter
            | Deed::TryAgain
            | Deed::Judge
            | Deed::ListName
            | Deed::ListProduct
            | Deed::AppendDeadline
            | Deed::Resume
            | Deed::EndSilent
    )
}

impl Stage {
    /// Does a step of the ladder about the first developer of a case.
    pub async fn on_ladder(&self, number: usize, deed: Deed) -> Outcome {
        let (key, _, developer) = self.developer(number, 0)?;
        let maker = self.world.maker(&key)?;
        let (desk, coordinator) = (self.desk(number), self.coordinator(number));
        let note = |(ja, _): (&str, &str)| ja.to_owned();
        let (actor, order): (_, CaseOrder) = match deed {
            Deed::Search => return self.search(number, maker).await,
            Deed::WriteLetter => return self.write_letter(number, maker).await,
            Deed::EndSilent => return self.end_silent(number).await,
            Deed::TryAgain => (coordinator, self.attempt(number, 0, 0)?.into()),
            Deed::ListName => {
                let row = RowText { name: maker.name.clone(), reference: maker.website.clone(), remark: String::new() };
                (coordinator, CaseOrder::ListName { developer, row })
            }
            Deed::FinderSays => {
                let (on, found, note) = (self.today(), vec![], note(phrases::FINDER_SAID));
                let said = ReachCommand::CheckSource { developer, source: Source::Finder, on, found, note };
                (desk, CaseCommand::Reach(said).into())
            }
            Deed::Judge => {
                let reason = note(phrases::VERIFIABLE);
                (desk, CaseCommand::Reach(ReachCommand::JudgeVerifiability { verifiable: true, reason }).into())
            }
            other => (coordinator, CaseCommand::Reach(self.rung(number, other, maker)?).into()),
        };
        Ok(self.office.act(self.case(number)?, actor, None, order).await?)
    }

    fn rung(&self, number: usize, deed: Deed, maker: &Maker) -> Outcome<ReachCommand> {
        let (_, _, developer) = self.developer(number, 0)?;
        let (_, product) = self.world.product(self.story(number))?;
        Ok(match deed {
            Deed::AskForAddress => ReachCommand::AskFinder { developer, note: phrases::ASK_FINDER.0.to_owned() },
            Deed::ListProduct => ReachCommand::ListProduct {
                developer,
                product: product.ja.clone(),
                versions: format!("{} より前", product.fixed),
                addressee: if maker.manager.is_empty() { Addressee::Individual } else { Addressee::Organisation },
            },
            Deed::AppendDeadline => {
                ReachCommand::AppendDeadline { developer, deadline: self.today().saturating_add(2.months()) }
            }
            _ => ReachCommand::ResumeContact { developer, note: phrases::RESUMED.0.to_owned(), delist: true },
        })
    }

    /// The whole checklist; the registry knows the address if anybody does.
    async fn search(&self, number: usize, maker: &Maker) -> Outcome {
        let (_, _, developer) = self.developer(number, 0)?;
        let (case, coordinator, on) = (self.case(number)?, self.coordinator(number), self.today());
        for source in Source::ALL.into_iter().filter(|source| *source != Source::Finder) {
            let found = match source {
                Source::Site => vec![Address { means: ContactMeans::Mail, to: maker.mail.clone() }],
                Source::Registry if !maker.address.is_empty() => {
                    vec![Address { means: ContactMeans::Post, to: maker.address.clone() }]
                }
                _ => vec![],
            };
            let note = if source == Source::Internet { phrases::SEARCHED.0.to_owned() } else { String::new() };
            let checked = ReachCommand::CheckSource { developer, source, on, found, note };
            self.office.act(case, coordinator, None, CaseCommand::Reach(checked).into()).await?;
        }
        Ok(())
    }

    /// The second contact: a letter where an address is known. A machine without Japanese fonts logs it without paper.
    async fn write_letter(&self, number: usize, maker: &Maker) -> Outcome {
        let (case, coordinator) = (self.case(number)?, self.coordinator(number));
        if maker.address.is_empty() {
            let again = self.attempt(number, 0, 1)?;
            return Ok(self.office.act(case, coordinator, None, again.into()).await?);
        }
        let (_, _, developer) = self.developer(number, 0)?;
        let (code, address) = maker.address.trim_start_matches('〒').split_once(' ').unwrap_or(("", &maker.address));
        let letter = LetterOrder {
            developer,
            to: maker.address.clone(),
            address: LetterAddress {
                organisation: maker.name.clone(),
                person: maker.manager.clone(),
                postal_code: code.to_owned(),
                address: address.to_owned(),
                ..LetterAddress::default()
            },
            names_product: true,
            language: maker.language,
            answer_by: self.today().saturating_add(14.days()),
        };
        match self.office.contact_letter(case, coordinator, None, &letter).await {
            Err(Error::Paper(_)) => {
                let order = AttemptOrder {
                    developer,
                    means: ContactMeans::Post,
                    to: letter.to,
                    on: self.today(),
                    outcome: AttemptOutcome::Waiting,
                    note: String::new(),
                    files: vec![],
                };
                Ok(self.office.log_attempt(case, coordinator, None, order).await?)
            }
            other => Ok(other.map(|_| ())?),
        }
    }

    /// The receiving body lets a case end, and the row comes off the list.
    async fn end_silent(&self, number: usize) -> Outcome {
        let (_, _, developer) = self.developer(number, 0)?;
        let reason = phrases::NOT_WORTH.0.to_owned();
        let judged = ReachCommand::ConsiderIndividually { outcome: Course::End, reason };
        let off = ReachCommand::Delist { developer, reason: DelistReason::HandlingEnded, note: String::new() };
        for (actor, command) in [(self.desk(number), judged), (self.coordinator(number), off)] {
            self.office.act(self.case(number)?, actor, None, CaseCommand::Reach(command).into()).await?;
        }
        Ok(())
    }
}
