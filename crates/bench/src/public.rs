//! The public pages, through the portal's router.

use std::path::Path;
use std::sync::Arc;

use casework::Settings;
use casework::clock::{Clock, SystemClock};
use portal::{PortalState, Setup};

use crate::Outcome;
use crate::figures::{Figure, Settled, again, each};
use crate::table::{Row, Unit};
use crate::tree::Published;
use crate::visitor::Visitor;

/// Advisories on a page of the list.
const PER_PAGE: usize = 25;

/// The rows of the pages of advisories.
pub async fn rows(published: &Published) -> Outcome<Vec<Row>> {
    eprintln!("asking for the public pages …");
    let mut rows = Vec::new();
    for (developers, budget, numbers) in [(10, 0.2, &published.of_ten), (200, 1.0, &published.of_two_hundred)] {
        let what = format!("public advisory page, {developers} developers");
        let paths = pages(numbers);
        let (first, length) = written(published, &paths).await?;
        let warm = kept(published, &paths[0]).await?;
        let kilobytes = length.div_ceil(1024);
        let how =
            format!("first time asked for, {} pages of {kilobytes} KB read from the tree and written", paths.len());
        rows.push(Row::of(&what, Some(budget), Unit::Ms, Ok(first), &how));
        rows.push(Row::of(&what, Some(budget), Unit::Ms, Ok(warm.cpu), "asked for again"));
    }
    Ok(rows)
}

/// What the page of an advisory costs the first time, in milliseconds of CPU.
pub async fn page(published: &Published) -> Outcome<Figure> {
    Ok(written(published, &pages(&published.of_ten)).await?.0)
}

/// The rows of the list, asked of a portal that has nothing else to do any more.
pub async fn list_rows(visitor: &Visitor, published: &Published) -> Outcome<Vec<Row>> {
    let what = format!("public list of {PER_PAGE} of {}", published.advisories);
    let mut rows = Vec::new();
    for (page, how) in [(1, "first page"), (published.advisories / PER_PAGE, "last page")] {
        rows.push(Row::of(&what, Some(0.5), Unit::Ms, Ok(list(visitor, page).await?), how));
    }
    Ok(rows)
}

/// What a page of the list costs, in milliseconds of CPU.
pub async fn list(visitor: &Visitor, page: usize) -> Outcome<Figure> {
    let path = format!("/ja/advisories?page={page}");
    Ok(again(async || visitor.read(&path).await.map(drop)).await?.cpu)
}

/// The pages of some advisories, in both languages.
pub fn pages(numbers: &[String]) -> Vec<String> {
    let both = ["ja", "en"].into_iter();
    both.flat_map(|lang| numbers.iter().map(move |number| format!("/{lang}/advisories/{number}"))).collect()
}

/// An address that asks for words.
pub fn with_words(path: &str, words: &str) -> String {
    let words: String = words.bytes().map(|byte| format!("%{byte:02X}")).collect();
    format!("{path}?q={words}")
}

/// What a page costs that was not asked for before, in milliseconds of CPU, and its length: every round asks a portal that
/// has just begun for each page once.
async fn written(published: &Published, paths: &[String]) -> Outcome<(Figure, usize)> {
    let mut length = 0;
    let read = async |visitor: &Visitor, path: &String| {
        length = visitor.read(path).await?;
        Ok(())
    };
    Ok((each(paths, async || visitor(published).await, read).await?, length))
}

/// What a page costs that is kept.
async fn kept(published: &Published, path: &str) -> Outcome<Settled> {
    let visitor = visitor(published).await?;
    again(async || visitor.read(path).await.map(drop)).await
}

/// A reader of a portal that has just begun.
pub async fn visitor(published: &Published) -> Outcome<Visitor> {
    Ok(visitor_of(&published.folder).await?.0)
}

/// A reader of a portal that has just begun over a folder, and the portal.
pub async fn visitor_of(folder: &Path) -> Outcome<(Visitor, PortalState)> {
    let settings = Settings::default();
    let setup = Setup {
        folder: folder.to_owned(),
        site: Arc::new(console::state::site(&settings)),
        base_url: settings.web.base_url,
        demo: None,
        scratch: folder.parent().map(|folder| folder.join("search")),
        now: Arc::new(|| SystemClock.now()),
    };
    let portal = tokio::task::spawn_blocking(move || PortalState::open(setup)).await?;
    Ok((Visitor::new(portal::site(portal.clone())), portal))
}
