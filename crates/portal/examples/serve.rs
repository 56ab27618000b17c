//! The portal with invented advisories, to look at: `cargo run -p portal --example serve -- DIR PORT`.
//!
//! A folder that has a tree already is served as it is.

#[path = "../tests/sample/mod.rs"]
mod sample;

use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::sync::Arc;

use portal::{PortalState, Setup};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("name the folder of the tree")?);
    let port: u16 = arguments.next().ok_or("name the port")?.parse()?;
    let base_url = arguments.next().unwrap_or_else(|| format!("http://127.0.0.1:{port}"));
    if !folder.join("changes/head").exists() {
        sample::write_tree(&folder, &sample::documents(), &base_url);
    }
    let site = Arc::new(ui::Site {
        name_ja: "のろし 脆弱性対策情報".into(),
        name_en: "Noroshi Vulnerability Notes".into(),
        operator_ja: "架空情報セキュリティ機構・架空調整センター".into(),
        operator_en: "Kakuu Information Security Agency, Kakuu Coordination Center".into(),
        zone: ui::Zone::jst(),
    });
    let setup = Setup { folder, site, base_url, demo: None, scratch: None, now: Arc::new(sample::now) };
    let portal = PortalState::open(setup);
    tokio::spawn(portal::follow(portal.clone()));
    let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    println!("http://{}/", listener.local_addr()?);
    axum::serve(listener, portal::site(portal)).await?;
    Ok(())
}
