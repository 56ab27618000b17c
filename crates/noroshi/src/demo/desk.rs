//! What finders and the reception desk do in the demo.

use casework::{Acceptance, Actor, NewReport, ReceivedFile, ReportOrder};
use rulebook::case::CaseCommand;
use rulebook::edition::Range;
use rulebook::influence::RangeFactors;
use rulebook::party::Party;
use rulebook::report::problems::problems;
use rulebook::report::{Channel, Condition};
use rulebook::text::Language;

use super::data::{Extra, Story};
use super::forms;
use super::phrases::{self, pick};
use super::plan::Deed;
use super::world::Stage;
use crate::failure::{Failure, Outcome};

/// Reports that came as files: name, bytes.
const LETTERS: [(&str, &[u8]); 4] = [
    ("unclear-mail.eml", include_bytes!("data/unclear-mail.eml")),
    ("incomplete-form.txt", include_bytes!("data/incomplete-form.txt")),
    ("encrypted-mail.eml", include_bytes!("data/encrypted-mail.eml")),
    ("contradicting-form.txt", include_bytes!("data/contradicting-form.txt")),
];

/// What finders attach: a picture of a screen, and notes.
const SCREEN: &[u8] = include_bytes!("data/screen.png");
const STEPS: &str = "検証の記録\n\n1. 製品を初期設定で用意\n2. 届出の手順のとおり操作\n3. 画面は screen.png のとおり\n";

/// How many use a product, as far as the desk knows: few is usual, and sometimes nobody knows.
const USERS: [Option<Range>; 9] = {
    let (few, some, many) = (Some(Range::Narrow), Some(Range::Medium), Some(Range::Wide));
    [few, some, few, few, many, few, some, few, None]
};

impl Stage {
    /// A report comes in.
    pub async fn receive(&mut self, number: usize) -> Outcome {
        let story = self.story(number);
        if !story.file.is_empty() {
            return self.receive_file(number).await;
        }
        let form = forms::form(&self.world, story, self.today())?;
        let files = if story.has(Extra::Attachment) { self.attachments().await? } else { vec![] };
        let new = NewReport {
            problems: problems(&form),
            form,
            kind_known: true,
            needs_reading: false,
            channel: if number % 9 == 4 { Channel::TextForm } else { Channel::WebForm },
            files,
            original: None,
            import_key: None,
        };
        let receipt = self.office.receive(new).await?;
        let progress = &mut self.progress[number];
        progress.report = Some(receipt.report);
        progress.number = receipt.number;
        progress.secret = receipt.secret.map(|secret| secret.as_str().to_owned()).unwrap_or_default();
        Ok(())
    }

    async fn receive_file(&mut self, number: usize) -> Outcome {
        let name = self.story(number).file.clone();
        let letter = LETTERS.iter().find(|(letter, _)| *letter == name);
        let (_, bytes) = letter.ok_or_else(|| Failure::new(format!("there is no letter {name}")))?;
        let imported = self.office.import_report(&name, bytes).await?;
        self.progress[number].report = Some(self.office.report_id(&imported.number).await?);
        Ok(())
    }

    async fn attachments(&self) -> Outcome<Vec<ReceivedFile>> {
        let mut files = Vec::new();
        for (name, bytes) in [("screen.png", SCREEN), ("steps.txt", STEPS.as_bytes())] {
            let limit = rulebook::report::form::MAX_ATTACHMENT_BYTES;
            let mut writer = self.office.store().attachment_writer(self.office.wall(), limit).await?;
            writer.write(bytes).await?;
            files.push(ReceivedFile { name: name.to_owned(), sealed: writer.finish().await? });
        }
        Ok(files)
    }

