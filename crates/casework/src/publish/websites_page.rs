//! `pages/websites.json` of the published tree: the quarterly figures of websites (Ⅴ.3.11). Counts of coded facts are all
//! that is in it; no site, address or operator can be.

use std::collections::BTreeMap;
use std::sync::PoisonError;

use jiff::civil::Date;
use rulebook::edition::{Item, Lists};
use rulebook::site::SiteKind;
use rulebook::site::figures::{FIX_COLUMNS, PROLONGED_COLUMNS, SiteFigures, last_quarter};
use serde::Serialize;

use super::disk::Files;
use crate::error::Result;
use crate::office::Office;

/// Where the document lies in the tree.
const WEBSITES_PATH: &str = "pages/websites.json";
/// Quarters of the document: three years, as the reports show them.
const QUARTERS: usize = 12;

#[derive(Serialize)]
struct WebsitesPage<'a> {
    fix_columns: &'a [i32],
    prolonged_columns: &'a [i32],
    quarters: Vec<Quarter<'a>>,
}

/// The figures as of the last day of a quarter.
#[derive(Serialize)]
struct Quarter<'a> {
    as_of: Date,
    received: u32,
    rejected: u32,
    status: Vec<Counted<'a>>,
    kinds: Vec<Counted<'a>>,
    effects: Vec<Counted<'a>>,
    days_to_fix: Vec<Spread<'a>>,
    prolonged: Vec<Spread<'a>>,
}

/// What a row is about; its name is the edition's where that has a list of it.
#[derive(Serialize)]
struct Row<'a> {
    key: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    ja: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    en: Option<&'a str>,
}

impl<'a> Row<'a> {
    fn of(items: &'a [Item], key: &'static str) -> Self {
        let item = items.iter().find(|item| item.key == key);
        Row { key, ja: item.map(|item| item.ja.as_str()), en: item.map(|item| item.en.as_str()) }
    }
}

#[derive(Serialize)]
struct Counted<'a> {
    #[serde(flatten)]
    row: Row<'a>,
    count: u32,
}

#[derive(Serialize)]
struct Spread<'a> {
    #[serde(flatten)]
    row: Row<'a>,
    counts: &'a [u32],
}

impl Office {
    /// Writes the figures, if a quarter has ended since this process wrote them: what is over changes no more, and counting
    /// opens every case.
    ///
    /// # Errors
    /// The store's, or the tree's.
    pub async fn renew_website_figures(&self) -> Result<()> {
        let newest = Some(last_quarter(self.now().today));
        if *self.figured.lock().unwrap_or_else(PoisonError::into_inner) == newest {
            return Ok(());
        }
        self.write_website_figures().await?;
        *self.figured.lock().unwrap_or_else(PoisonError::into_inner) = newest;
        Ok(())
    }

    /// Writes the figures of the quarters that are over; nothing before the first of them.
    ///
    /// # Errors
    /// The store's, or the tree's.
    pub async fn write_website_figures(&self) -> Result<()> {
        let days = quarters(self.now().today);
        let figures = self.figures_of_sites(&days).await?;
        let begun = figures.iter().position(|figures| figures.received > 0).unwrap_or(figures.len());
        let bytes = self.websites_page(&figures[begun..]);
        let _alone = self.tree.lock().await;
        let _locked = self.lock_tree().await?;
        self.replace(Files::from([(WEBSITES_PATH.to_owned(), bytes)])).await
    }

    /// The document, the newest quarter first. The same figures give the same bytes.
    fn websites_page(&self, figures: &[SiteFigures]) -> Vec<u8> {
        let lists = &self.edition_in_force().lists;
        let page = WebsitesPage {
            fix_columns: &FIX_COLUMNS,
            prolonged_columns: &PROLONGED_COLUMNS,
            quarters: figures.iter().rev().map(|figures| quarter(figures, lists)).collect(),
        };
        let mut bytes = serde_json::to_vec_pretty(&page).expect("figures always serialise");
        bytes.push(b'\n');
        bytes
    }
}

/// The last days of the quarters that are over, the earliest first.
fn quarters(today: Date) -> Vec<Date> {
    let mut days = vec![last_quarter(today)];
    while days.len() < QUARTERS {
        days.push(last_quarter(days[days.len() - 1]));
    }
    days.reverse();
    days
}

fn quarter<'a>(figures: &'a SiteFigures, lists: &'a Lists) -> Quarter<'a> {
    let (kinds, effects) = (lists.website_kinds.value.as_slice(), lists.website_effects.value.as_slice());
    let spread = |rows: &'a BTreeMap<SiteKind, Vec<u32>>| {
        let row = |(kind, counts): (&SiteKind, &'a Vec<u32>)| Spread { row: Row::of(kinds, kind.word()), counts };
        rows.iter().map(row).collect()
    };
    let counted =
        |items: &'a [Item], key: &'static str, count: &u32| Counted { row: Row::of(items, key), count: *count };
    Quarter {
        as_of: figures.as_of,
        received: figures.received,
        rejected: figures.rejected,
        status: figures.status.iter().map(|(one, count)| counted(&[], one.word(), count)).collect(),
        kinds: figures.kinds.iter().map(|(one, count)| counted(kinds, one.word(), count)).collect(),
        effects: figures.effects.iter().map(|(one, count)| counted(effects, one.word(), count)).collect(),
        days_to_fix: spread(&figures.days_to_fix),
        prolonged: spread(&figures.prolonged),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_years_of_quarters_end_with_the_one_that_is_over() {
        let days = quarters("2026-11-21".parse().expect("a day"));
        let shown: Vec<String> = days.iter().map(Date::to_string).collect();
        assert_eq!((shown.len(), shown[0].as_str(), shown[10].as_str()), (12, "2023-12-31", "2026-06-30"));
        assert_eq!(shown[11], "2026-09-30");
    }
}
