//! Every kind of visitor that a page has to tell apart.

use casework::Principal;

use crate::common::Browser;
use crate::common::scene::Scene;

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// No session.
    Nobody,
    /// A desk's session that is over.
    Expired,
    /// The receiving body.
    Desk,
    /// The coordinator.
    Coordinator,
    /// A developer of the main case, with an account.
    First,
    /// The same developer with a one-time link to the main case.
    FirstLink,
    /// The same developer with a one-time link to another case.
    OtherLink,
    /// The other developer of the main case.
    Second,
    /// A developer that is in no case.
    Third,
    /// The finder of the main case.
    Finder,
    /// The finder of another report.
    OtherFinder,
    /// The operator of a website, by its link.
    Operator,
    /// The finder of that website's weakness.
    SiteFinder,
    /// An administrator.
    Administrator,
    /// An auditor.
    Auditor,
    /// A member of the committee who sits on the main case, once it is convened.
    Member,
    /// A member of the committee who sits on no case.
    OtherMember,
}

/// All of them.
pub const ALL: &[Kind] = &[
    Kind::Nobody,
    Kind::Expired,
    Kind::Desk,
    Kind::Coordinator,
    Kind::First,
    Kind::FirstLink,
    Kind::OtherLink,
    Kind::Second,
    Kind::Third,
    Kind::Finder,
    Kind::OtherFinder,
    Kind::Operator,
    Kind::SiteFinder,
    Kind::Administrator,
    Kind::Auditor,
    Kind::Member,
    Kind::OtherMember,
];

pub const STAFF: &[Kind] = &[Kind::Desk, Kind::Coordinator];
pub const DEVELOPERS: &[Kind] = &[Kind::First, Kind::FirstLink, Kind::OtherLink, Kind::Second, Kind::Third];

impl Kind {
    /// All but those without an open session.
    pub const WITH_SESSION: &[Kind] = ALL.split_at(2).1;

    /// Whether there is no open session.
    pub fn is_stranger(self) -> bool {
        matches!(self, Kind::Nobody | Kind::Expired)
    }

    /// Whether a receipt or a link opened the session.
    pub fn is_bearer(self) -> bool {
        let links = matches!(self, Kind::FirstLink | Kind::OtherLink | Kind::Operator);
        links || matches!(self, Kind::Finder | Kind::OtherFinder | Kind::SiteFinder)
    }

    /// A browser with a fresh session.
    pub async fn browser(self, scene: &Scene) -> Browser {
        match self {
            Kind::Nobody => scene.world.browser(),
            Kind::Expired => expired(scene).await,
            Kind::Desk => scene.browser(scene.desk).await,
            Kind::Coordinator => scene.browser(scene.coordinator).await,
            Kind::First => scene.browser(scene.first.member).await,
            Kind::FirstLink => scene.link(scene.first, &scene.main).await,
            Kind::OtherLink => scene.link(scene.first, &scene.other).await,
            Kind::Second => scene.browser(scene.second.member).await,
            Kind::Third => scene.browser(scene.third.member).await,
            Kind::Finder => scene.finder().await,
            Kind::OtherFinder => scene.world.as_principal(Principal::Finder(scene.waiting.report)).await,
            Kind::Operator => {
                let site = scene.site().await.0.site;
                scene.world.as_principal(Principal::Operator { site, contractor: false }).await
            }
            Kind::SiteFinder => {
                let report = scene.site().await.0.receipt.report;
                scene.world.as_principal(Principal::Finder(report)).await
            }
            Kind::Administrator => scene.browser(scene.administrator).await,
            Kind::Auditor => scene.browser(scene.auditor).await,
            Kind::Member => scene.browser(scene.member).await,
            Kind::OtherMember => scene.browser(scene.other_member).await,
        }
    }
}

/// A browser that still holds cookie and token of a session that was idle for too long.
async fn expired(scene: &Scene) -> Browser {
    let browser = scene.browser(scene.desk).await;
    scene.world.clock.advance(8 * 60 * 60 + 1);
    browser
}
