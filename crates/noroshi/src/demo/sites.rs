//! Website cases of the demo: one in every state, told by the desk, by operators, and by finders.

use casework::sites::{SiteAcceptance, SiteOrder};
use casework::{Actor, NewReport};
use jiff::ToSpan;
use rulebook::case::{AttemptOutcome, ContactMeans};
use rulebook::edition::Range;
use rulebook::ids::{ReportId, SiteCaseId};
use rulebook::influence::RangeFactors;
use rulebook::party::Party;
use rulebook::report::Condition;
use rulebook::report::form::{Answer, ReportForm};
use rulebook::site::{
    Classification, OperatorAddress, OperatorAnswer, OperatorCategory, OperatorSource, SiteCause, SiteCommand,
    SiteContent, SiteEffect, SiteEnding, SiteField, SiteKind, SiteThread,
};
use rulebook::text::{Language, Localized};
use serde::Deserialize;

use super::data::World;
use super::forms;
use super::phrases;
use super::world::Stage;
use crate::failure::{Failure, Outcome};

/// How far a website case has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SiteGoal {
    Accepted,
    Found,
    Contacted,
    Confirmed,
    Received,
    Answered,
    Ended,
}

/// A website case, from its report on.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SiteStory {
    /// So many days ago its report came.
    pub days: i64,
    to: SiteGoal,
    kind: String,
    counted: SiteKind,
    effects: Vec<SiteEffect>,
    #[serde(default = "application")]
    cause: SiteCause,
    pub url: String,
    #[serde(rename = "where")]
    place: Localized,
    finder: String,
    operator: String,
    category: OperatorCategory,
    pub mail: String,
    answer: Option<OperatorAnswer>,
    ending: Option<SiteEnding>,
    /// The operator never answers.
    #[serde(default)]
    silent: bool,
    /// A public alert covers it.
    #[serde(default)]
    alert: bool,
    /// Personal data may be leaking.
    #[serde(default)]
    leak: bool,
    /// The desk marked it on arrival.
    #[serde(default)]
    high: bool,
}

const fn application() -> SiteCause {
    SiteCause::Application
}

/// Something that somebody does in a website case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiteDeed {
    Receive,
    MarkHigh,
    Accept,
    Own,
    Classify,
    Rate,
    CheckSite,
    CheckRegistry,
    Identify,
    LinkAlert,
    Contact,
    ContactAgain(u8),
    Confirm,
    SendDetails,
    Read,
    FearLeak,
    AskBack,
    Answer,
    Close,
}

/// What is known of a website case so far.
#[derive(Default)]
pub struct SiteProgress {
    report: Option<ReportId>,
    site: Option<SiteCaseId>,
}

impl SiteStory {
    /// The road of a case as far as it has come, in days after its report.
    pub fn road(&self) -> Vec<(i64, SiteDeed)> {
        let reaches = |goal: SiteGoal| self.to >= goal;
        let answered = reaches(SiteGoal::Answered) && self.answer.is_some();
        let steps = [
            (true, 0, SiteDeed::Receive),
            (self.high, 1, SiteDeed::MarkHigh),
            (true, 3, SiteDeed::Accept),
            (reaches(SiteGoal::Found), 4, SiteDeed::Own),
            (reaches(SiteGoal::Found), 4, SiteDeed::Classify),
            (reaches(SiteGoal::Found), 4, SiteDeed::Rate),
            (reaches(SiteGoal::Found), 5, SiteDeed::CheckSite),
            (reaches(SiteGoal::Found), 5, SiteDeed::CheckRegistry),
            (reaches(SiteGoal::Found), 5, SiteDeed::Identify),
            (reaches(SiteGoal::Contacted), 7, SiteDeed::Contact),
            (self.silent, 22, SiteDeed::ContactAgain(0)),
            (self.silent, 37, SiteDeed::ContactAgain(1)),
            (self.alert, 20, SiteDeed::LinkAlert),
            (reaches(SiteGoal::Confirmed), 9, SiteDeed::Confirm),
            (reaches(SiteGoal::Received), 11, SiteDeed::SendDetails),
            (reaches(SiteGoal::Received), 13, SiteDeed::Read),
            (self.leak, 16, SiteDeed::FearLeak),
            (self.leak, 18, SiteDeed::AskBack),
            (answered, 30, SiteDeed::Answer),
            (reaches(SiteGoal::Ended), 34, SiteDeed::Close),
        ];
        steps.into_iter().filter(|(happened, ..)| *happened).map(|(_, day, deed)| (day, deed)).collect()
    }

