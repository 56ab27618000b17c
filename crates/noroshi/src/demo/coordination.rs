//! What coordinator and developers do in the demo.

use casework::{Actor, CaseOrder};
use jiff::ToSpan;
use rulebook::case::{
    Affectedness, AttemptOutcome, CaseCommand, ContactMeans, ContentField, Countermeasure, ProductStatus,
    StatusStatement, Thread, Verification, VerificationResult, Weighing,
};
use rulebook::text::{Language, Localized};

use super::committee::is_at_committee;
use super::data::Answers;
use super::forms::{filled, page};
use super::phrases::{self, pick};
use super::plan::{Deed, Step, working_day};
use super::silent::is_on_ladder;
use super::world::Stage;
use crate::failure::{Failure, Outcome};

impl Stage {
    /// Does a step.
    pub async fn act(&mut self, step: &Step) -> Outcome {
        let number = step.story;
        match step.deed {
            Deed::Receive => self.receive(number).await,
            Deed::Site(deed) => self.on_site(number, deed).await,
            Deed::Accept => self.accept(number).await,
            Deed::Contact(place) => self.contact(number, place).await,
            Deed::Confirm(place) => self.confirm(number, place).await,
            Deed::SetDay | Deed::ChangeDay => self.set_day(number, step.deed).await,
            Deed::Draft
            | Deed::Write
            | Deed::Preview
            | Deed::Approve
            | Deed::CoSign
            | Deed::WriteUpdate
            | Deed::Update => self.on_text(number, step.deed).await,
            Deed::OwnCase => self.take(number).await,
            deed if is_on_ladder(deed) => self.on_ladder(number, deed).await,
            deed if is_at_committee(deed) => self.at_committee(number, deed).await,
            deed if is_on_report(deed) => self.on_report(number, deed).await,
            deed => {
                let (actor, order) = self.order(number, deed).await?;
                Ok(self.office.act(self.case(number)?, actor, None, order).await?)
            }
        }
    }

    async fn take(&self, number: usize) -> Outcome {
        let desk = self.desk(number);
        let order = CaseCommand::SetOwner(desk.account).into();
        Ok(self.office.act(self.case(number)?, desk, None, order).await?)
    }

    async fn order(&self, number: usize, deed: Deed) -> Outcome<(Actor, CaseOrder)> {
        let (desk, coordinator) = (self.desk(number), self.coordinator(number));
        let between =
            |phrases| CaseOrder::Write { thread: Thread::Bodies, text: pick(phrases, number, Language::Ja).to_owned() };
        Ok(match deed {
            Deed::Rate => (desk, self.rating(number)?.into()),
            Deed::HandOver => (desk, self.hand_over(number).await?.into()),
            Deed::NoteOnCase => (desk, CaseOrder::AddNote(pick(&phrases::NOTES, number, Language::Ja).to_owned())),
            Deed::AskBodies => (coordinator, between(&phrases::BODIES)),
            Deed::AnswerBodies => (desk, between(&phrases::BODIES_BACK)),
            Deed::ContactAgain(place, again) => (coordinator, self.attempt(number, place, again)?.into()),
            Deed::Release(place) => (coordinator, self.release(number, place).await?.into()),
            Deed::Message(place) => self.message(number, place, &phrases::TO_DEVELOPER, true)?,
            Deed::Reply(place) => self.message(number, place, &phrases::FROM_DEVELOPER, false)?,
            Deed::Thanks(place) => self.message(number, place, &phrases::THANKS, true)?,
            Deed::Verify(place)
            | Deed::Counter(place)
            | Deed::Status(place)
            | Deed::Propose(place)
            | Deed::Comment(place) => self.stated(number, place, deed)?,
            other => return Err(Failure::new(format!("nobody does {other:?}"))),
        })
    }

    /// The first attempt: a one-time link by mail, or a call where no mail arrives.
    async fn contact(&mut self, number: usize, place: usize) -> Outcome {
        let (key, answers, id) = self.developer(number, place)?;
        let (case, coordinator) = (self.case(number)?, self.coordinator(number));
        if place == 0 {
            let order = CaseCommand::SetOwner(coordinator.account).into();
            self.office.act(case, coordinator, None, order).await?;
        }
        self.office.add_developer(case, coordinator, None, id).await?;
        let order = if answers == Answers::Unreachable {
            self.attempt(number, place, 0)?
        } else {
            CaseCommand::SendAnswerLink { developer: id, to: self.world.maker(&key)?.mail.clone() }
        };
        self.office.act(case, coordinator, None, order.into()).await?;
        let today = self.today();
        self.progress[number].began.get_or_insert(today);
        Ok(())
    }

