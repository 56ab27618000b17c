//! The pages of one case, as tabs below its head: the same on each of them.

use ui::NavItem;
use ui::list::Tabs;

use super::{Desk, Place, way};

/// The pages of a case in their order, with the key of their name.
const WAYS: [(Place, &str); 3] =
    [(Place::Case, "desk-way-case"), (Place::Outreach, "desk-way-outreach"), (Place::Ending, "desk-way-ending")];

/// The tabs, with the page that is shown as the current one.
pub(super) fn tabs(desk: &Desk<'_>) -> Tabs {
    let frame = &desk.frame;
    let item = |(place, key): (Place, &'static str)| {
        let href = frame.href(way(&desk.page.view.number, place));
        NavItem::new(href, frame.t(key)).current(place == desk.place)
    };
    ui::tabs(frame.t("desk-ways"), &WAYS.map(item))
}
