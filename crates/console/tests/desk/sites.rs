//! A website case on the receiving body's pages.

use rulebook::party::Role;
use rulebook::site::{OperatorAnswer, SiteStage};

use crate::common::sites::site_accepted;
use crate::common::{Place, World};

#[tokio::test]
async fn a_website_case_goes_its_way_in_a_test() {
    let place = Place::sqlite("site-matter");
    let world = World::open(&place).await;
    let desk = world.account("desk", "受付 花子", Role::ReceivingDesk).await;
    let matter = site_accepted(&world, desk).await;
    matter.identified(&world).await;
    matter.contacted(&world).await;
    matter.informed(&world).await;
    matter.answered(&world, OperatorAnswer::Fixed).await;
    let page = world.office.site_page(matter.site, matter.finder()).await.expect("the finder sees it");
    assert_eq!(page.view.stage, SiteStage::FixReported);
}