    pub fn attempt(&self, number: usize, place: usize, again: u8) -> Outcome<CaseCommand> {
        let (key, answers, developer) = self.developer(number, place)?;
        let maker = self.world.maker(&key)?;
        let gone = answers == Answers::Unreachable;
        let means = match again {
            0 | 3 => ContactMeans::Mail,
            1 if !maker.phone.is_empty() => ContactMeans::Phone,
            1 | 4 => ContactMeans::WebForm,
            _ if maker.address.is_empty() => ContactMeans::Sns,
            _ => ContactMeans::Post,
        };
        let to = match means {
            ContactMeans::Mail => &maker.mail,
            ContactMeans::Phone => &maker.phone,
            ContactMeans::Post => &maker.address,
            _ => &maker.website,
        };
        let note = match means {
            ContactMeans::Phone => phrases::CALLED[0].0,
            ContactMeans::WebForm => phrases::CALLED[1].0,
            ContactMeans::Post => phrases::CALLED[2].0,
            _ => "",
        };
        let outcome =
            if gone && means == ContactMeans::Mail { AttemptOutcome::Undeliverable } else { AttemptOutcome::Waiting };
        let on = self.today();
        Ok(CaseCommand::RecordContactAttempt { developer, means, to: to.clone(), on, outcome, note: note.into() })
    }

    /// Most developers confirm by themselves; some are written down by the coordinator.
    async fn confirm(&self, number: usize, place: usize) -> Outcome {
        let (key, _, id) = self.developer(number, place)?;
        let maker = self.world.maker(&key)?;
        let actor = if place % 5 == 4 { self.coordinator(number) } else { self.as_developer(&key, id) };
        let (person, mail) = (maker.manager.clone(), maker.mail.clone());
        Ok(self.office.confirm_contact(self.case(number)?, actor, None, id, person, mail).await?)
    }

    async fn release(&self, number: usize, place: usize) -> Outcome<CaseCommand> {
        let (_, _, developer) = self.developer(number, place)?;
        let page = self.office.case_page(self.case(number)?, self.coordinator(number)).await?;
        let copy = page.view.handed_over.ok_or_else(|| Failure::new("nothing was handed over"))?;
        let fields = ContentField::ALL.into_iter().filter(|field| !copy.content.get(*field).is_empty()).collect();
        Ok(CaseCommand::ReleaseDetails { developer, fields, attachments: copy.attachments })
    }

    fn message(
        &self,
        number: usize,
        place: usize,
        phrases: &'static [(&'static str, &'static str)],
        from_coordinator: bool,
    ) -> Outcome<(Actor, CaseOrder)> {
        let (key, _, id) = self.developer(number, place)?;
        let actor = if from_coordinator { self.coordinator(number) } else { self.as_developer(&key, id) };
        let text = pick(phrases, number, self.world.maker(&key)?.language).to_owned();
        Ok((actor, CaseOrder::Write { thread: Thread::Developer(id), text }))
    }

    /// What a developer states about itself.
    fn stated(&self, number: usize, place: usize, deed: Deed) -> Outcome<(Actor, CaseOrder)> {
        let (key, answers, id) = self.developer(number, place)?;
        let (story, maker) = (self.story(number), self.world.maker(&key)?);
        let product = self.world.product_of(story, &key)?;
        let language = maker.language;
        let name = product.name(language);
        let fill = |text: &str| filled(text, name, "").replace("{fixed}", &product.fixed);
        let command = match deed {
            Deed::Verify(_) => CaseCommand::StateVerification(verification(answers, language)),
            Deed::Counter(_) => {
                let kind = self.world.kind(story)?;
                CaseCommand::StateCountermeasure(Countermeasure {
                    fix: fill(pick(&phrases::FIXES, number + place, language)),
                    workaround: filled(kind.workaround.exact(language), name, story.place.exact(language)),
                    ready_on: self.progress[number].began.map(|day| day.saturating_add(40.days())),
                })
            }
            Deed::Status(_) => {
                let affected = answers == Answers::Affected;
                let status = ProductStatus {
                    product: product.full_name(),
                    from: product.from.clone(),
                    to: product.fixed.clone(),
                    until_fixed: true,
                    affected: Affectedness::Affected,
                };
                CaseCommand::StateStatus(StatusStatement {
                    affected: status_of(answers),
                    products: if affected { vec![status] } else { vec![] },
                    statement: statement(answers, number + place, &product.fixed),
                    link: if affected { page(maker, story) } else { String::new() },
                })
            }
            Deed::Propose(_) => {
                let target = self.progress[number].began.map(|day| day.saturating_add(45.days()));
                let comment = pick(&phrases::PROPOSALS, number + place, language).to_owned();
                CaseCommand::ProposeDay { day: target.map(|day| working_day(&self.calendar, day)), comment }
            }
            _ => {
                let comment = pick(&phrases::COMMENTS, number + place, language).to_owned();
                CaseCommand::CommentPreview { agrees: (number + place) % 3 != 2, comment }
            }
        };
        Ok((self.as_developer(&key, id), command.into()))
    }

