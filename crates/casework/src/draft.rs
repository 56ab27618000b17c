//! The first draft of an advisory, made from the case: a skeleton in both languages that the coordinator rewrites.

use rulebook::advisory::AdvisoryContent;
use rulebook::advisory::content::{affected, vendors};
use rulebook::case::ending::{EolRoad, eol_case};
use rulebook::case::judgement::Ground;
use rulebook::case::{CaseFile, CaseState};
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
        solution: solution(case),
        stop_using: stop_using(case),
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
    // Names for machines are the coordinator's, whatever a developer says of versions.
    for row in &mut rows {
        let known = content.affected.iter().find(|one| (&one.vendor, &one.product) == (&row.vendor, &row.product));
        if let Some(known) = known {
            (row.cpe, row.purl) = (known.cpe.clone(), known.purl.clone());
        }
    }
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
fn solution(case: &CaseState) -> Localized {
    if let Some(name) = unreachable(case) {
        return if case.developers.len() == 1 { stop() } else { stop_that_of(name) };
    }
    Localized::new(
        "開発者が提供する情報をもとに、対策をしてください。開発者ごとの対策方法は「ベンダ情報」をご覧ください。",
        "Apply the countermeasures according to the information provided by the developers. For each developer's \
         countermeasures, see the vendor section.",
    )
}

/// The developer that cannot be reached, in a case that is published because of it (Ⅳ.3.(2).7.ア).
fn unreachable(case: &CaseState) -> Option<&str> {
    let round = case.judgement.to_publish().filter(|round| round.ground == Some(Ground::Unreachable))?;
    round.developer.and_then(|id| case.developer(id)).map(|side| side.name.as_str())
}

/// A developer that nobody can reach offers nothing: what is left is to stop using the product.
fn stop() -> Localized {
    Localized::new(
        "製品開発者と連絡が取れないため、対策の有無は分かっていません。この製品の使用を停止してください。",
        "The developer cannot be reached, so it is not known whether there will be a fix. Stop using this product.",
    )
}

fn stop_that_of(name: &str) -> Localized {
    Localized::new(
        format!(
            "{name}とは連絡が取れないため、対策の有無は分かっていません。{name}の該当する製品は、使用を停止してください。\
             そのほかの開発者の対策方法は「ベンダ情報」をご覧ください。"
        ),
        format!(
            "{name} cannot be reached, so it is not known whether there will be a fix: stop using its affected products. \
             For the countermeasures of the other developers, see the vendor section."
        ),
    )
}

/// Products without support for which no fix comes: the text proposes to ask users to stop using them (the cases C, D
/// and E of ended support). The coordinator unticks what it does not ask for.
fn stop_using(case: &CaseState) -> Vec<String> {
    let asked = |road| !matches!(road, EolRoad::EndPossible | EolRoad::Publication);
    let ended = case.ending.support.iter();
    let ended = ended.filter(|(developer, support)| asked(eol_case(case, *developer, support).road()));
    ended.map(|(_, support)| support.product.clone()).collect()
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
    use jiff::Timestamp;
    use jiff::civil::date;
    use rulebook::case::ending::{EndOfSupport, FixPlan, StopUsing};
    use rulebook::case::judgement::{Minutes, Round, Ruling, Verdict};
    use rulebook::case::{CaseContent, CaseEvent, Origin};
    use rulebook::ids::{CaseId, DeveloperId};
    use rulebook::report::form::Consents;
    use uuid::Uuid;

    use super::*;

    fn case(developers: &[&str]) -> CaseState {
        let opened = CaseEvent::CaseOpened {
            number: "12345678".into(),
            report: None,
            origin: Origin::Finder,
            language: Language::Ja,
            accepted_on: date(2026, 4, 1),
            edition: "2026".into(),
            content: CaseContent::default(),
            attachments: vec![],
            consents: Consents::default(),
            high_impact: false,
            wished_day: None,
        };
        let mut case = CaseState::begin(CaseId(Uuid::nil()), Timestamp::UNIX_EPOCH, &opened).expect("a case");
        for (place, name) in developers.iter().enumerate() {
            let added = CaseEvent::DeveloperAdded { developer: developer(place), name: (*name).into() };
            case.evolve(Timestamp::UNIX_EPOCH, &added);
        }
        case
    }

    fn developer(place: usize) -> DeveloperId {
        DeveloperId(Uuid::from_u128(place as u128 + 1))
    }

    /// The committee decided to publish, because of the first developer.
    fn judged(mut case: CaseState, ground: Ground) -> CaseState {
        let ruling = Ruling {
            verdict: Verdict::Publish,
            met: vec![],
            reason: String::new(),
            minutes: Minutes { attended: vec![], summary: String::new() },
            on: date(2026, 11, 1),
        };
        let round =
            Round { developer: Some(developer(0)), ground: Some(ground), ruling: Some(ruling), ..Round::default() };
        case.judgement.rounds.push(round);
        case
    }

    #[test]
    fn where_nobody_can_be_reached_users_are_asked_to_stop() {
        let alone = solution(&judged(case(&["朝霧工房"]), Ground::Unreachable));
        assert!(alone.ja.contains("この製品の使用を停止してください") && !alone.ja.contains("提供する情報"));
        assert!(alone.en.contains("Stop using this product"));
        let among = solution(&judged(case(&["朝霧工房", "霧浜ソフト"]), Ground::Unreachable));
        assert!(
            among.ja.contains("朝霧工房の該当する製品は、使用を停止してください") && among.ja.contains("ベンダ情報")
        );
        assert!(!among.ja.contains("霧浜ソフト"), "the others' own words stand at their own entries");
        for offers in [case(&["朝霧工房"]), judged(case(&["朝霧工房"]), Ground::NoAgreement)] {
            assert!(solution(&offers).ja.contains("開発者が提供する情報"));
        }
    }

    #[test]
    fn a_product_without_support_and_fix_is_proposed_for_it() {
        let mut case = case(&["朝霧工房"]);
        let support = |fix| EndOfSupport {
            product: "朝霧アーカイバ 1".into(),
            ended_on: date(2025, 3, 31),
            fix,
            agrees: StopUsing::NoAnswer,
        };
        case.ending.support = vec![(developer(0), support(FixPlan::None))];
        assert_eq!(stop_using(&case), ["朝霧アーカイバ 1"], "case E: nobody answers");
    }

    #[test]
    fn cwe_ids_are_found_in_what_people_write() {
        assert_eq!(cwe_ids("クロスサイト・スクリプティング（CWE-79）"), vec!["CWE-79"]);
        assert_eq!(cwe_ids("cwe 22 / CWE-79, CWE-79"), vec!["CWE-22", "CWE-79"]);
        assert_eq!(cwe_ids("XSS"), Vec::<String>::new());
    }
}
