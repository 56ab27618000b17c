//! Three invented advisories, shared by the tests and the example: one vendor with a CVE, many vendors with every
//! status, and an unreached developer without a CVE.

#![allow(dead_code)]

use formats::document::{
    Acknowledgement, Affectedness, Countermeasure, CountermeasureKind, Product, PublicDocument, Publisher, Reference,
    RelatedDocument, Revision, Solution, Vendor, Vulnerability,
};
use formats::provider::{ProviderConfig, PublicKey};
use formats::version::{VersionRange, VersionStatus, Versions};
use formats::{Cvss, Localized};

pub fn publisher() -> Publisher {
    Publisher {
        name: Localized::new("のろし脆弱性情報", "Noroshi Vulnerability Notes"),
        namespace: "https://noroshi.example".to_owned(),
        contact: Localized::same("desk@noroshi.example"),
        authority: Localized::new(
            "情報セキュリティ早期警戒パートナーシップに基づく調整機関です。",
            "The coordinator of the Information Security Early Warning Partnership.",
        ),
    }
}

pub fn provider(base_url: &str) -> ProviderConfig {
    ProviderConfig {
        base_url: base_url.to_owned(),
        publisher: publisher(),
        keys: vec![PublicKey {
            fingerprint: "0123456789abcdef0123456789abcdef01234567".to_owned(),
            path: "openpgp/0123456789abcdef0123456789abcdef01234567.asc".to_owned(),
        }],
        list_on_aggregators: true,
        mirror_on_aggregators: true,
        security_contacts: vec!["mailto:security@noroshi.example".to_owned()],
        security_expires: "2026-12-01T00:00:00Z".parse().unwrap(),
        metadata_updated_at: "2026-06-01T03:00:00Z".parse().unwrap(),
        assigner: None,
    }
}

pub fn all() -> Vec<PublicDocument> {
    vec![one_vendor(), many_vendors(), unreached()]
}

fn shell(number: &str, ja: &str, en: &str, at: &str) -> PublicDocument {
    PublicDocument::new(number.parse().unwrap(), publisher(), Localized::new(ja, en), at.parse().unwrap())
}

fn vendor(name: Localized, status: Affectedness) -> Vendor {
    let on = (status != Affectedness::Unknown).then(|| "2026-05-20".parse().unwrap());
    Vendor { on, ..Vendor::new(name, status) }
}

fn product(name: Localized, versions: Vec<Versions>) -> Product {
    Product { name, versions, ..Product::default() }
}

fn measure(kind: CountermeasureKind, ja: &str, en: &str) -> Countermeasure {
    Countermeasure { kind, text: Localized::new(ja, en), url: None }
}

fn cvss(vector: &str) -> Cvss {
    Cvss::parse(vector).unwrap()
}

