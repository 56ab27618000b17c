//! Talking with whoever found the weak spot: wished for or agreed to, and written, the receiving body reading along
//! (Ⅴ.2.5, Ⅴ.4.3).

use rulebook::ids::ReportId;
use rulebook::party::Party;
use rulebook::site::SiteThread;
use rulebook::site::record::SiteTalk;
use ui::markup::Markup;

use super::forms::{self, Kind};
use super::page::{Line, Matter, line_of};

/// A talk that came about.
pub(super) struct Talk {
    pub said: Vec<Line>,
    pub write: Option<Markup>,
    /// Whether its form came back.
    pub writing: bool,
}

/// The finder's wish that waits for the operator's answer.
pub(super) fn asked(matter: &Matter) -> Option<Party> {
    let view = &matter.page.view;
    let waits =
        |talk: &&SiteTalk| talk.agreed.is_none() && talk.report.is_some() && matches!(talk.wisher, Party::Finder(_));
    view.talks.iter().find(waits).map(|talk| talk.wisher)
}

/// Whether the operator's own wish is on its way.
pub(super) fn is_wished(matter: &Matter) -> bool {
    let view = &matter.page.view;
    view.talks.iter().any(|talk| talk.wisher == view.viewer && talk.agreed.is_none())
}

/// The finders that it talks with, in their order.
pub(super) fn partners(talks: &[SiteTalk]) -> Vec<ReportId> {
    let agreed = talks.iter().filter(|talk| talk.agreed == Some(true)).filter_map(|talk| talk.report);
    let mut partners: Vec<ReportId> = Vec::new();
    for report in agreed {
        if !partners.contains(&report) {
            partners.push(report);
        }
    }
    partners
}

/// The talks with what was said; each has a form of its own.
pub(super) fn talks(matter: &Matter) -> Vec<Talk> {
    let partners = partners(&matter.page.view.talks);
    let talks = partners.iter().enumerate().map(|(place, report)| {
        let thread = SiteThread::Direct(*report);
        let said = matter.page.view.messages.iter().filter(|message| message.item.thread == thread);
        let hidden = vec![("place", (place + 1).to_string())];
        Talk {
            said: said.map(|message| line_of(matter, message)).collect(),
            writing: matter.sent(Kind::Direct, &hidden).is_some(),
            write: matter.may(Kind::Direct).then(|| forms::markup(matter, Kind::Direct, hidden)),
        }
    });
    talks.collect()
}
