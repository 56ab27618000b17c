//! The published tree: one advisory that was published by commands, and beside it as many more as are wanted.
//!
//! The others are written into the tree as publishing leaves them there: a line of `advisories.jsonl` and the document
//! each. The newest change of the tree is the one that the store knows, so the program takes the tree for its own and
//! makes its lists and feeds from all of them.

use std::path::{Path, PathBuf};

use casework::{Acceptance, CaseOrder, NewReport};
use formats::provider::{SUMMARIES_PATH, revision_folder};
use formats::{AdvisorySummary, PublicDocument};
use jiff::Timestamp;
use rulebook::advisory::AffectedProduct;
use rulebook::case::{CaseCommand, CaseContent, Weighing};
use rulebook::report::Condition;
use rulebook::report::form::{Answer, ReportForm, ReportKind};
use rulebook::text::Localized;

use crate::Outcome;
use crate::advisories::advisory;
use crate::cases::{act, hand_over};
use crate::partnership::Partnership;

/// Advisories with ten developers: more than a portal keeps written.
const OF_TEN: usize = 600;
/// Advisories with two hundred developers.
const OF_TWO_HUNDRED: usize = 60;

/// What was published.
pub struct Published {
    /// The folder of the tree.
    pub folder: PathBuf,
    /// How many advisories are listed.
    pub advisories: usize,
    /// Numbers of those with ten developers, as addresses have them.
    pub of_ten: Vec<String>,
    /// Numbers of those with two hundred developers.
    pub of_two_hundred: Vec<String>,
    newest: Timestamp,
}

/// Publishes one advisory by commands.
pub async fn begin(partnership: &Partnership) -> Outcome<Published> {
    publish_one(partnership).await?;
    let folder = partnership.office.published().to_owned();
    let newest = partnership.office.now().at;
    Ok(Published { folder, advisories: 1, of_ten: Vec::new(), of_two_hundred: Vec::new(), newest })
}

impl Published {
    /// Puts more beside it until there are so many.
    pub fn grow(&mut self, advisories: usize) -> Outcome {
        eprintln!("publishing {} advisories …", advisories.saturating_sub(self.advisories));
        let mut lines = std::fs::read_to_string(self.folder.join(SUMMARIES_PATH))?;
        for number in self.advisories..advisories {
            let developers = match number {
                _ if number <= OF_TWO_HUNDRED => 200,
                _ if number <= OF_TWO_HUNDRED + OF_TEN => 10,
                _ => number % 4 + 1,
            };
            let document = advisory(number, developers, self.newest)?;
            lines += &AdvisorySummary::from(&document).to_line();
            write(&self.folder, &document)?;
            match developers {
                200 => self.of_two_hundred.push(document.id.slug()),
                10 => self.of_ten.push(document.id.slug()),
                _ => {}
            }
        }
        std::fs::write(self.folder.join(SUMMARIES_PATH), lines)?;
        self.advisories = advisories;
        Ok(())
    }
}

fn write(root: &Path, document: &PublicDocument) -> Outcome {
    let folder = root.join(revision_folder(&document.id, document.revision));
    std::fs::create_dir_all(&folder)?;
    Ok(std::fs::write(folder.join("document.json"), document.to_json())?)
}

/// A developer's own product, from the report to the published tree: signed, with its change.
async fn publish_one(partnership: &Partnership) -> Outcome {
    let Partnership { office, desk, coordinator, .. } = partnership;
    let form = own_product();
    let content = CaseContent::from_form(&form);
    let receipt = office.receive(NewReport::typed(form)).await?;
    let acceptance = Acceptance { confirmed: Condition::ALL.to_vec(), reason: "受理します。".into(), content };
    let case = office.accept_report(receipt.report, *desk, None, acceptance).await?;
    hand_over(partnership, case).await?;
    let set = CaseCommand::SetDay { day: office.now().today, reason: String::new(), weighed: Weighing::default() };
    act(partnership, case, *coordinator, set).await?;
    act(partnership, case, *coordinator, CaseOrder::StartAdvisory).await?;
    let draft = office.case_page(case, *coordinator).await?.view.advisory.and_then(|draft| draft.content);
    let mut text = draft.ok_or("the coordinator sees the draft")?;
    text.title = Localized::new("かがりメモにおける脆弱性", "Kagari Memo vulnerable to SQL injection");
    text.overview = Localized::new("かがりメモには脆弱性があります。", "Kagari Memo contains a vulnerability.");
    text.impact = Localized::new("情報を見られる可能性があります。", "Information may be disclosed.");
    text.solution = Localized::new("1.9 に更新してください。", "Update to 1.9.");
    text.affected = vec![AffectedProduct {
        vendor: "株式会社かがりソフト".into(),
        product: "かがりメモ".into(),
        to: "1.9".into(),
        until_fixed: true,
        ..AffectedProduct::default()
    }];
    act(partnership, case, *coordinator, CaseCommand::EditAdvisory(Box::new(text))).await?;
    act(partnership, case, *coordinator, CaseCommand::ApproveAdvisory(coordinator.signing()?)).await?;
    act(partnership, case, *desk, CaseCommand::CoSignAdvisory(desk.signing()?)).await?;
    act(partnership, case, *coordinator, CaseOrder::Publish { summary: Localized::default() }).await
}

fn own_product() -> ReportForm {
    ReportForm {
        kind: ReportKind::OwnProduct,
        finder_name: "株式会社かがりソフト".into(),
        email: "psirt@kagari.example".into(),
        product_name: "かがりメモ".into(),
        product_version: "1.8 以前".into(),
        vulnerability_kind: "SQL インジェクション（CWE-89）".into(),
        steps: "検索欄に SQL インジェクションの脆弱性があります。".into(),
        threat: "情報を見られる可能性があります。".into(),
        fix: "1.9 に更新してください。".into(),
        all_users_told: Answer::No,
        ..ReportForm::default()
    }
}