/// One vendor, one CVE, both versions of CVSS, updated once.
pub fn one_vendor() -> PublicDocument {
    let mut document = shell(
        "JVN#10293847",
        "ミドリ帳票におけるクロスサイトスクリプティングの脆弱性",
        "Midori Report vulnerable to cross-site scripting",
        "2026-05-28T03:00:00Z",
    );
    document.overview = Localized::new(
        "ミドリソフト株式会社が提供するミドリ帳票には、クロスサイトスクリプティングの脆弱性が存在します。",
        "Midori Report provided by Midori Soft Inc. contains a cross-site scripting vulnerability.",
    );
    document.impact = Localized::new(
        "当該製品を使用している利用者のウェブブラウザ上で、任意のスクリプトを実行される可能性があります。",
        "An arbitrary script may be executed on the web browser of a user of the product.",
    );
    document.solution.text = Localized::new(
        "アップデートする\n開発者が提供する情報をもとに、最新版へアップデートしてください。",
        "Update the software\nUpdate to the latest version according to the information provided by the developer.",
    );
    let mut midori = vendor(Localized::new("ミドリソフト株式会社", "Midori Soft Inc."), Affectedness::Affected);
    midori.statement = Localized::new("2.4.1 で修正しました。", "Fixed in 2.4.1.");
    midori.link = Some("https://midori.example/security/20260528".to_owned());
    midori.products = vec![Product {
        cpe: Some("cpe:2.3:a:midori:report:*:*:*:*:*:*:*:*".to_owned()),
        purl: Some("pkg:generic/midori-report".to_owned()),
        notes: Localized::new("バージョンは「ヘルプ」から確認できます。", "The version is shown in the menu Help."),
        ..product(
            Localized::new("ミドリ帳票", "Midori Report"),
            vec![
                Versions::ranged(VersionStatus::Affected, VersionRange::before("2.4.1")),
                Versions::ranged(VersionStatus::Fixed, VersionRange::exact("2.4.1")),
            ],
        )
    }];
    midori.countermeasures = vec![Countermeasure {
        url: Some("https://midori.example/download".to_owned()),
        ..measure(CountermeasureKind::Fix, "2.4.1 へアップデートしてください。", "Update to 2.4.1.")
    }];
    document.vendors = vec![midori];
    document.vulnerabilities = vec![Vulnerability {
        title: Localized::default(),
        cve: Some("CVE-2026-10293".to_owned()),
        cwes: vec!["CWE-79".to_owned()],
        cvss: vec![
            cvss("CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N"),
            cvss("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:A/VC:N/VI:N/VA:N/SC:L/SI:L/SA:N"),
        ],
        ..Vulnerability::default()
    }];
    document.acknowledgement = Localized::new(
        "この脆弱性情報は、パートナーシップに基づき下記の方が受付機関に報告し、調整機関が開発者との調整を行いました。",
        "The following person reported this vulnerability under the Partnership, and the coordinator worked with the developer.",
    );
    document.acknowledgements = vec![Acknowledgement {
        name: Localized::new("架空 花子 氏", "Hanako Kakuu"),
        organisation: Localized::new("架空セキュリティ株式会社", "Kakuu Security Inc."),
    }];
    document.related = vec![RelatedDocument {
        system: "JVN iPedia".to_owned(),
        id: "JVNDB-2026-000051".to_owned(),
        title: Localized::default(),
        url: Some("https://db.noroshi.example/JVNDB-2026-000051".to_owned()),
    }];
    document.revision = 2;
    document.updated_at = "2026-06-01T03:00:00Z".parse().unwrap();
    document.history.push(Revision {
        number: 2,
        at: document.updated_at,
        summary: Localized::new("ベンダ情報を更新しました。", "The vendor status was updated."),
    });
    document
}

/// Six vendors with all five statuses, two vulnerabilities, versions in words.
pub fn many_vendors() -> PublicDocument {
    let mut document = shell(
        "JVNVU#91827364",
        "複数のルータ製品に複数の脆弱性",
        "Multiple vulnerabilities in multiple router products",
        "2025-12-31T15:30:00Z",
    );
    document.critical = true;
    document.overview = Localized::new(
        "複数のルータ製品に、複数の脆弱性が存在します。",
        "Multiple router products contain multiple vulnerabilities.",
    );
    document.details = Localized::new(
        "認証の欠如、および OS コマンドインジェクションです。",
        "Missing authentication and OS command injection.",
    );
    document.impact = Localized::new(
        "遠隔の第三者によって、任意の OS コマンドを実行される可能性があります。",
        "A remote attacker may execute an arbitrary OS command.",
    );
    document.solution = Solution {
        text: Localized::new("各ベンダの情報をもとに対処してください。", "Act on the information of each vendor."),
        countermeasures: vec![measure(
            CountermeasureKind::Workaround,
            "WAN 側からの管理画面へのアクセスを禁止してください。",
            "Block access to the management page from the WAN side.",
        )],
    };
    document.supplementary = Localized::new("影響は設定により異なります。", "The impact depends on the settings.");
    document.references = vec![Reference {
        title: Localized::same("RFC 9116"),
        url: "https://www.rfc-editor.org/rfc/rfc9116".to_owned(),
    }];
    document.vendors = many_vendors_entries();
    document.vulnerabilities = vec![
        Vulnerability {
            title: Localized::new("重要な機能に対する認証の欠如", "Missing authentication for critical function"),
            cve: Some("CVE-2025-90001".to_owned()),
            cwes: vec!["CWE-306".to_owned(), "CWE-862".to_owned()],
            cvss: vec![cvss("CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H")],
            ..Vulnerability::default()
        },
        Vulnerability {
            title: Localized::new("OS コマンドインジェクション", "OS command injection"),
            cve: None,
            cwes: vec!["CWE-9999".to_owned(), "CWE-78".to_owned()],
            cvss: vec![
                cvss("CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:U/C:H/I:H/A:H"),
                cvss("CVSS:4.0/AV:N/AC:L/AT:N/PR:H/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"),
            ],
            ..Vulnerability::default()
        },
    ];
    document
}

