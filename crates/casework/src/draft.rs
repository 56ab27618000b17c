//! The first draft of an advisory, made from the case: a skeleton in both languages that the coordinator rewrites.

use rulebook::advisory::AdvisoryContent;
use rulebook::advisory::content::{affected, vendors};
use rulebook::case::CaseFile;
use rulebook::influence::Rating;
use rulebook::text::{Language, Localized};

/// A draft from what the case knows. Text goes to the side of the language in which it was reported.
#[must_use]
pub fn draft(file: &CaseFile, utc_offset_hours: i8) -> AdvisoryContent {
    let case = &file.case;
    let copy = case.handed_over.as_ref().map_or(&case.content, |copy| &copy.content);
    let said = |text: &str| one_side(case.language, text);
    let mut content = AdvisoryContent {
        title: title(&copy.product, &copy.kind),
        overview: Localized::new(
            format!("{}には、{}の脆弱性が存在します。", copy.product, copy.kind),
            format!("{} contains a vulnerability: {}.", copy.product, copy.kind),
        ),
        details: said(""),
        impact: said(&copy.threat),
        solution: solution(),
        cwe: cwe_ids(&copy.kind),
        cvss: case.rating().map(vectors).unwrap_or_default(),
        ..AdvisoryContent::default()
    };
    content.vendors = vendors(file, utc_offset_hours);
    content.affected = affected(&content.vendors);
    content
}

/// The same text with the developers' newest statements.
#[must_use]
pub fn refresh(content: &AdvisoryContent, file: &CaseFile, utc_offset_hours: i8) -> AdvisoryContent {
    let mut fresh = content.clone();
    fresh.vendors = vendors(file, utc_offset_hours);
    // Rows that the developers named are renewed; rows that the coordinator wrote for others stay.
    let names: Vec<String> = fresh.vendors.iter().map(|vendor| vendor.name.clone()).collect();
    fresh.affected.retain(|product| !names.contains(&product.vendor));
    let mut rows = affected(&fresh.vendors);
    rows.append(&mut fresh.affected);
    fresh.affected = rows;
    fresh
}

/// The vectors of the rating, version 4 after version 3.
fn vectors(rating: &Rating) -> Vec<String> {
    let four = rating.v4.as_ref().map(|four| four.vector.clone());
    [rating.vector.clone()].into_iter().chain(four).collect()
}

fn one_side(language: Language, text: &str) -> Localized {
    match language {
        Language::Ja => Localized::new(text.trim(), ""),
        Language::En => Localized::new("", text.trim()),
    }
}

fn title(product: &str, kind: &str) -> Localized {
    let bare = kind.split(['（', '(']).next().unwrap_or(kind).trim();
    Localized::new(
        format!("{}における{bare}の脆弱性", product.trim()),
        format!("{} vulnerable to {bare}", product.trim()),
    )
}

/// What holds for everybody. What each developer offers stands in its own entry: before publication no developer sees
/// another's (Ⅳ.5.9).
fn solution() -> Localized {
    Localized::new(
        "開発者が提供する情報をもとに、対策をしてください。開発者ごとの対策方法は「ベンダ情報」をご覧ください。",
        "Apply the countermeasures according to the information provided by the developers. For each developer's \
         countermeasures, see the vendor section.",
    )
}

/// The CWE ids in a kind as a finder wrote it.
#[must_use]
pub fn cwe_ids(kind: &str) -> Vec<String> {
    let upper = kind.to_uppercase();
    let mut ids = Vec::new();
    for part in upper.split("CWE").skip(1) {
        let digits: String =
            part.trim_start_matches(['-', '‐', '－', ' ']).chars().take_while(char::is_ascii_digit).take(5).collect();
        let id = format!("CWE-{digits}");
        if !digits.is_empty() && !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cwe_ids_are_found_in_what_people_write() {
        assert_eq!(cwe_ids("クロスサイト・スクリプティング（CWE-79）"), vec!["CWE-79"]);
        assert_eq!(cwe_ids("cwe 22 / CWE-79, CWE-79"), vec!["CWE-22", "CWE-79"]);
        assert_eq!(cwe_ids("XSS"), Vec::<String>::new());
    }
}
