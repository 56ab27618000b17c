//! A developer's pages: the one-time link, its own side of a case and nothing else, every form with nothing typed lost.

#[path = "../common/mod.rs"]
mod common;

mod files;
mod forms;
mod judged;
mod link;
mod own;

use common::scene::{Matter, Scene};
use common::{Place, World};

/// A scene in a folder of its own.
async fn scene(place: &Place) -> Scene {
    Scene::play(World::open(place).await).await
}

/// The developer's page of a case, or a part of it.
fn way(matter: &Matter, part: &str) -> String {
    format!("/ja/developer/cases/{}{part}", matter.number)
}
