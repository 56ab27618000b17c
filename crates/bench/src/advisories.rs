//! Invented advisories, as long and as full as real ones.

use formats::document::{
    Affectedness, Countermeasure, CountermeasureKind, Product, PublicDocument, Publisher, Reference, Vendor,
    Vulnerability,
};
use formats::version::{VersionRange, VersionStatus, Versions};
use formats::{AdvisoryNumber, Cvss, Localized};
use jiff::{SignedDuration, Timestamp};

use crate::Outcome;

const VECTORS: [&str; 4] = [
    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N",
    "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:L/I:N/A:N",
    "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:A/VC:N/VI:N/VA:N/SC:L/SI:L/SA:N",
];
const PLACES: [&str; 8] = ["Aoba", "Izumo", "Kasumi", "Kitakami", "Nagara", "Musashino", "Takachiho", "Yoshino"];

/// Advisories of ten years when one comes every 520 minutes.
const OF_TEN_YEARS: usize = 10_000;

/// The advisory of this number, with so many developers.
pub fn advisory(number: usize, developers: usize, newest: Timestamp) -> Outcome<PublicDocument> {
    let title = Localized::new(
        format!("{}製品における認証回避の脆弱性（{number}）", PLACES[number % 8]),
        format!("{} products vulnerable to authentication bypass ({number})", PLACES[number % 8]),
    );
    // Over about ten years, however many there are: a list offers each of its years.
    let minutes = 520 * (number % OF_TEN_YEARS) + number / OF_TEN_YEARS;
    let published_at = newest - SignedDuration::from_mins(minutes as i64);
    let mut document = PublicDocument::new(id(number)?, publisher(), title, published_at);
    document.overview = many(
        "複数の開発者が提供するネットワーク機器の管理画面には、認証を回避される脆弱性（CWE-287）が存在します。",
        "The management page of network devices of several developers lets somebody in without a password (CWE-287).",
        2,
    );
    document.details = many(
        "管理画面は、起動の直後に届いた要求を、利用者を確かめる処理が始まる前に受け付けます。",
        "The management page takes requests that arrive right after the start, before it can tell who sends them.",
        8,
    );
    document.impact = many(
        "遠隔の第三者に、機器の設定を変更されたり、任意の命令を実行されたりする可能性があります。",
        "A remote attacker may change the settings of the device or execute arbitrary commands.",
        2,
    );
    document.solution.text = many(
        "開発者が提供する情報をもとに、最新の版へ更新してください。",
        "Update to the latest version according to the information provided by the developers.",
        3,
    );
    document.vulnerabilities = vec![Vulnerability {
        cve: Some(format!("CVE-2026-{}", 10_000 + number)),
        cwes: vec!["CWE-287".to_owned()],
        cvss: vec![Cvss::parse(VECTORS[number % 3])?, Cvss::parse(VECTORS[3])?],
        ..Vulnerability::default()
    }];
    document.references = vec![Reference {
        title: Localized::new("開発者の告知", "Announcement of the developers"),
        url: format!("https://announcement.example/{number}"),
    }];
    document.vendors = (0..developers).map(vendor).collect();
    Ok(document)
}

/// Eight digits that look drawn, and differ for every number below a hundred million.
fn id(number: usize) -> Outcome<AdvisoryNumber> {
    let digits = (number as u64 * 7_654_321 + 12_345_678) % 100_000_000;
    format!("JVN#{digits:08}").parse().map_err(|_| "a number of an advisory is not one".into())
}

fn many(ja: &str, en: &str, times: usize) -> Localized {
    Localized::new(ja.repeat(times), [en].repeat(times).join(" "))
}

fn publisher() -> Publisher {
    Publisher {
        name: Localized::new("のろし脆弱性情報", "Noroshi Vulnerability Notes"),
        namespace: "https://noroshi.example".to_owned(),
        contact: Localized::same("desk@noroshi.example"),
        authority: Localized::default(),
    }
}

fn vendor(number: usize) -> Vendor {
    let place = PLACES[number % PLACES.len()];
    let status = Affectedness::ALL[number % Affectedness::ALL.len()];
    let name = Localized::new(format!("{place}{number}電機株式会社"), format!("{place} {number} Electric"));
    let mut vendor = Vendor {
        on: Some(jiff::civil::date(2026, 5, 20)),
        statement: many(
            "当社の製品について確認した結果をお知らせします。",
            "This is what we found in our products.",
            2,
        ),
        link: Some(format!("https://{}.example/security/{number}", place.to_lowercase())),
        ..Vendor::new(name, status)
    };
    if matches!(status, Affectedness::Affected | Affectedness::AffectedInvestigating) {
        let fixed = format!("2.{number}.1");
        vendor.products = vec![Product {
            name: Localized::same(format!("{}-{}", &place[..2].to_uppercase(), 100 + number)),
            versions: vec![
                Versions::ranged(VersionStatus::Affected, VersionRange::before(fixed.clone())),
                Versions::ranged(VersionStatus::Fixed, VersionRange::since(fixed.clone())),
            ],
            ..Product::default()
        }];
        vendor.countermeasures = vec![Countermeasure {
            kind: CountermeasureKind::Fix,
            text: Localized::new(format!("{fixed} へ更新してください。"), format!("Update to {fixed}.")),
            url: None,
        }];
    }
    vendor
}
