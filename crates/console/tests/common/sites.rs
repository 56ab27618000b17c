//! A website case in a test's world: reported, accepted, and as far on its way as a test wants it.

use casework::sites::{SiteAcceptance, SiteOrder};
use casework::{Actor, Receipt};
use rulebook::case::{AttemptOutcome, ContactMeans};
use rulebook::ids::{AttachmentId, SiteCaseId};
use rulebook::party::Party;
use rulebook::report::Condition;
use rulebook::report::form::{Answer, Consents, ReportForm, ReportKind};
use rulebook::site::{
    Classification, OperatorAddress, OperatorAnswer, OperatorCategory, SiteCause, SiteCommand, SiteContent,
    SiteDisclosureGround, SiteEffect, SiteField, SiteKind,
};

use super::World;
use super::scene::receive;

/// The site's host.
pub const HOST: &str = "komachi.example";
/// Who runs it, and where it is reached.
pub const OPERATOR: &str = "こまち書店";
pub const OPERATOR_MAIL: &str = "info@komachi.example";
/// Where its finder is reached.
pub const SITE_FINDER_MAIL: &str = "kagari@finder.example";

/// A website case and the report that it came from.
pub struct SiteMatter {
    pub receipt: Receipt,
    pub site: SiteCaseId,
    pub number: String,
    pub file: AttachmentId,
    pub desk: Actor,
}

/// What a finder tells of a page of the site.
pub fn site_form(page: &str) -> ReportForm {
    ReportForm {
        kind: ReportKind::Website,
        finder_name: "篝 火ノ子".into(),
        email: SITE_FINDER_MAIL.into(),
        consents: Consents { share_identity: Answer::Yes, direct_contact: Answer::Yes, publish_name: Answer::No },
        website_url: format!("https://www.{HOST}/{page}"),
        vulnerability_kind: "クロスサイト・スクリプティング".into(),
        how_found: "書籍を探していて気づきました。".into(),
        steps: "(1) 検索欄に文字列を入れる".into(),
        why_vulnerability: "入力がそのまま表示される".into(),
        threat: "偽の画面を出せる".into(),
        reported_elsewhere: Answer::No,
        ..ReportForm::default()
    }
}

/// A website case that was just accepted.
pub async fn site_accepted(world: &World, desk: Actor) -> SiteMatter {
    site_accepted_of(world, desk, site_form("search")).await
}

/// A website case that was just accepted, of a form.
pub async fn site_accepted_of(world: &World, desk: Actor, form: ReportForm) -> SiteMatter {
    let content = SiteContent::from_form(&form);
    let receipt = receive(world, form).await;
    let acceptance =
        SiteAcceptance {
            confirmed: Condition::ALL.to_vec(), reason: "受理します。".into(), content, first: vec![]
        };
    let site = world.office.accept_site_report(receipt.report, desk, None, acceptance).await.expect("accepted");
    let page = world.office.site_page(site, desk).await.expect("the desk sees it");
    let file = page.view.attachments.first().expect("a file").id;
    SiteMatter { receipt, site, number: page.view.number, file, desk }
}

/// A website case about which an office outside was told.
pub async fn site_told(world: &World, desk: Actor) -> SiteMatter {
    let matter = site_accepted(world, desk).await;
    let addresses = vec![OperatorAddress { means: ContactMeans::Mail, to: OPERATOR_MAIL.into() }];
    let (name, category) = (OPERATOR.to_owned(), OperatorCategory::Government);
    matter.act(world, desk, SiteCommand::IdentifyOperator { name, category, addresses }).await;
    let (on, with) = (world.office.now().today, "かなた庁".to_owned());
    let agreement = SiteCommand::RecordNda { with: with.clone(), on, until: None, reference: String::new() };
    matter.act(world, desk, agreement).await;
    let told = SiteCommand::Disclose {
        ground: SiteDisclosureGround::GovernmentSite,
        to: with,
        fields: vec![SiteField::Url],
        attachments: vec![],
        purpose: "連絡先を知らせること".into(),
    };
    matter.act(world, desk, told).await;
    matter
}

impl SiteMatter {
    /// Who holds the operator's link.
    pub fn operator(&self) -> Actor {
        Actor::bearer(Party::SiteOperator(self.site))
    }

    /// Its finder.
    pub fn finder(&self) -> Actor {
        Actor::bearer(Party::Finder(self.receipt.report))
    }

    /// Somebody does something in it.
    pub async fn act(&self, world: &World, actor: Actor, order: impl Into<SiteOrder>) {
        let done = world.office.act_on_site(self.site, actor, None, order).await;
        done.expect("the command is carried out");
    }

    /// Its kind is decided, its operator known.
    pub async fn identified(&self, world: &World) {
        let decided = Classification {
            kind: SiteKind::CrossSiteScripting,
            effects: vec![SiteEffect::FalseInformation],
            cause: SiteCause::Application,
            passive: true,
        };
        self.act(world, self.desk, SiteCommand::Classify(decided)).await;
        let addresses = vec![OperatorAddress { means: ContactMeans::Mail, to: OPERATOR_MAIL.into() }];
        let (name, category) = (OPERATOR.to_owned(), OperatorCategory::Company);
        self.act(world, self.desk, SiteCommand::IdentifyOperator { name, category, addresses }).await;
    }

    /// After [`SiteMatter::identified`]: the operator is written to, with a link.
    pub async fn contacted(&self, world: &World) {
        let command = SiteCommand::ContactOperator {
            means: ContactMeans::Mail,
            to: OPERATOR_MAIL.into(),
            on: world.office.now().today,
            outcome: AttemptOutcome::Waiting,
            link: true,
            note: String::new(),
        };
        self.act(world, self.desk, command).await;
    }

    /// After [`SiteMatter::contacted`]: the operator confirmed itself and has the details.
    pub async fn informed(&self, world: &World) {
        let confirm = SiteCommand::ConfirmOperator { person: "小町 晴".into(), mail: OPERATOR_MAIL.into() };
        self.act(world, self.operator(), confirm).await;
        let fields = vec![SiteField::Url, SiteField::Kind, SiteField::Steps, SiteField::Threat];
        let send = SiteCommand::SendDetails { fields, advice: String::new(), attachments: vec![] };
        self.act(world, self.desk, send).await;
        self.act(world, self.operator(), SiteCommand::ReceiveDetails).await;
    }

    /// After [`SiteMatter::informed`]: what the operator says.
    pub async fn answered(&self, world: &World, answer: OperatorAnswer) {
        let words = "確かめました。".to_owned();
        self.act(world, self.operator(), SiteCommand::Answer { answer, words, ready_on: None }).await;
    }
}