fn many_vendors_entries() -> Vec<Vendor> {
    let name = |ja: &str, en: &str| Localized::new(ja, en);
    let mut aka = vendor(name("アカ通信株式会社", "Aka Communications"), Affectedness::Affected);
    aka.products = vec![
        product(
            Localized::same("AK-1000"),
            vec![
                Versions::ranged(VersionStatus::Affected, VersionRange::between("1.0", "1.8 SP2")),
                Versions::ranged(VersionStatus::NotAffected, VersionRange::since("2.0")),
                Versions {
                    status: VersionStatus::Affected,
                    text: name(
                        "特注ファームウェア（2019 年以前に出荷したもの）",
                        "custom firmware shipped in 2019 or before",
                    ),
                    range: None,
                },
            ],
        ),
        product(Localized::same("AK-Cloud"), vec![Versions::ranged(VersionStatus::Affected, VersionRange::All)]),
        product(
            Localized::same("AK-9 all versions"),
            vec![Versions::ranged(VersionStatus::Fixed, VersionRange::exact("9.1 and later"))],
        ),
    ];
    aka.countermeasures = vec![measure(CountermeasureKind::Fix, "1.9 へ更新してください。", "Update to 1.9.")];
    let mut kuro = vendor(name("クロ電機", "Kuro Electric"), Affectedness::AffectedInvestigating);
    kuro.products = vec![
        product(
            Localized::same("KR-5"),
            vec![
                Versions::ranged(VersionStatus::Affected, VersionRange::up_to("5.2")),
                Versions::ranged(VersionStatus::UnderInvestigation, VersionRange::since("6.0")),
                Versions::ranged(VersionStatus::Unknown, VersionRange::exact("5.3")),
            ],
        ),
        product(Localized::same("KR-7"), Vec::new()),
    ];
    kuro.countermeasures =
        vec![measure(CountermeasureKind::NoneAvailable, "修正を準備しています。", "A fix is being prepared.")];
    let mut shiro = vendor(name("シロネット", "Shiro Net"), Affectedness::NotAffected);
    shiro.statement = Localized::new("当社製品は該当しません。", "Our products are not affected.");
    shiro.countermeasures =
        vec![measure(CountermeasureKind::Workaround, "念のため更新してください。", "Update to be safe.")];
    let ao = vendor(name("アオ技研", "Ao Giken"), Affectedness::NotAffectedInvestigating);
    let ki = vendor(name("キイロ工業", "Kiiro Industries"), Affectedness::Unknown);
    let mut oss = vendor(name("テラコッタ プロジェクト", "The Terracotta Project"), Affectedness::Affected);
    oss.products = vec![Product {
        purl: Some("pkg:npm/%40terracotta/router".to_owned()),
        ..product(
            Localized::same("@terracotta/router"),
            vec![
                Versions::ranged(
                    VersionStatus::Affected,
                    VersionRange::Vers { vers: "vers:npm/>=3.0.0|<3.4.2".to_owned() },
                ),
                Versions::ranged(VersionStatus::Affected, VersionRange::before("2.9.9")),
                Versions::ranged(VersionStatus::Fixed, VersionRange::exact("3.4.2")),
            ],
        )
    }];
    oss.countermeasures = vec![measure(CountermeasureKind::Fix, "3.4.2 へ更新してください。", "Update to 3.4.2.")];
    vec![aka, kuro, shiro, ao, ki, oss]
}

/// A developer that could not be reached: no CVE, stop using the product.
pub fn unreached() -> PublicDocument {
    let mut document = shell(
        "JVN#56473829",
        "旧どんぐりメーラにおけるファイル検索パスの制御不備の脆弱性",
        "Uncontrolled search path element in Old Donguri Mailer",
        "2026-04-10T03:00:00Z",
    );
    document.stop_using = true;
    document.overview = Localized::new(
        "旧どんぐりメーラには、ファイル検索パスの制御不備の脆弱性が存在します。",
        "Old Donguri Mailer contains an uncontrolled search path element vulnerability.",
    );
    document.impact = Localized::new("任意のコードを実行される可能性があります。", "Arbitrary code may be executed.");
    document.solution.text = Localized::new("使用を中止してください。", "Stop using the product.");
    let mut donguri = vendor(Localized::new("どんぐり工房", "Donguri Koubou"), Affectedness::Unknown);
    donguri.products = vec![product(
        Localized::new("旧どんぐりメーラ", "Old Donguri Mailer"),
        vec![Versions::ranged(VersionStatus::Affected, VersionRange::All)],
    )];
    donguri.countermeasures = vec![measure(
        CountermeasureKind::StopUsing,
        "サポートが終了しています。使用を中止してください。",
        "Support has ended. Stop using it.",
    )];
    document.vendors = vec![donguri];
    document.vulnerabilities = vec![Vulnerability {
        cwes: vec!["CWE-427".to_owned()],
        cvss: vec![cvss("CVSS:3.0/AV:L/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H")],
        ..Vulnerability::default()
    }];
    document
}
