//! The pages of one case, as tabs below its head: the same on each of them.

use ui::NavItem;
use ui::list::Tabs;

use super::{Desk, Place, further, judgement, way};

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
    let mut items = WAYS.map(item).to_vec();
    // Few cases come to a judgement: only theirs have its page among the others.
    items.extend(further::concerns(desk).then(|| item((Place::Further, "desk-way-further"))));
    items.extend(judgement::concerns(desk).then(|| item((Place::Judgement, "desk-way-judgement"))));
    ui::tabs(frame.t("desk-ways"), &items)
}