    fn form(&self, world: &World) -> Outcome<ReportForm> {
        let person = world.person(&self.finder)?;
        Ok(ReportForm {
            language: person.language,
            finder_name: person.name.clone(),
            affiliation: person.affiliation.clone(),
            phone: person.phone.clone(),
            email: person.mail.clone(),
            consents: person.consents(),
            reported_elsewhere: Answer::No,
            encryption: Answer::No,
            ..forms::about_site(world, &self.kind, &self.place, &self.url, person.language)?
        })
    }

    /// The copy, in the operator's language.
    fn copy(&self, world: &World) -> Outcome<SiteContent> {
        let form = forms::about_site(world, &self.kind, &self.place, &self.url, Language::Ja)?;
        Ok(SiteContent::from_form(&form))
    }
}

impl Stage {
    /// Does a step of a website case.
    pub async fn on_site(&mut self, number: usize, deed: SiteDeed) -> Outcome {
        match deed {
            SiteDeed::Receive => {
                let form = self.world.sites[number].form(&self.world)?;
                self.sites[number].report = Some(self.receive_form(form).await?);
                return Ok(());
            }
            SiteDeed::MarkHigh => {
                let (report, desk) = (self.site_report(number)?, self.desk(number));
                let order = casework::ReportOrder::MarkHighImpact(true);
                return Ok(self.office.act_on_report(report, desk, None, order).await?);
            }
            SiteDeed::Accept => return self.accept_site(number).await,
            _ => {}
        }
        let site = self.sites[number].site.ok_or_else(|| Failure::new("there is no website case yet"))?;
        let theirs = matches!(deed, SiteDeed::Confirm | SiteDeed::Read | SiteDeed::AskBack | SiteDeed::Answer);
        let actor = if theirs { Actor::bearer(Party::SiteOperator(site)) } else { self.desk(number) };
        let order = if theirs { self.of_operator(number, deed) } else { self.of_desk(number, deed)? };
        Ok(self.office.act_on_site(site, actor, None, order).await?)
    }

    /// Takes a form in as if it had been typed on the page.
    pub async fn receive_form(&self, form: ReportForm) -> Outcome<ReportId> {
        Ok(self.office.receive(NewReport::typed(form)).await?.report)
    }

    fn site_report(&self, number: usize) -> Outcome<ReportId> {
        self.sites[number].report.ok_or_else(|| Failure::new("there is no report of a website yet"))
    }

    async fn accept_site(&mut self, number: usize) -> Outcome {
        let story = &self.world.sites[number];
        let language = self.world.person(&story.finder)?.language;
        let (ja, en) = phrases::SITE_ACCEPTED;
        let reason = if language == Language::Ja { ja } else { en }.to_owned();
        let content = story.copy(&self.world)?;
        let acceptance = SiteAcceptance { confirmed: Condition::ALL.to_vec(), reason, content, first: vec![] };
        let (report, desk) = (self.site_report(number)?, self.desk(number));
        self.sites[number].site = Some(self.office.accept_site_report(report, desk, None, acceptance).await?);
        Ok(())
    }

