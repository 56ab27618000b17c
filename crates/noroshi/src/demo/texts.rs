//! The texts of the demo's advisories, in both languages.

use casework::CaseOrder;
use rulebook::advisory::{AdvisoryContent, AffectedProduct, Reference};
use rulebook::case::CaseCommand;
use rulebook::party::Party;
use rulebook::text::Localized;

use super::data::{Product, Story};
use super::forms::{filled, page};
use super::plan::Deed;
use super::world::Stage;
use crate::failure::{Failure, Outcome};

impl Stage {
    /// What is done with the text of a case.
    pub async fn on_text(&self, number: usize, deed: Deed) -> Outcome {
        let case = self.case(number)?;
        let writer = self.staff("okonkwo", Party::Coordinator);
        let head = self.staff("mori", Party::ReceivingBody);
        let (actor, order): (_, CaseOrder) = match deed {
            Deed::Draft => (writer, CaseOrder::StartAdvisory),
            Deed::Write => {
                let content = self.written(number).await?;
                (writer, CaseCommand::EditAdvisory(Box::new(content)).into())
            }
            Deed::Preview => (writer, CaseCommand::SendPreview.into()),
            Deed::Approve => (writer, CaseCommand::ApproveAdvisory(writer.signing()?).into()),
            Deed::CoSign => (head, CaseCommand::CoSignAdvisory(head.signing()?).into()),
            Deed::WriteUpdate => return self.sign_update(number).await,
            _ => (writer, CaseOrder::Publish { summary: Localized::new(UPDATED.0, UPDATED.1) }),
        };
        Ok(self.office.act(case, actor, None, order).await?)
    }

    /// The text as it stands.
    async fn text(&self, number: usize) -> Outcome<AdvisoryContent> {
        let writer = self.staff("okonkwo", Party::Coordinator);
        let page = self.office.case_page(self.case(number)?, writer).await?;
        let content = page.view.advisory.and_then(|draft| draft.content);
        content.ok_or_else(|| Failure::new("there is no text"))
    }

    /// The text that a coordinator makes of the draft.
    async fn written(&self, number: usize) -> Outcome<AdvisoryContent> {
        let story = self.story(number);
        let kind = self.world.kind(story)?;
        let (maker, product) = self.world.product(story)?;
        let both = |ja: String, en: String| Localized::new(ja, en);
        let details = both(
            format!("{}の処理に、{}（CWE-{}）の問題があります。", story.place.ja, kind.name.ja, kind.cwe),
            format!(
                "The product has an issue with {} (CWE-{}) in the processing of {}.",
                kind.title_en,
                kind.cwe,
                lower(&story.place.en)
            ),
        );
        let begun = self.text(number).await?;
        let workaround = |text: &str, product: &str, place: &str| filled(text, product, place);
        let solution = both(
            format!(
                "アップデートする\n開発者が提供する情報をもとに、最新版にアップデートしてください。\n\nワークアラウンドを実施する\n次の回避策を適用することで、本脆弱性の影響を軽減することが可能です。\n・{}",
                workaround(&kind.workaround.ja, &product.ja, &story.place.ja)
            ),
            format!(
                "Update the software\nUpdate to the latest version according to the information provided by the developer.\n\nApply the workaround\nApplying the following workaround may mitigate the impact.\n- {}",
                workaround(&kind.workaround.en, &product.en, &lower(&story.place.en))
            ),
        );
        Ok(AdvisoryContent {
            title: both(
                format!("{}における{}の脆弱性", product.ja, kind.name.ja),
                format!("{} vulnerable to {}", product.en, kind.title_en),
            ),
            overview: both(
                format!("{}が提供する{}には、{}の脆弱性が存在します。", maker.name, product.ja, kind.name.ja),
                format!("{} provided by {} contains a vulnerability: {}.", product.en, maker.name_en, kind.title_en),
            ),
            details,
            impact: kind.impact.clone(),
            solution,
            credit: self.credit(story)?,
            references: vec![Reference {
                title: format!("{} / {}", maker.name, maker.name_en),
                url: page(maker, story),
            }],
            critical: number % 11 == 5,
            // Far above the numbers that are given out in a year: they name nothing real.
            cve: vec![format!("CVE-2026-99{number:05}")],
            affected: named(product, begun.affected.clone()),
            ..begun
        })
    }

    /// The finder is thanked by name where both consents are given.
    fn credit(&self, story: &Story) -> Outcome<Localized> {
        if story.own {
            let (maker, _) = self.world.product(story)?;
            return Ok(Localized::new(
                format!(
                    "この脆弱性情報は、{}が製品利用者への周知を目的に受付機関に報告し、公表に至りました。",
                    maker.name
                ),
                format!("{} reported this vulnerability to notify users of the solution.", maker.name_en),
            ));
        }
        let person = self.world.person(&story.finder)?;
        let consents = person.consents();
        if !(consents.publish_name.is_yes() && consents.share_identity.is_yes()) {
            return Ok(Localized::default());
        }
        Ok(Localized::new(
            format!(
                "この脆弱性情報は、パートナーシップに基づき下記の方が受付機関に報告し、調整機関が開発者との調整を行いました。\n報告者：{} 氏",
                person.credit.ja
            ),
            format!(
                "{} reported this vulnerability under the Partnership, and the coordinator worked with the developer.",
                person.credit.en
            ),
        ))
    }

    /// An update: the text is changed and signed anew by both.
    async fn sign_update(&self, number: usize) -> Outcome {
        let case = self.case(number)?;
        let writer = self.staff("okonkwo", Party::Coordinator);
        let head = self.staff("mori", Party::ReceivingBody);
        let content =
            AdvisoryContent { supplement: Localized::new(SUPPLEMENT.0, SUPPLEMENT.1), ..self.text(number).await? };
        let orders = [
            (writer, CaseCommand::EditAdvisory(Box::new(content))),
            (writer, CaseCommand::ApproveAdvisory(writer.signing()?)),
            (head, CaseCommand::CoSignAdvisory(head.signing()?)),
        ];
        for (actor, command) in orders {
            self.office.act(case, actor, None, command.into()).await?;
        }
        Ok(())
    }
}

const UPDATED: (&str, &str) =
    ("調整機関からの補足情報を追記しました。", "Added supplementary information of the coordinator.");

const SUPPLEMENT: (&str, &str) = (
    "更新の適用後に再起動が必要であることを、開発者に確認しました。更新していない製品を使っている組織は、あらためて適用の状況を確かめてください。",
    "The developer confirmed that a restart is needed after the update. Organizations should check again whether it was applied everywhere.",
);

/// The rows of a product with its names for machines.
fn named(product: &Product, mut rows: Vec<AffectedProduct>) -> Vec<AffectedProduct> {
    let name = product.full_name();
    for row in rows.iter_mut().filter(|row| row.product == name) {
        (row.cpe, row.purl) = (product.cpe.clone(), product.purl.clone());
    }
    rows
}

/// Places begin with a capital where they begin a sentence.
fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
