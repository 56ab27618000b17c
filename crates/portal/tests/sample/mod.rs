//! A published tree of invented advisories, written as the publishing program writes it: documents first, lists after.

#![allow(dead_code)]

#[path = "../../../formats/tests/samples/mod.rs"]
mod three;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use formats::document::{
    Affectedness, Countermeasure, CountermeasureKind, Product, Reference, Revision, Vendor, Vulnerability,
};
use formats::provider::{files, lists};
use formats::version::{VersionRange, VersionStatus, Versions};
use formats::{AdvisorySummary, Cvss, Localized, PublicDocument};
use jiff::{SignedDuration, Timestamp};
use portal::Setup;

pub use three::{many_vendors, one_vendor, publisher, unreached};

/// An instant at which all samples have been published.
pub fn now() -> Timestamp {
    at("2026-06-10T03:00:00Z")
}

pub fn at(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

/// A portal over a tree.
pub fn setup(folder: &Path, base_url: &str) -> Setup {
    let site = ui::Site {
        name_ja: "のろし".into(),
        name_en: "Noroshi".into(),
        operator_ja: "架空機構".into(),
        operator_en: "Kakuu Agency".into(),
        zone: ui::Zone::jst(),
    };
    Setup {
        folder: folder.to_owned(),
        site: Arc::new(site),
        base_url: base_url.to_owned(),
        demo: None,
        scratch: None,
        now: Arc::new(now),
    }
}

/// A folder that is gone after the test.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("portal-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder for the test");
        Folder(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Writes a whole tree; the newest revision of each advisory stands in the lists.
pub fn write_tree(root: &Path, documents: &[PublicDocument], base_url: &str) {
    let config = three::provider(base_url);
    for document in documents {
        for file in files(document, &config).expect("samples are sound") {
            write(root, &file.path, &file.bytes);
            if file.sign {
                write(
                    root,
                    &format!("{}.asc", file.path),
                    b"-----BEGIN PGP SIGNATURE-----\n(sample)\n-----END PGP SIGNATURE-----\n",
                );
            }
        }
    }
    write(
        root,
        "openpgp/0123456789abcdef0123456789abcdef01234567.asc",
        b"-----BEGIN PGP PUBLIC KEY BLOCK-----\n(sample)\n-----END PGP PUBLIC KEY BLOCK-----\n",
    );
    write(root, "pages/rules.json", include_bytes!("rules.json"));
    write_lists(root, documents, base_url);
}

/// Writes the lists and the change list.
pub fn write_lists(root: &Path, documents: &[PublicDocument], base_url: &str) {
    let mut newest: Vec<AdvisorySummary> = Vec::new();
    for summary in documents.iter().map(AdvisorySummary::from) {
        match newest.iter_mut().find(|known| known.id == summary.id) {
            Some(known) if known.revision < summary.revision => *known = summary,
            Some(_) => {}
            None => newest.push(summary),
        }
    }
    for file in lists(&newest, &three::provider(base_url)) {
        write(root, &file.path, &file.bytes);
    }
    for (number, document) in documents.iter().enumerate() {
        let (seq, id, revision, at) = (number + 1, document.id.slug(), document.revision, document.updated_at);
        let change = format!("{{\"seq\":{seq},\"id\":\"{id}\",\"revision\":{revision},\"at\":\"{at}\"}}\n");
        write(root, &format!("changes/{seq:08}.json"), change.as_bytes());
    }
    write(root, "changes/head", format!("{}\n", documents.len()).as_bytes());
}

/// Replaces a file as the publishing program does: written beside, then renamed.
pub fn write(root: &Path, path: &str, bytes: &[u8]) {
    let file = root.join(path);
    fs::create_dir_all(file.parent().expect("a path inside the tree")).expect("a folder of the tree");
    let beside = file.with_extension("new");
    fs::write(&beside, bytes).expect("a file of the tree");
    fs::rename(beside, file).expect("a file of the tree");
}

/// The three advisories of the formats, the one with two hundred developers, and enough others for a few pages.
pub fn documents() -> Vec<PublicDocument> {
    let mut first_of_one = one_vendor();
    first_of_one.revision = 1;
    first_of_one.updated_at = first_of_one.published_at;
    first_of_one.history.truncate(1);
    let mut documents = vec![first_of_one, one_vendor(), many_vendors(), unreached(), two_hundred(), japanese_only()];
    documents.extend((0..60).map(ordinary));
    documents
}

fn shell(number: &str, ja: &str, en: &str, published: &str) -> PublicDocument {
    PublicDocument::new(number.parse().expect("a number"), publisher(), Localized::new(ja, en), at(published))
}

fn vulnerability(cve: &str, cwe: &str, vectors: &[&str]) -> Vulnerability {
    let cvss = vectors.iter().map(|vector| Cvss::parse(vector).expect("a vector")).collect();
    Vulnerability { cve: Some(cve.to_owned()), cwes: vec![cwe.to_owned()], cvss, ..Vulnerability::default() }
}

fn vendor(ja: &str, en: &str, status: Affectedness) -> Vendor {
    Vendor::new(Localized::new(ja, en), status)
}

/// A library that two hundred developers build in.
pub fn two_hundred() -> PublicDocument {
    let mut document = shell(
        "JVN#88120457",
        "TLSライブラリ kagami における証明書検証の不備",
        "kagami TLS library fails to verify certificates properly",
        "2026-06-03T03:00:00Z",
    );
    document.critical = true;
    document.overview = Localized::new(
        "オープンソースのTLSライブラリ kagami には、中間証明書の有効期限を確かめない不備（CWE-295）があります。kagami は多くの機器やアプリケーションに組み込まれています。",
        "The open-source TLS library kagami does not check the validity period of intermediate certificates (CWE-295). It is built into many devices and applications.",
    );
    document.details = Localized::new(
        "kagami 3.2.0 から 3.4.6 までの版は、サーバ証明書の鎖をたどる際に、中間証明書の有効期限を確かめません。\n\n失効した中間証明書の秘密鍵を手に入れた攻撃者は、通信の途中に割り込み、正しいサーバになりすますことができます。\n\n技術的な詳細は https://kagami.example/advisories/2026-02 に掲載されています。",
        "When following the chain of a server certificate, kagami 3.2.0 to 3.4.6 does not check the validity period of intermediate certificates.\n\nAn attacker who has obtained the private key of an expired intermediate certificate can sit in the middle and pass for the right server.\n\nTechnical details: https://kagami.example/advisories/2026-02",
    );
    document.impact = Localized::new(
        "通信の途中に割り込んだ第三者に、暗号化された通信の内容を読まれたり、書き換えられたりする可能性があります。",
        "Somebody in the middle may read or change the contents of encrypted communication.",
    );
    document.solution.text = Localized::new(
        "kagami を使う製品を、開発者の情報をもとに更新してください。kagami を直接使っている開発者は、3.4.7 以降に更新してください。",
        "Update products that contain kagami according to their developers. Developers who use kagami directly should update to 3.4.7 or later.",
    );
    document.solution.countermeasures = vec![Countermeasure {
        kind: CountermeasureKind::Workaround,
        text: Localized::new(
            "設定ファイルで verify_chain = \"strict\" を指定すると、影響を避けられます。",
            "Setting verify_chain = \"strict\" in the configuration avoids the impact.",
        ),
        url: None,
    }];
    document.vulnerabilities = vec![vulnerability(
        "CVE-2026-20481",
        "CWE-295",
        &[
            "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:N",
            "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N",
        ],
    )];
    document.references = vec![Reference {
        title: Localized::new("kagami の告知", "Announcement of kagami"),
        url: "https://kagami.example/advisories/2026-02".to_owned(),
    }];
    document.vendors = (0..200).map(one_of_two_hundred).collect();
    document
}

/// Names as they might be, put together from parts.
fn one_of_two_hundred(number: usize) -> Vendor {
    const PLACES: [(&str, &str); 20] = [
        ("青葉", "Aoba"),
        ("飛鳥", "Asuka"),
        ("出雲", "Izumo"),
        ("宇治", "Uji"),
        ("大隅", "Osumi"),
        ("霞", "Kasumi"),
        ("北上", "Kitakami"),
        ("久慈", "Kuji"),
        ("賢島", "Kashikojima"),
        ("桜木", "Sakuragi"),
        ("白樺", "Shirakaba"),
        ("高千穂", "Takachiho"),
        ("千早", "Chihaya"),
        ("十和田", "Towada"),
        ("長良", "Nagara"),
        ("初瀬", "Hatsuse"),
        ("穂高", "Hotaka"),
        ("三笠", "Mikasa"),
        ("武蔵野", "Musashino"),
        ("吉野", "Yoshino"),
    ];
    const KINDS: [(&str, &str); 10] = [
        ("通信", "Networks"),
        ("電機", "Electric"),
        ("システムズ", "Systems"),
        ("ソフト", "Soft"),
        ("精工", "Precision"),
        ("無線", "Wireless"),
        ("計測", "Instruments"),
        ("情報", "Information"),
        ("工房", "Works"),
        ("クラウド", "Cloud"),
    ];
    const STATUSES: [Affectedness; 10] = [
        Affectedness::NotAffected,
        Affectedness::NotAffected,
        Affectedness::Affected,
        Affectedness::NotAffected,
        Affectedness::Unknown,
        Affectedness::NotAffected,
        Affectedness::AffectedInvestigating,
        Affectedness::Unknown,
        Affectedness::NotAffected,
        Affectedness::NotAffectedInvestigating,
    ];
    let (place, kind) = (PLACES[number % 20], KINDS[number / 20]);
    let status = STATUSES[(number * 7) % 10];
    let mut vendor = vendor(&format!("{}{}株式会社", place.0, kind.0), &format!("{} {}", place.1, kind.1), status);
    vendor.on = (status != Affectedness::Unknown).then(|| {
        "2026-05-20"
            .parse::<jiff::civil::Date>()
            .expect("a day")
            .saturating_add(jiff::Span::new().days((number % 14) as i64))
    });
    if status == Affectedness::Affected {
        let name = format!("{}-{}", place.1.chars().take(2).collect::<String>().to_uppercase(), 100 + number);
        let fixed = format!("2.{}.1", number % 9 + 1);
        vendor.products = vec![Product {
            name: Localized::same(name),
            versions: vec![
                Versions::ranged(VersionStatus::Affected, VersionRange::before(fixed.clone())),
                Versions::ranged(VersionStatus::Fixed, VersionRange::since(fixed.clone())),
            ],
            ..Product::default()
        }];
        vendor.countermeasures = vec![Countermeasure {
            kind: CountermeasureKind::Fix,
            text: Localized::new(format!("{fixed} へ更新してください。"), format!("Update to {fixed}.")),
            url: Some(format!("https://{}.example/security/kagami", place.1.to_lowercase())),
        }];
        vendor.link = Some(format!("https://{}.example/security/", place.1.to_lowercase()));
    }
    if number % 17 == 3 {
        vendor.statement = Localized::new(
            "当社のすべての製品について確認しました。結果は告知のページで順次お知らせします。お客様にはご迷惑をおかけしますが、ご理解をお願いいたします。",
            "We have checked all our products and will publish the results on our notice page as they come in.",
        );
    }
    vendor
}

/// Written in Japanese alone, without a score.
pub fn japanese_only() -> PublicDocument {
    let mut document = shell("JVN#30571194", "はるかぜ会計における情報漏えいの脆弱性", "", "2026-05-12T03:00:00Z");
    document.languages = vec![formats::Language::Ja];
    document.overview =
        Localized::new("株式会社はるかぜが提供するはるかぜ会計には、利用者の情報が漏えいする脆弱性があります。", "");
    document.impact = Localized::new("同じ端末の別の利用者に、会計の内容を読まれる可能性があります。", "");
    document.solution.text = Localized::new("開発者が提供する情報をもとに、最新版へ更新してください。", "");
    let mut harukaze = vendor("株式会社はるかぜ", "", Affectedness::Affected);
    harukaze.products = vec![Product {
        name: Localized::new("はるかぜ会計", ""),
        versions: vec![Versions::ranged(VersionStatus::Affected, VersionRange::up_to("7.3"))],
        ..Product::default()
    }];
    document.vendors = vec![harukaze];
    document.vulnerabilities = vec![Vulnerability { cwes: vec!["CWE-200".to_owned()], ..Vulnerability::default() }];
    document
}

/// One of many.
pub fn ordinary(number: usize) -> PublicDocument {
    const PRODUCTS: [(&str, &str, &str); 6] = [
        ("つばめグループウェア", "Tsubame Groupware", "つばめソフト株式会社"),
        ("WP用プラグイン みのむし", "Minomushi plugin for WP", "みのむし製作所"),
        ("ルータ NR-2400", "Router NR-2400", "なぎさ電機株式会社"),
        ("すずらん予約", "Suzuran Booking", "株式会社すずらん"),
        ("Androidアプリ「まちかど地図」", "Android app Machikado Map", "まちかど株式会社"),
        ("データベース管理 うぐいす", "Uguisu Database Manager", "うぐいす技研"),
    ];
    const KINDS: [(&str, &str, &str, &str); 5] = [
        (
            "クロスサイトスクリプティング",
            "cross-site scripting",
            "CWE-79",
            "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N",
        ),
        ("SQLインジェクション", "SQL injection", "CWE-89", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"),
        (
            "OSコマンドインジェクション",
            "OS command injection",
            "CWE-78",
            "CVSS:3.1/AV:A/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H",
        ),
        ("ディレクトリトラバーサル", "directory traversal", "CWE-22", "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:L/I:N/A:N"),
        ("情報の外部への露出", "exposure of information", "CWE-200", "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:L/I:N/A:N"),
    ];
    let (product, kind) = (PRODUCTS[number % 6], KINDS[(number * 3) % 5]);
    let id = format!("JVN#{:08}", (number as u32 * 7_654_321 + 12_345_678) % 100_000_000);
    let mut document = shell(
        &id,
        &format!("{}における{}の脆弱性", product.0, kind.0),
        &format!("{} vulnerable to {}", product.1, kind.1),
        "2026-05-27T03:00:00Z",
    );
    let published = at("2026-05-27T03:00:00Z") - SignedDuration::from_hours(24 * 13 * number as i64);
    (document.published_at, document.updated_at, document.history[0].at) = (published, published, published);
    document.overview = Localized::new(
        format!("{}が提供する{}には、{}の脆弱性が存在します。", product.2, product.0, kind.0),
        format!("{} contains a vulnerability: {}.", product.1, kind.1),
    );
    document.impact =
        Localized::new("遠隔の第三者に操作される可能性があります。", "A remote attacker may take control.");
    document.solution.text = Localized::new("最新版へ更新してください。", "Update to the latest version.");
    let mut maker = vendor(product.2, product.1, Affectedness::Affected);
    maker.products = vec![Product {
        name: Localized::new(product.0, product.1),
        versions: vec![Versions::ranged(
            VersionStatus::Affected,
            VersionRange::before(format!("{}.2", number % 7 + 1)),
        )],
        ..Product::default()
    }];
    document.vendors = vec![maker];
    document.vulnerabilities = vec![vulnerability(&format!("CVE-2026-{}", 30_000 + number), kind.2, &[kind.3])];
    if number.is_multiple_of(4) {
        document.updated_at = published + SignedDuration::from_hours(24 * 9);
        document.revision = 2;
        document.history.push(Revision {
            number: 2,
            at: document.updated_at,
            summary: Localized::new("ベンダ情報を更新しました。", "Updated the vendor status."),
        });
    }
    document
}

/// An advisory whose every text tries to be something else.
pub fn hostile() -> PublicDocument {
    let nasty = "<script>alert(1)</script>\"><img src=x onerror=alert(2)>'\u{202E}gpj.exe\u{2066}\u{0007} javascript:alert(3) https://ok.example/a\"onmouseover=\"x";
    let text = Localized::same(nasty);
    let mut document = shell("JVN#66600666", "x", "x", "2026-06-01T03:00:00Z");
    document.title = text.clone();
    document.overview = text.clone();
    document.details = text.clone();
    document.impact = text.clone();
    document.solution.text = text.clone();
    document.solution.countermeasures = vec![Countermeasure {
        kind: CountermeasureKind::Fix,
        text: text.clone(),
        url: Some("javascript:alert(4)".into()),
    }];
    document.supplementary = text.clone();
    document.acknowledgement = text.clone();
    document.acknowledgements =
        vec![formats::document::Acknowledgement { name: text.clone(), organisation: text.clone() }];
    document.references = vec![
        Reference { title: text.clone(), url: "javascript:alert(5)".into() },
        Reference { title: text.clone(), url: "https://ok.example/\"><script>".into() },
    ];
    document.related = vec![formats::document::RelatedDocument {
        system: nasty.into(),
        id: nasty.into(),
        title: text.clone(),
        url: Some("data:text/html,<script>alert(6)</script>".into()),
    }];
    let mut maker = vendor(nasty, nasty, Affectedness::Affected);
    maker.statement = text.clone();
    maker.link = Some("vbscript:alert(7)".into());
    maker.products = vec![Product {
        name: text.clone(),
        cpe: Some(nasty.into()),
        purl: Some(nasty.into()),
        notes: text.clone(),
        versions: vec![Versions { status: VersionStatus::Affected, text: text.clone(), range: None }],
    }];
    document.vendors = vec![maker];
    document.vulnerabilities = vec![Vulnerability {
        title: text.clone(),
        cve: Some(nasty.into()),
        cwes: vec![nasty.into()],
        cvss: vec![Cvss {
            vector: nasty.into(),
            ..Cvss::parse("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H").expect("a vector")
        }],
        ..Vulnerability::default()
    }];
    document.publisher.name = text.clone();
    document.publisher.contact = text.clone();
    document.publisher.authority = text;
    document
}