    fn of_desk(&self, number: usize, deed: SiteDeed) -> Outcome<SiteOrder> {
        let story = &self.world.sites[number];
        let looked = |source, found, note: &str| SiteCommand::CheckSource { source, found, note: note.to_owned() };
        Ok(match deed {
            SiteDeed::Own => SiteCommand::SetOwner(self.desk(number).account).into(),
            SiteDeed::Classify => {
                let effects = story.effects.clone();
                let passive = story.effects.contains(&SiteEffect::FalseInformation);
                SiteCommand::Classify(Classification { kind: story.counted, effects, cause: story.cause, passive })
                    .into()
            }
            SiteDeed::Rate => {
                let vector = self.world.kinds.get(&story.kind).map(|kind| kind.vector.clone());
                let vector = vector.ok_or_else(|| Failure::new("no such kind"))?;
                let factors = RangeFactors { users: Some(Range::Narrow), social: None, attack_seen: Some(false) };
                SiteOrder::Rate { vector, factors }
            }
            SiteDeed::CheckSite => looked(OperatorSource::Site, true, "問合せのページに宛先あり").into(),
            SiteDeed::CheckRegistry => looked(OperatorSource::Registry, false, "代行業者の名義").into(),
            SiteDeed::Identify => {
                let addresses = vec![OperatorAddress { means: ContactMeans::Mail, to: story.mail.clone() }];
                let (name, category) = (story.operator.clone(), story.category);
                SiteCommand::IdentifyOperator { name, category, addresses }.into()
            }
            SiteDeed::LinkAlert => SiteCommand::LinkAlert {
                title: "買い物かごソフトウェアの更新について".to_owned(),
                url: "https://www.mihari.example/alerts/2026/kago".to_owned(),
                on: self.today(),
            }
            .into(),
            SiteDeed::Contact => self.attempt_on_site(story, ContactMeans::Mail, true),
            SiteDeed::ContactAgain(0) => self.attempt_on_site(story, ContactMeans::Phone, false),
            SiteDeed::ContactAgain(_) => self.attempt_on_site(story, ContactMeans::Fax, false),
            SiteDeed::SendDetails => {
                let fields = SiteField::ALL.into_iter().filter(|field| *field != SiteField::Notes).collect();
                let advice = phrases::SITE_ADVICE.to_owned();
                SiteCommand::SendDetails { fields, advice, attachments: vec![] }.into()
            }
            SiteDeed::FearLeak => {
                let note = "予約した人の氏名と電話番号が、番号を変えるだけで見えます。".to_owned();
                SiteCommand::SuspectLeak { suspected: true, note }.into()
            }
            SiteDeed::Close => SiteOrder::Close {
                ending: story.ending.ok_or_else(|| Failure::new("it does not end"))?,
                to_finder: phrases::SITE_CLOSED[0].to_owned(),
                to_operator: phrases::SITE_CLOSED[1].to_owned(),
            },
            other => return Err(Failure::new(format!("the desk does no {other:?}"))),
        })
    }

    fn attempt_on_site(&self, story: &SiteStory, means: ContactMeans, link: bool) -> SiteOrder {
        let to = if means == ContactMeans::Mail { story.mail.clone() } else { "03-0000-0100".to_owned() };
        let note = if link { String::new() } else { "応答なし。留守番電話も返信もない。".to_owned() };
        let (on, outcome) = (self.today(), AttemptOutcome::Waiting);
        SiteCommand::ContactOperator { means, to, on, outcome, link, note }.into()
    }

    fn of_operator(&self, number: usize, deed: SiteDeed) -> SiteOrder {
        let story = &self.world.sites[number];
        match deed {
            SiteDeed::Confirm => {
                let person = format!("{} ホームページ担当", story.operator);
                SiteCommand::ConfirmOperator { person, mail: story.mail.clone() }.into()
            }
            SiteDeed::Read => SiteCommand::ReceiveDetails.into(),
            SiteDeed::Answer => {
                let answer = story.answer.unwrap_or(OperatorAnswer::Fixed);
                let words = phrases::site_answer(answer).to_owned();
                let ready_on = (answer == OperatorAnswer::WillFix).then(|| self.today().saturating_add(60.days()));
                SiteCommand::Answer { answer, words, ready_on }.into()
            }
            _ => SiteOrder::Write {
                thread: SiteThread::Operator,
                text: phrases::SITE_QUESTION.to_owned(),
                question: false,
                files: vec![],
            },
        }
    }

    /// One finder looked at many sites of the same make: alike reports that wait to be taken in one sitting.
    pub async fn flood(&self) -> Outcome {
        let (name, email) = phrases::FLOOD_FINDER;
        for site in phrases::FLOOD {
            let url = format!("https://www.{site}.example/search?q=");
            let place = Localized::new("サイト内の検索欄", "the search of the site");
            let about = forms::about_site(&self.world, "xss", &place, &url, Language::Ja)?;
            let form = ReportForm {
                finder_name: name.to_owned(),
                email: email.to_owned(),
                reported_elsewhere: Answer::No,
                encryption: Answer::No,
                consents: rulebook::report::form::Consents {
                    share_identity: Answer::No,
                    direct_contact: Answer::No,
                    publish_name: Answer::No,
                },
                ..about
            };
            self.receive_form(form).await?;
        }
        Ok(())
    }
}
