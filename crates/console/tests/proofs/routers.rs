//! Every route that exists, read from the routers themselves, against the table of who may.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use axum::Router;

use crate::common::scene::Scene;
use crate::common::{Place, World};
use crate::public_ways::{PROGRAM, PUBLIC};
use crate::routes::TABLE;
use crate::visitors::ALL;

/// Methods and paths of a router: its debug form is the only place where axum tells them.
pub fn of(router: &Router) -> BTreeSet<(String, String)> {
    let text = format!("{router:?}");
    let own = text.split("fallback_router:").next().unwrap_or_default();
    let (routes, node) = own.split_once("node: Node { paths: {").expect("axum says its paths");
    let mut methods: BTreeMap<&str, &str> = BTreeMap::new();
    for part in routes.split("RouteId(").skip(1) {
        let (id, rest) = part.split_once(')').expect("an id");
        let allowed = rest.split("allow_header: Bytes(b\"").nth(1).and_then(|rest| rest.split('"').next());
        methods.insert(id, allowed.unwrap_or("ANY"));
    }
    let mut found = BTreeSet::new();
    for part in node.split("RouteId(").skip(1) {
        let (id, rest) = part.split_once("): \"").expect("an id and a path");
        let path = rest.split('"').next().expect("a path");
        let allowed = methods.get(id).copied().unwrap_or("ANY").split(',');
        found.extend(allowed.filter(|method| *method != "HEAD").map(|method| (method.to_owned(), path.to_owned())));
    }
    found
}

/// How often a crate's sources say `.route(`.
fn written(folder: &Path) -> Vec<String> {
    let mut literals = Vec::new();
    for entry in std::fs::read_dir(folder).expect("sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            literals.extend(written(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            let text = std::fs::read_to_string(&path).expect("a source");
            let code = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
            let said = code.split(".route(").skip(1).map(|rest| rest.split(',').next().unwrap_or_default().to_owned());
            literals.extend(said);
        }
    }
    literals
}

fn sources(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name).join("src")
}

#[tokio::test]
async fn every_route_has_its_line_in_the_table() {
    let place = Place::sqlite("routes");
    let world = World::open(&place).await;
    let real = of(&world.faces);
    let listed: BTreeSet<_> = TABLE.iter().map(|line| (line.method.to_owned(), line.path.to_owned())).collect();
    let missing: Vec<_> = real.difference(&listed).collect();
    let gone: Vec<_> = listed.difference(&real).collect();
    assert!(missing.is_empty(), "routes without a line in the table of who may: {missing:#?}");
    assert!(gone.is_empty(), "lines for routes that do not exist: {gone:#?}");
    assert_eq!(TABLE.len(), listed.len(), "a line stands twice");
    // What the router says of itself is held against the sources, so that a change of its debug form is noticed.
    let paths: BTreeSet<_> = real.iter().map(|(_, path)| path).collect();
    let said = written(&sources("console"));
    assert_eq!(paths.len(), said.len(), "the sources say .route( for {said:#?}");
}

#[tokio::test]
async fn the_public_site_is_for_reading_and_the_same_to_everybody() {
    let place = Place::sqlite("public");
    let scene = Scene::play(World::open(&place).await).await;
    let world = &scene.world;
    let mut public = of(&portal::routes(world.portal.clone()));
    public.extend(of(&ui::assets::routes()));
    let listed = PUBLIC.iter().flat_map(|path| ["ja", "en"].map(|lang| path.replace("LANG", lang)));
    let mut listed: BTreeSet<_> = listed.map(|path| ("GET".to_owned(), path)).collect();
    // Reading by a form: the MyJVN API takes its parameters either way, and changes nothing.
    listed.insert(("POST".to_owned(), "/myjvn".to_owned()));
    assert_eq!(public, listed, "every way of the public site is listed, and all of them are for reading");
    for (_, path) in &public {
        let way = path.replace("{id}", "JVN00000000").replace("{revision}", "1").replace("{name}", "x");
        let way = way.replace("{*path}", "x").replace("{vendor}", "x").replace("{product}", "x");
        let mut seen = Vec::new();
        for kind in ALL {
            let reply = kind.browser(&scene).await.get(&way).await;
            assert!(reply.headers.get("set-cookie").is_none(), "{way} for {kind:?}");
            seen.push((reply.status, reply.bytes));
        }
        assert!(seen.windows(2).all(|pair| pair[0] == pair[1]), "{way} is not the same to everybody");
    }
}

#[test]
fn the_program_adds_only_health_and_figures() {
    let said: BTreeSet<_> = written(&sources("noroshi")).iter().map(|path| path.trim_matches('"').to_owned()).collect();
    assert_eq!(said, PROGRAM.iter().map(|path| (*path).to_owned()).collect());
}
