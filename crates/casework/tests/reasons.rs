//! Whether a report is accepted or not, its finder is told with the reason (Ⅳ.3.(1).2.第2段). On both databases
//! (`NOROSHI_TEST_POSTGRES`).

mod common;

use casework::reports::Acceptance;
use casework::{Actor, Error, ReportOrder};
use common::matters::{received, shy};
use common::{Bureau, places};
use rulebook::case::CaseContent;
use rulebook::clause::Clause;
use rulebook::ids::{BodyId, ReportId};
use rulebook::party::Party;
use rulebook::refusal::{Refusal, Why};
use rulebook::report::{Condition, ReportStage};

const REASON: &str = "五つの条件を満たしていることを確認しました。";
const NO_REASON: [&str; 2] = ["", " 　\n"];

async fn accept(bureau: &Bureau, report: ReportId, reason: &str) -> Result<(), Error> {
    let content = CaseContent { product: "みはらしポータル".into(), ..CaseContent::default() };
    let acceptance = Acceptance { confirmed: Condition::ALL.to_vec(), reason: reason.into(), content };
    bureau.office.accept_report(report, bureau.desk, None, acceptance).await.map(|_| ())
}

/// The reason as the finder reads it.
async fn told(bureau: &Bureau, report: ReportId) -> Option<String> {
    let page = bureau.office.report_page(report, Actor::bearer(Party::Finder(report))).await.expect("its own report");
    let reason: Option<BodyId> = match &page.view.stage {
        ReportStage::Accepted { reason, .. }
        | ReportStage::SiteAccepted { reason, .. }
        | ReportStage::Rejected { reason, .. } => Some(*reason),
        ReportStage::NeedsReading | ReportStage::Received | ReportStage::Withdrawn { .. } => None,
    };
    reason.map(|reason| page.text(reason).to_owned())
}

#[tokio::test]
async fn a_decision_comes_with_its_reason() {
    for place in places("reasons") {
        let bureau = Bureau::open(&place).await;
        let accepted = received(&bureau, shy("みはらしポータル")).await.report;
        for reason in NO_REASON {
            let refused = accept(&bureau, accepted, reason).await;
            let expected = Refusal::under(Clause::new("Ⅳ.3.(1).2.第2段"), Why::ReasonMissing);
            assert!(matches!(refused, Err(Error::Refused(refusal)) if refusal == expected), "{reason:?}");
        }
        assert_eq!(told(&bureau, accepted).await, None);
        accept(&bureau, accepted, REASON).await.expect("a reason is given");
        assert_eq!(told(&bureau, accepted).await.as_deref(), Some(REASON));

        let rejected = received(&bureau, shy("みはらしポータル")).await.report;
        let reason = "適用範囲の外でした。".to_owned();
        let order = ReportOrder::Reject {
            failed: vec![Condition::InScope],
            reason: reason.clone(),
            illegal: false,
            known_at: String::new(),
        };
        bureau.office.act_on_report(rejected, bureau.desk, None, order).await.expect("it is out of scope");
        assert_eq!(told(&bureau, rejected).await, Some(reason));
        let _ = std::fs::remove_dir_all(&place.dir);
    }
}
