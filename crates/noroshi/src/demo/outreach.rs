//! Who else is told in the demo: open source software with many developers in waves, a coordinator overseas, and what
//! a developer and a finder ask of the bodies.

use casework::Actor;
use jiff::ToSpan;
use rulebook::case::outreach::{DisclosureGround, Involvement, OutreachCommand, Recipient, RecipientKind, Tlp};
use rulebook::case::{CaseCommand, ContentField};
use rulebook::ids::CaseId;
use rulebook::party::Party;

use super::data::Goal;
use super::world::Stage;
use crate::failure::{Failure, Outcome};

/// The software that many others build in.
const LIBRARY: &str = "tsumugi/lib";
/// So many more of the register are told in the second wave.
const LATER: usize = 2;

/// What a coordinator overseas is told for.
const PURPOSE: &str = "Reach the developers in Europe that build the library into their products.";
/// What the flaw means for other products.
const AFFECTS: &str = "圧縮データを受け取る製品の多くが、このライブラリを組み込んでいます。古い版を独自に改修した製品では、版の番号だけでは判断できません。";
/// What a developer cannot reproduce, whom it wants to tell, and how.
const ASKED: [&str; 3] = [
    "手順どおりに試しましたが、当社の環境では再現できません。届出のあったサイトの設定を教えてください。",
    "保守契約のある官公庁と病院（38か所）",
    "保守の担当者が、電話のあと、暗号化した書面で知らせます。",
];

impl Stage {
    /// Everything of this file.
    pub async fn reach_out(&self) -> Outcome {
        let library = (0..self.world.stories.len()).find(|number| self.story(*number).product == LIBRARY);
        let library = library.ok_or_else(|| Failure::new("the demo has no library"))?;
        self.waves(library).await?;
        self.tell_overseas(library).await?;
        let asked = (0..self.world.stories.len()).find(|number| self.story(*number).to == Goal::DetailsSent);
        self.ask(asked.ok_or_else(|| Failure::new("no developer of the demo has just got the details"))?).await
    }

    async fn outreach(&self, case: CaseId, actor: Actor, command: OutreachCommand) -> Outcome {
        Ok(self.office.act(case, actor, None, CaseCommand::Outreach(command).into()).await?)
    }

    /// The community first, then those who build it in, and two that nobody has told yet.
    async fn waves(&self, number: usize) -> Outcome {
        let (case, coordinator) = (self.case(number)?, self.coordinator(number));
        let asked = self.story(number).asked()?.len();
        for place in 0..asked {
            let (_, _, developer) = self.developer(number, place)?;
            let involvement = match place {
                0 => Involvement::OssCommunity,
                place if place % 7 == 3 => Involvement::Distributor,
                place if place % 11 == 5 => Involvement::ServiceProvider,
                _ => Involvement::Embeds,
            };
            self.outreach(case, coordinator, OutreachCommand::SetInvolvement { developer, involvement, wave: 1 })
                .await?;
        }
        let on_it: Vec<_> = self.office.case_page(case, coordinator).await?.view.developers;
        let others = self.developers.values().filter(|id| on_it.iter().all(|side| side.id != **id));
        for developer in others.take(LATER).copied() {
            self.office.add_developer(case, coordinator, None, developer).await?;
            let involvement = Involvement::Intermediate;
            self.outreach(case, coordinator, OutreachCommand::SetInvolvement { developer, involvement, wave: 2 })
                .await?;
        }
        let day = self.today().saturating_add(5.days());
        self.outreach(case, coordinator, OutreachCommand::PlanWave { wave: 2, day }).await
    }

    async fn tell_overseas(&self, number: usize) -> Outcome {
        let (case, coordinator) = (self.case(number)?, self.coordinator(number));
        let with = "Lighthouse Coordination Center".to_owned();
        let on = self.today().saturating_sub(400.days());
        let nda =
            OutreachCommand::RecordNda { with: with.clone(), on, until: None, reference: "NDA-2025-11".to_owned() };
        let told = OutreachCommand::Disclose {
            recipient: Recipient {
                kind: RecipientKind::OverseasCoordinator,
                name: with,
                contact: "coordination@lighthouse.example".to_owned(),
                developer: None,
            },
            ground: DisclosureGround::LargeInfluenceOverseas,
            fields: vec![ContentField::Product, ContentField::Kind, ContentField::Steps],
            attachments: vec![],
            nda: Some(1),
            consent: String::new(),
            purpose: PURPOSE.to_owned(),
            tlp: Tlp::AmberStrict,
        };
        self.outreach(case, coordinator, nda).await?;
        self.outreach(case, coordinator, told).await?;
        let summary = AFFECTS.to_owned();
        self.outreach(case, self.desk(number), OutreachCommand::AnalyseInfluence { summary }).await
    }

    /// A developer that cannot reproduce it asks about the site and wants to tell its customers; the finder wishes to talk.
    async fn ask(&self, number: usize) -> Outcome {
        let case = self.case(number)?;
        let (key, _, id) = self.developer(number, 0)?;
        let developer = self.as_developer(&key, id);
        self.outreach(case, developer, OutreachCommand::AskSiteInformation { why: ASKED[0].to_owned() }).await?;
        let day = self.today().saturating_add(14.days());
        let (whom, how) = (ASKED[1].to_owned(), ASKED[2].to_owned());
        self.outreach(case, developer, OutreachCommand::AskUserNotice { whom, day, how }).await?;
        let finder = Actor::bearer(Party::Finder(self.report(number)?));
        self.outreach(case, finder, OutreachCommand::WishTalk).await
    }
}
