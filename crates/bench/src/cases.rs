//! Cases, made as people make them: a report comes in and is accepted, and every fiftieth goes further.

use casework::{Acceptance, Actor, CaseOrder, NewReport, Receipt};
use rulebook::case::{
    Affectedness, CaseCommand, CaseContent, ContentField, StatusStatement, Verification, VerificationResult,
};
use rulebook::developer::DeveloperEntry;
use rulebook::ids::{CaseId, DeveloperId};
use rulebook::party::Party;
use rulebook::report::Condition;
use rulebook::report::form::{Answer, Consents, ReportForm};
use rulebook::text::Localized;

use crate::Outcome;
use crate::partnership::Partnership;

/// One case in so many goes to the coordinator and on to a developer.
const GOES_FURTHER: usize = 50;
/// One case in so many has somebody who looks after it.
const IS_OWNED: usize = 5;

const PRODUCTS: [&str; 7] = [
    "みはらしポータル",
    "こがね会計",
    "つばめグループウェア",
    "ルータ NR-2400",
    "すずらん予約",
    "うぐいすDB",
    "まちかど地図",
];
const KINDS: [&str; 5] = [
    "クロスサイト・スクリプティング（CWE-79）",
    "SQL インジェクション（CWE-89）",
    "OS コマンド・インジェクション（CWE-78）",
    "パス・トラバーサル（CWE-22）",
    "認証の不備（CWE-287）",
];

/// Makes the case of this number.
pub async fn make(partnership: &Partnership, number: usize) -> Outcome {
    let case = accepted(partnership, number).await?;
    if number.is_multiple_of(IS_OWNED) {
        let owner = Some(partnership.desk.signing()?);
        act(partnership, case, partnership.desk, CaseCommand::SetOwner(owner)).await?;
    }
    if number % GOES_FURTHER == GOES_FURTHER / 2 {
        hand_over(partnership, case).await?;
        let developer = register(partnership, &format!("製品開発者{number}株式会社")).await?;
        reach(partnership, case, developer).await?;
    }
    Ok(())
}

/// A report, taken in.
pub async fn received(partnership: &Partnership, number: usize) -> Outcome<Receipt> {
    let form = form(number);
    Ok(partnership.office.receive(NewReport::typed(form)).await?)
}

/// A report, taken in and accepted.
pub async fn accepted(partnership: &Partnership, number: usize) -> Outcome<CaseId> {
    let receipt = received(partnership, number).await?;
    let acceptance = Acceptance {
        confirmed: Condition::ALL.to_vec(),
        reason: "五つの条件を満たすことを確認しました。取扱いを始めます。".into(),
        content: CaseContent::from_form(&form(number)),
    };
    Ok(partnership.office.accept_report(receipt.report, partnership.desk, None, acceptance).await?)
}

/// Hands a case over with all that it says.
pub async fn hand_over(partnership: &Partnership, case: CaseId) -> Outcome {
    let page = partnership.office.case_page(case, partnership.desk).await?;
    let content = page.view.content.ok_or("the desk sees what the case says")?;
    act(partnership, case, partnership.desk, CaseCommand::HandOver { content, attachments: vec![] }).await
}

/// Puts a developer into the register.
pub async fn register(partnership: &Partnership, name: &str) -> Outcome<DeveloperId> {
    let entry = DeveloperEntry {
        name: name.into(),
        manager: "脆弱性対策管理者".into(),
        mail: "psirt@developer.example".into(),
        products: PRODUCTS.map(str::to_owned).to_vec(),
        ..DeveloperEntry::default()
    };
    Ok(partnership.office.register_developer(partnership.coordinator, entry).await?)
}

/// Contacts a developer, who answers, is told the details and states what it found.
pub async fn reach(partnership: &Partnership, case: CaseId, id: DeveloperId) -> Outcome<Actor> {
    let (office, coordinator) = (&partnership.office, partnership.coordinator);
    let developer = Actor::bearer(Party::Developer(id));
    let mail = "psirt@developer.example";
    office.add_developer(case, coordinator, None, id).await?;
    act(partnership, case, coordinator, CaseCommand::SendAnswerLink { developer: id, to: mail.into() }).await?;
    office.confirm_contact(case, developer, None, id, "煙山 のろし".into(), mail.into()).await?;
    let fields = vec![ContentField::Product, ContentField::Kind, ContentField::Steps, ContentField::Threat];
    act(partnership, case, coordinator, CaseCommand::ReleaseDetails { developer: id, fields, attachments: vec![] })
        .await?;
    let explanation = "当社の検証環境で再現しました。すべての版が対象です。".into();
    let found = Verification { result: VerificationResult::Affected, explanation };
    act(partnership, case, developer, CaseCommand::StateVerification(found)).await?;
    let status = StatusStatement {
        affected: Affectedness::Affected,
        products: vec![],
        statement: Localized::new("修正版を準備しています。", "A fixed version is being prepared."),
        link: "https://developer.example/security/1".into(),
    };
    act(partnership, case, developer, CaseCommand::StateStatus(status)).await?;
    Ok(developer)
}

/// Gives a command.
pub async fn act(partnership: &Partnership, case: CaseId, actor: Actor, order: impl Into<CaseOrder>) -> Outcome {
    Ok(partnership.office.act(case, actor, None, order.into()).await?)
}

/// A form as finders fill it in.
pub fn form(number: usize) -> ReportForm {
    ReportForm {
        finder_name: format!("発見者 {number}"),
        email: format!("finder{number}@finder.example"),
        consents: Consents { share_identity: Answer::Yes, direct_contact: Answer::No, publish_name: Answer::Yes },
        product_name: format!("{} {}", PRODUCTS[number % PRODUCTS.len()], number % 97),
        product_version: format!("{}.{} 以前", number % 9 + 1, number % 13),
        vulnerability_kind: KINDS[number % KINDS.len()].into(),
        steps: "一覧の検索欄に細工した文字列を入れて検索すると、結果の画面でその文字列がそのまま解釈されます。"
            .repeat(12),
        threat: "第三者に、利用者の情報を見られたり、操作されたりする可能性があります。".repeat(6),
        workaround: "検索の機能を止めると、影響を避けられます。".into(),
        reported_elsewhere: Answer::No,
        ..ReportForm::default()
    }
}