    /// The day that the edition aims at, or the one that the developer wished; a change comes with its reason.
    async fn set_day(&mut self, number: usize, deed: Deed) -> Outcome {
        let case = self.case(number)?;
        let coordinator = self.coordinator(number);
        let page = self.office.case_page(case, coordinator).await?;
        let before = self.progress[number].day;
        let wished = if self.story(number).own { page.view.day } else { None };
        let aimed = before.or(wished).or(page.view.target_day);
        let aimed = aimed.or_else(|| self.progress[number].began.map(|day| day.saturating_add(45.days())));
        let aimed = aimed.ok_or_else(|| Failure::new("there is no day to aim at"))?;
        let later = if deed == Deed::ChangeDay { 8.days() } else { 0.days() };
        let day = working_day(&self.calendar, aimed.saturating_add(later));
        self.progress[number].day = Some(day);
        if page.view.day == Some(day) {
            return Ok(());
        }
        let moved = page.view.day.is_some();
        let reason = if moved { phrases::DAY_CHANGED.0.to_owned() } else { String::new() };
        let weighed = Weighing { similar_cases: phrases::SIMILAR_CASES.0.to_owned(), ..Weighing::default() };
        let order = CaseCommand::SetDay { day, reason, weighed }.into();
        Ok(self.office.act(case, coordinator, None, order).await?)
    }
}

fn is_on_report(deed: Deed) -> bool {
    matches!(
        deed,
        Deed::MarkHigh
            | Deed::OwnReport
            | Deed::NoteOnReport
            | Deed::Ask
            | Deed::Answer
            | Deed::Talk
            | Deed::TalkBack
            | Deed::Reject
    )
}

fn verification(answers: Answers, language: Language) -> Verification {
    let (result, (ja, en)) = match answers {
        Answers::Affected => (VerificationResult::Affected, ("", "")),
        Answers::NotAffected => (VerificationResult::NoInfluence, phrases::NOT_AFFECTED),
        Answers::CannotReproduce => (VerificationResult::CannotReproduce, phrases::CANNOT_REPRODUCE),
        Answers::NeedsMore => (VerificationResult::NeedsMore, phrases::NEEDS_MORE),
        Answers::OtherProduct => (VerificationResult::InOtherProduct, phrases::OTHER_PRODUCT),
        Answers::NotVulnerability => (VerificationResult::NotVulnerability, phrases::NOT_VULNERABILITY),
        // These state no result.
        Answers::Investigating | Answers::Silent | Answers::Unreachable => {
            (VerificationResult::NeedsMore, phrases::INVESTIGATING)
        }
    };
    Verification { result, explanation: if language == Language::Ja { ja } else { en }.to_owned() }
}

fn status_of(answers: Answers) -> Affectedness {
    match answers {
        Answers::Affected => Affectedness::Affected,
        Answers::NotAffected => Affectedness::NotAffected,
        Answers::Investigating => Affectedness::AffectedInvestigating,
        _ => Affectedness::Unknown,
    }
}

fn statement(answers: Answers, number: usize, fixed: &str) -> Localized {
    let (ja, en) = match answers {
        Answers::Affected => phrases::STATEMENTS[number % phrases::STATEMENTS.len()],
        Answers::NotAffected => phrases::NOT_AFFECTED,
        _ => phrases::INVESTIGATING,
    };
    Localized::new(ja.replace("{fixed}", fixed), en.replace("{fixed}", fixed))
}
