//! Website cases as tests of lists need them: on a site of its own each, some with an operator that has the details.

use casework::sites::{SiteAcceptance, SiteOrder};
use casework::{Actor, NewReport};
use rulebook::case::{AttemptOutcome, ContactMeans};
use rulebook::ids::{ReportId, SiteCaseId};
use rulebook::party::Party;
use rulebook::report::Condition;
use rulebook::report::form::{Answer, Consents, ReportForm, ReportKind};
use rulebook::site::{
    Classification, OperatorCategory, SiteCause, SiteCommand, SiteContent, SiteEffect, SiteField, SiteKind,
};

use crate::common::Bureau;

/// A case on a site of its own.
pub async fn case(
    bureau: &Bureau,
    host: &str,
    kind: Option<SiteKind>,
    category: Option<OperatorCategory>,
) -> SiteCaseId {
    let form = ReportForm {
        kind: ReportKind::Website,
        finder_name: "篝 火ノ子".into(),
        email: "kagari@finder.example".into(),
        consents: Consents { share_identity: Answer::No, direct_contact: Answer::No, publish_name: Answer::No },
        website_url: format!("https://{host}/page"),
        vulnerability_kind: "いろいろ".into(),
        steps: "(1) 開く".into(),
        reported_elsewhere: Answer::No,
        ..ReportForm::default()
    };
    let content = SiteContent::from_form(&form);
    let report: ReportId = bureau.office.receive(NewReport::typed(form)).await.expect("it is taken in").report;
    let confirmed = Condition::ALL.to_vec();
    let acceptance = SiteAcceptance { confirmed, reason: "受理します。".into(), content, first: vec![] };
    let site = bureau.office.accept_site_report(report, bureau.desk, None, acceptance).await.expect("accepted");
    if let Some(kind) = kind {
        let (effects, cause) = (vec![SiteEffect::Cookies], SiteCause::Application);
        does(bureau, site, bureau.desk, SiteCommand::Classify(Classification { kind, effects, cause, passive: false }))
            .await;
    }
    if let Some(category) = category {
        let (name, addresses) = (host.to_owned(), vec![]);
        does(bureau, site, bureau.desk, SiteCommand::IdentifyOperator { name, category, addresses }).await;
    }
    site
}

/// Does what may be done in a case.
pub async fn does(bureau: &Bureau, site: SiteCaseId, actor: Actor, order: impl Into<SiteOrder>) {
    bureau.office.act_on_site(site, actor, None, order).await.expect("it can be done");
}

/// The operator confirmed itself and has the details.
pub async fn informed(bureau: &Bureau, site: SiteCaseId) {
    let operator = Actor::bearer(Party::SiteOperator(site));
    let to = "info@shop.example".to_owned();
    let contact = SiteCommand::ContactOperator {
        means: ContactMeans::Mail,
        to: to.clone(),
        on: bureau.office.now().today,
        outcome: AttemptOutcome::Waiting,
        link: true,
        note: String::new(),
    };
    does(bureau, site, bureau.desk, contact).await;
    does(bureau, site, operator, SiteCommand::ConfirmOperator { person: "店主".into(), mail: to }).await;
    let fields = vec![SiteField::Url, SiteField::Steps];
    let send = SiteCommand::SendDetails { fields, advice: String::new(), attachments: vec![] };
    does(bureau, site, bureau.desk, send).await;
    does(bureau, site, operator, SiteCommand::ReceiveDetails).await;
}
