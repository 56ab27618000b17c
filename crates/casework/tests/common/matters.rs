//! Cases as tests need them: taken in, accepted, handed over; a developer's own product with its text written and signed.

use casework::reports::Acceptance;
use casework::{Actor, CaseOrder, Error, NewReport, Receipt};
use rulebook::advisory::{AdvisoryContent, AffectedProduct};
use rulebook::case::{CaseCommand, CaseContent, Weighing};
use rulebook::developer::DeveloperEntry;
use rulebook::ids::{CaseId, DeveloperId, ReportId};
use rulebook::report::Condition;
use rulebook::report::form::{Answer, Consents, ReportForm, ReportKind};
use rulebook::text::Localized;

use super::Bureau;

/// The day that the developer of [`own_product`] wishes.
pub const WISHED: &str = "2026-11-30";

/// What a finder writes that lets nobody know who it is.
pub fn shy(product: &str) -> ReportForm {
    ReportForm {
        finder_name: "篝 火ノ子".into(),
        email: "finder@kagari.example".into(),
        consents: Consents { share_identity: Answer::No, direct_contact: Answer::No, publish_name: Answer::No },
        product_name: product.into(),
        vulnerability_kind: "クロスサイト・スクリプティング".into(),
        steps: "(1) 検索欄に入力する".into(),
        threat: "セッションを奪われる".into(),
        reported_elsewhere: Answer::No,
        ..ReportForm::default()
    }
}

/// What a developer writes about its own product.
pub fn own_product() -> ReportForm {
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
        wished_day: Some(WISHED.parse().expect("a day")),
        all_users_told: Answer::No,
        ..ReportForm::default()
    }
}

/// Takes a form in.
pub async fn received(bureau: &Bureau, form: ReportForm) -> Receipt {
    bureau.office.receive(NewReport::typed(form)).await.expect("a report is taken in")
}

/// Accepts a report with this copy.
pub async fn accepted(bureau: &Bureau, report: ReportId, content: CaseContent) -> CaseId {
    let acceptance = Acceptance { confirmed: Condition::ALL.to_vec(), reason: "受理します。".into(), content };
    bureau.office.accept_report(report, bureau.desk, None, acceptance).await.expect("accepted")
}

/// A case that the coordinator has, by the same copy.
pub async fn handed_over(bureau: &Bureau, form: ReportForm, content: CaseContent) -> (Receipt, CaseId) {
    let receipt = received(bureau, form).await;
    let case = accepted(bureau, receipt.report, content.clone()).await;
    act(bureau, case, bureau.desk, CaseCommand::HandOver { content, attachments: vec![] }).await;
    (receipt, case)
}

/// Puts a developer of this name into the register and on a case.
pub async fn with_developer(bureau: &Bureau, case: CaseId, entry: DeveloperEntry) -> DeveloperId {
    let developer = bureau.office.register_developer(bureau.coordinator, entry).await.expect("registered");
    bureau.office.add_developer(case, bureau.coordinator, None, developer).await.expect("added");
    developer
}

/// A developer's own product, handed over, with its day and a draft.
pub async fn drafted(bureau: &Bureau) -> CaseId {
    let form = own_product();
    let content = CaseContent::from_form(&form);
    let (_, case) = handed_over(bureau, form, content).await;
    let (day, reason) = (WISHED.parse().expect("a day"), String::new());
    let day = CaseCommand::SetDay { day, reason, weighed: Weighing::default() };
    act(bureau, case, bureau.coordinator, day).await;
    act(bureau, case, bureau.coordinator, CaseOrder::StartAdvisory).await;
    case
}

/// Number and text of the draft.
pub async fn draft(bureau: &Bureau, case: CaseId) -> (String, AdvisoryContent) {
    let page = bureau.office.case_page(case, bureau.coordinator).await.expect("the case");
    let advisory = page.view.advisory.expect("an advisory");
    (advisory.number, advisory.content.expect("its text"))
}

/// A draft of [`own_product`], written in both languages.
pub fn filled(begun: AdvisoryContent) -> AdvisoryContent {
    AdvisoryContent {
        title: Localized::new(
            "かがりメモにおける SQL インジェクションの脆弱性",
            "Kagari Memo vulnerable to SQL injection",
        ),
        impact: Localized::new("情報を見られる可能性があります。", "Information may be disclosed."),
        solution: Localized::new("1.9 に更新してください。", "Update to 1.9."),
        cvss: vec!["CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N".into()],
        affected: vec![AffectedProduct {
            vendor: "株式会社かがりソフト".into(),
            product: "かがりメモ".into(),
            to: "1.9".into(),
            until_fixed: true,
            ..AffectedProduct::default()
        }],
        ..begun
    }
}

/// Writes a text and lets both bodies sign it.
pub async fn signed(bureau: &Bureau, case: CaseId, content: AdvisoryContent) {
    let (coordinator, desk) = (bureau.coordinator, bureau.desk);
    act(bureau, case, coordinator, CaseCommand::EditAdvisory(Box::new(content))).await;
    act(bureau, case, coordinator, CaseCommand::ApproveAdvisory(coordinator.account.expect("an account"))).await;
    act(bureau, case, desk, CaseCommand::CoSignAdvisory(desk.account.expect("an account"))).await;
}

/// Does what may be done.
pub async fn act(bureau: &Bureau, case: CaseId, actor: Actor, order: impl Into<CaseOrder>) {
    tried(bureau, case, actor, order).await.expect("it may be done");
}

/// Tries it.
pub async fn tried(bureau: &Bureau, case: CaseId, actor: Actor, order: impl Into<CaseOrder>) -> Result<(), Error> {
    bureau.office.act(case, actor, None, order.into()).await
}