    /// What happens on a report until it is decided, and between finder and desk afterwards.
    pub async fn on_report(&self, number: usize, deed: Deed) -> Outcome {
        let story = self.story(number);
        let (report, desk) = (self.report(number)?, self.desk(number));
        let finder = Actor::bearer(Party::Finder(report));
        let said = |phrases| self.said(phrases, number, story);
        let write = |text: String, question| ReportOrder::Write { text, question, files: vec![] };
        let (actor, order) = match deed {
            Deed::MarkHigh => (desk, ReportOrder::MarkHighImpact(true)),
            Deed::OwnReport => (desk, ReportOrder::SetOwner(desk.account)),
            Deed::NoteOnReport => (desk, ReportOrder::AddNote { text: said(&phrases::NOTES)?, by: desk.signing()? }),
            Deed::Ask => (desk, write(said(&phrases::QUESTIONS)?, true)),
            Deed::Answer => (finder, write(said(&phrases::ANSWERS)?, false)),
            Deed::Talk => (finder, write(said(&phrases::TALK)?, false)),
            Deed::TalkBack => (desk, write(said(&phrases::TALK_BACK)?, false)),
            Deed::Reject => (desk, self.rejection(number)?),
            other => return Err(Failure::new(format!("{other:?} is nothing that is done with a report"))),
        };
        Ok(self.office.act_on_report(report, actor, None, order).await?)
    }

    /// A phrase in the finder's language; notes are for the desk itself, in Japanese.
    fn said(&self, phrases: &'static [(&'static str, &'static str)], number: usize, story: &Story) -> Outcome<String> {
        let own_side = std::ptr::eq(phrases, phrases::NOTES.as_slice());
        let language = if own_side { Language::Ja } else { forms::language(&self.world, story)? };
        Ok(pick(phrases, number, language).to_owned())
    }

    fn rejection(&self, number: usize) -> Outcome<ReportOrder> {
        let story = self.story(number);
        let failed = story.fails.ok_or_else(|| Failure::new("no condition fails"))?;
        let place = match failed {
            Condition::Complete | Condition::Consistent => 0,
            Condition::InScope => 1,
            Condition::IsVulnerability => 2,
            Condition::NotKnown => 3,
        };
        let language = forms::language(&self.world, story)?;
        let reason = pick(&phrases::REJECTED, place, language).to_owned();
        Ok(ReportOrder::Reject { failed: vec![failed], reason, illegal: false, known_at: String::new() })
    }

    /// The desk accepts: a case begins.
    pub async fn accept(&mut self, number: usize) -> Outcome {
        let story = self.story(number);
        let confirmed = if story.own { vec![] } else { Condition::ALL.to_vec() };
        let (ja, en) = phrases::ACCEPTED;
        let reason = if forms::language(&self.world, story)? == Language::Ja { ja } else { en };
        let content = forms::copy(&self.world, story)?;
        let acceptance = Acceptance { confirmed, reason: reason.to_owned(), content };
        let report = self.report(number)?;
        let case = self.office.accept_report(report, self.desk(number), None, acceptance).await?;
        self.progress[number].case = Some(case);
        Ok(())
    }

    /// The desk rates the influence (付録4).
    pub fn rating(&self, number: usize) -> Outcome<CaseCommand> {
        let story = self.story(number);
        let vector = self.world.kind(story)?.vector.clone();
        let score = formats::Cvss::parse(&vector).map_err(|_| Failure::new("a vector of the demo is broken"))?;
        let users = USERS[number % USERS.len()];
        let factors =
            RangeFactors { users, social: None, attack_seen: Some(story.has(Extra::High) && number.is_multiple_of(2)) };
        Ok(CaseCommand::RateInfluence { vector, score_tenths: score.base_score.tenths(), v4: None, factors })
    }

    /// The desk hands over: the copy, and the files that came.
    pub async fn hand_over(&self, number: usize) -> Outcome<CaseCommand> {
        let page = self.office.case_page(self.case(number)?, self.desk(number)).await?;
        let attachments = page.view.attachments.iter().map(|file| file.id).collect();
        Ok(CaseCommand::HandOver { content: forms::copy(&self.world, self.story(number))?, attachments })
    }
}
