//! Beyond desk and operator (Ⅴ.3.7, Ⅴ.3.8, Ⅴ.4.5): a leak of personal data, agreements, who outside is told, and the
//! product track.

use rulebook::site::record::{SiteDisclosure, SiteNda};
use ui::Mark;
use ui::markup::Markup;

use super::said::{Entry, Section, list};
use super::{Desk, words};

pub(super) fn sections(desk: &Desk<'_>) -> Vec<Section> {
    let frame = &desk.frame;
    let mut all = vec![
        Section::new(frame, "leak", "site-desk-leak", "Ⅴ.3.7.エ", leak(desk)),
        Section::new(frame, "told", "site-desk-disclosures", "Ⅴ.3.7", told(desk)),
        Section::new(frame, "ndas", "site-desk-ndas", "Ⅴ.3.7", ndas(desk)),
    ];
    if desk.view().product.is_some() {
        all.push(Section::new(frame, "product", "site-desk-product", "Ⅴ.3.8", product(desk)));
    }
    all
}

fn leak(desk: &Desk<'_>) -> Markup {
    let (frame, view) = (&desk.frame, desk.view());
    let lists = &desk.edition().lists;
    let name = |item: &rulebook::site::LeakItem| words::leak_item(frame.lang, lists, *item);
    let feared = view.leak.feared.as_ref().map(|(on, why)| Entry {
        chip: Some((Mark::Urgent, frame.t("site-desk-feared").into_owned())),
        on: Some(*on),
        text: why.clone(),
        ..Entry::default()
    });
    let public = view.leak.public.as_ref().map(|(url, items, on)| {
        let items: Vec<String> = items.iter().map(name).collect();
        let lacks: Vec<String> = view.leak_lacks.iter().map(name).collect();
        let lacks = match lacks.is_empty() {
            true => String::new(),
            false => frame.t1("site-desk-leak-lacks", "items", lacks.join(frame.lang.pick("、", ", "))),
        };
        Entry {
            chip: Some((Mark::Done, frame.t("site-desk-leak-public").into_owned())),
            on: Some(*on),
            text: format!("{url}\n{}\n{lacks}", items.join(frame.lang.pick("、", ", "))).trim().to_owned(),
            ..Entry::default()
        }
    });
    list(frame, feared.into_iter().chain(public).collect(), "site-desk-leak-none")
}

fn told(desk: &Desk<'_>) -> Markup {
    let (frame, lists) = (&desk.frame, &desk.edition().lists);
    let entry = |one: &SiteDisclosure| {
        let (mark, key) = match one.result {
            None => (Mark::Waiting, "my-day-waits"),
            Some(_) => (Mark::Done, "site-desk-result-there"),
        };
        let result = one.result.as_ref().map_or("", |(_, result)| result.as_str());
        Entry {
            what: one.to.clone(),
            chip: Some((mark, frame.t(key).into_owned())),
            on: Some(one.on),
            who: format!("{} {}", words::ground(frame.lang, lists, one.ground), one.ground.clause()),
            text: format!("{}\n\n{result}", one.purpose).trim().to_owned(),
            way: Some((format!("{}/told/{}", desk.base, one.number), frame.t("site-desk-package").into_owned())),
        }
    };
    list(frame, desk.view().disclosures.iter().rev().map(entry).collect(), "site-desk-disclosures-none")
}

fn ndas(desk: &Desk<'_>) -> Markup {
    let frame = &desk.frame;
    let entry = |one: &SiteNda| {
        let (mark, key) = match one.holds_on(frame.today) {
            true => (Mark::Done, "site-desk-nda-holds"),
            false => (Mark::Stopped, "site-desk-nda-over"),
        };
        let until = one.until.map(|day| frame.t1("site-desk-nda-until", "day", frame.day_text(day)));
        Entry {
            what: one.with.clone(),
            chip: Some((mark, frame.t(key).into_owned())),
            on: Some(one.on),
            who: until.unwrap_or_default(),
            text: one.reference.clone(),
            ..Entry::default()
        }
    };
    list(frame, desk.view().ndas.iter().rev().map(entry).collect(), "site-desk-ndas-none")
}

fn product(desk: &Desk<'_>) -> Markup {
    let frame = &desk.frame;
    let number = desk.case.product.clone().unwrap_or_default();
    let named = desk.view().product.is_some_and(|(_, named)| named);
    let key = if named { "site-desk-product-named" } else { "site-desk-product-hidden" };
    let way = (frame.href(format!("/desk/cases/{number}")), frame.t("site-desk-to-product").into_owned());
    let entry = Entry { what: number, text: frame.t(key).into_owned(), way: Some(way), ..Entry::default() };
    list(frame, vec![entry], "desk-nobody")
}
