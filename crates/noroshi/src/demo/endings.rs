//! Cases of the demo that end without a publication, and a product whose support has ended.

use casework::Actor;
use jiff::ToSpan;
use rulebook::advisory::AffectedProduct;
use rulebook::case::CaseCommand;
use rulebook::case::ending::{DropGround, EndingCommand, EndingGround, FixPlan, StopUsing};
use rulebook::ids::{CaseId, DeveloperId};

use super::data::{Answers, Goal};
use super::world::Stage;
use crate::failure::{Failure, Outcome};

/// What dropping a publication rests on.
const SAID: [&str; 2] = [
    "検証結果の説明どおり、仕様として公開されている動作であることを、手元の環境で確かめました。",
    "影響を受けるのは管理者が自分で設定を変えたときだけで、影響は小さいと製品開発者から連絡がありました。",
];
/// What the finder is told of the end.
const EXPLAINED: &str = "ご届出いただいた動作について、製品開発者と調整機関が確認しました。説明書に記載された動作であり、\
    利用者の権限を越えるものではないため、脆弱性関連情報には当たらないと判断しました。お知らせいただき、ありがとうございました。";

impl Stage {
    /// Everything of this file.
    pub async fn end(&self) -> Outcome {
        // The developer says that it is no vulnerability: dropped, stopped, told to the finder.
        let ended = self.verified(|answers| answers == Answers::NotVulnerability)?;
        self.drop_publication(ended, DropGround::NotVulnerability, SAID[0]).await?;
        let (ground, reason) = (EndingGround::NotVulnerabilityInformation, EXPLAINED.to_owned());
        self.ending(self.case(ended)?, self.desk(ended), EndingCommand::Stop { ground, reason }).await?;
        // Dropped, and the receiving body has not decided yet.
        let dropped = self.verified(|answers| answers == Answers::NeedsMore)?;
        self.drop_publication(dropped, DropGround::SmallInfluence, SAID[1]).await?;
        self.end_support().await
    }

    /// The first verified case whose first developer answers so.
    fn verified(&self, suits: impl Fn(Answers) -> bool) -> Outcome<usize> {
        let answers = |number: usize| self.developer(number, 0).is_ok_and(|(_, answers, _)| suits(answers));
        let fits = |number: &usize| self.story(*number).to == Goal::Verified && answers(*number);
        let found = (0..self.world.stories.len()).find(fits);
        found.ok_or_else(|| Failure::new("no case of the demo can end like this"))
    }

    async fn drop_publication(&self, number: usize, ground: DropGround, reason: &str) -> Outcome {
        let (case, coordinator) = (self.case(number)?, self.coordinator(number));
        let said_by = self.informed(case, coordinator).await?;
        let command = EndingCommand::Drop { ground, said_by: Some(said_by), reason: reason.to_owned() };
        self.ending(case, coordinator, command).await
    }

    /// The first developer of a case that has the details.
    pub(super) async fn informed(&self, case: CaseId, coordinator: Actor) -> Outcome<DeveloperId> {
        let page = self.office.case_page(case, coordinator).await?;
        let side = page.view.developers.iter().find(|side| side.details.is_some()).map(|side| side.id);
        side.ok_or_else(|| Failure::new("no developer of the case has the details"))
    }

    async fn ending(&self, case: CaseId, actor: Actor, command: EndingCommand) -> Outcome {
        Ok(self.office.act(case, actor, None, CaseCommand::Ending(command).into()).await?)
    }

    /// An old line of the product gets no fix any more, and its developer agrees to "stop using it" (case C of the report
    /// of fiscal 2019).
    async fn end_support(&self) -> Outcome {
        let drafted = (0..self.world.stories.len()).find(|number| self.story(*number).to == Goal::Drafted);
        let number = drafted.ok_or_else(|| Failure::new("no case of the demo is being written"))?;
        let (case, coordinator) = (self.case(number)?, self.coordinator(number));
        let page = self.office.case_page(case, coordinator).await?;
        let text = page.view.advisory.as_ref().and_then(|draft| draft.content.clone());
        let mut text = text.ok_or_else(|| Failure::new("the case of the demo has no text"))?;
        let row = text.affected.first().cloned().unwrap_or_default();
        let product = format!("{} 1", row.product);
        text.affected.push(AffectedProduct {
            vendor: row.vendor,
            product: product.clone(),
            ..AffectedProduct::default()
        });
        let developer = self.informed(case, coordinator).await?;
        let command = EndingCommand::StateEndOfSupport {
            developer,
            product: product.clone(),
            ended_on: self.today().saturating_sub(7.months()),
            fix: FixPlan::None,
            agrees: StopUsing::Yes,
        };
        self.ending(case, coordinator, command).await?;
        text.stop_using = vec![product];
        Ok(self.office.act(case, coordinator, None, CaseCommand::EditAdvisory(Box::new(text)).into()).await?)
    }
}
