//! Text forms: the samples beside this file, the blank forms of the documentation, and what people make of them.

use encoding_rs::{EUC_JP, ISO_2022_JP, SHIFT_JIS, UTF_8};
use intake::{Intake, Limits, Obstacle, Unreadable};
use jiff::civil::date;
use rulebook::report::form::{
    Answer, Consents, CoordinationBy, InformationSource, ReportForm, ReportKind, Reproducibility,
};
use rulebook::report::problems::{Fault, FormItem, Problem, problems};
use rulebook::text::Language;

const PRODUCT: &str = include_str!("forms/product.txt");
const WEBSITE: &str = include_str!("forms/website.txt");
const OWN_PRODUCT: &str = include_str!("forms/own-product.txt");
const ENGLISH: &str = include_str!("forms/product-english.txt");
const REARRANGED: &str = include_str!("forms/product-rearranged.txt");
const INCOMPLETE: &str = include_str!("forms/product-incomplete.txt");

fn read(bytes: &[u8]) -> Intake {
    intake::read("form.txt", bytes, &Limits::default()).expect("taken in")
}

fn whole(bytes: &[u8]) -> ReportForm {
    let intake = read(bytes);
    assert_eq!(intake.problems, [], "no problem");
    assert!(intake.kind_known && !intake.needs_reading());
    assert_eq!(intake.original, bytes);
    intake.form
}

fn problem(item: FormItem, fault: Fault) -> Problem {
    Problem { item, fault }
}

/// What product.txt says, written down by hand.
fn product() -> ReportForm {
    ReportForm {
        kind: ReportKind::Product,
        finder_name: "焔 とおる".into(),
        affiliation: "火の見櫓研究会".into(),
        phone: "045-000-0119".into(),
        email: "homura@hinomi.example".into(),
        consents: Consents { share_identity: Answer::No, direct_contact: Answer::Yes, publish_name: Answer::No },
        source: Some(InformationSource::FromPerson),
        product_name: "半鐘ファイル交換".into(),
        product_version: "1.0.0 から\n1.0.7 まで".into(),
        patch_level: "なし".into(),
        product_language: "日本語、英語".into(),
        configuration: "匿名の利用を許す".into(),
        developer: "合同会社半鐘堂".into(),
        vulnerability_kind: "ディレクトリ・トラバーサル（CWE-22）".into(),
        steps: "(1) 共有フォルダを開く。\n(2) 次の要求を送る。名称：や言語：のような語も本文に現れる。\n    \
                GET /files/..%2f..%2fetc%2fpasswd HTTP/1.1\n\n    設定情報：この行は手順の続き\n(3) 設定ファイルの内容が返る。"
            .into(),
        reproducibility: Some(Reproducibility::Sometimes),
        reproducibility_note: "負荷が低いときに限る。".into(),
        threat: "任意のファイルを読み出される。".into(),
        workaround: "匿名の利用を止める。".into(),
        proof: "なし".into(),
        notes: "㈱や①、～も読めること。".into(),
        reported_elsewhere: Answer::Yes,
        elsewhere_details: "開発者へ 2026年9月1日 に知らせたが、返事がない。".into(),
        coordination: Some(CoordinationBy::ReceivingBody),
        encryption: Answer::No,
        remarks: "連絡方法：電話\n平日の昼は電話に出られません。\n\n夜は出られます。".into(),
        ..ReportForm::default()
    }
}

#[test]
fn a_product_form_is_read_item_by_item() {
    assert_eq!(whole(PRODUCT.as_bytes()), product());
}

#[test]
fn every_encoding_and_line_end_says_the_same() {
    for encoding in [UTF_8, SHIFT_JIS, EUC_JP, ISO_2022_JP] {
        let (bytes, _, lost) = encoding.encode(PRODUCT);
        assert!(!lost, "{}", encoding.name());
        assert_eq!(whole(&bytes), product(), "{}", encoding.name());
    }
    assert_eq!(whole(PRODUCT.replace('\n', "\r\n").as_bytes()), product());
    assert_eq!(whole(format!("\u{feff}{PRODUCT}").as_bytes()), product());
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(PRODUCT.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(whole(&utf16), product());
}

#[test]
fn a_quoted_form_says_the_same() {
    let quoted: String = PRODUCT.lines().map(|line| format!("> {line}\n")).collect();
    assert_eq!(whole(format!("届出します。\n\n{quoted}\n-- \n焔\n電話番号: 1\n").as_bytes()).steps, product().steps);
}

#[test]
fn a_website_form_is_read_in_full_width() {
    let form = whole(WEBSITE.as_bytes());
    let expected = ReportForm {
        kind: ReportKind::Website,
        finder_name: "薪 たきぎ".into(),
        affiliation: "なし".into(),
        email: "takigi@maki.example".into(),
        consents: Consents {
            share_identity: Answer::Yes,
            direct_contact: Answer::No,
            publish_name: Answer::Unanswered,
        },
        website_url: "https://yoyaku.kagaribi.example/search?q=test&page=2".into(),
        vulnerability_kind: "クロスサイト・スクリプティング（CWE-79）".into(),
        how_found: "予約を探していて気付いた。".into(),
        why_vulnerability: "q の値がそのまま画面に現れ、文字列 <b>火</b> が太字になった。".into(),
        threat: "本物サイト上への偽情報の表示".into(),
        proof: "添付の gamen.png".into(),
        reported_elsewhere: Answer::No,
        encryption: Answer::No,
        ..ReportForm::default()
    };
    assert_eq!(form, expected);
}

#[test]
fn an_own_product_form_is_read() {
    let form = whole(OWN_PRODUCT.as_bytes());
    let expected = ReportForm {
        kind: ReportKind::OwnProduct,
        finder_name: "合同会社半鐘堂".into(),
        affiliation: "窓口　梵".into(),
        phone: "03-0000-0110".into(),
        email: "psirt@hansho.example".into(),
        product_name: "半鐘メーラー".into(),
        product_version: "4.0 以上 4.2.1 未満".into(),
        vulnerability_kind: "バッファオーバーフロー（CWE-120）".into(),
        cvss_vector: "CVSS:3.1/AV:L/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H".into(),
        steps: "細工した添付ファイルを開くと、任意のコードを実行される。".into(),
        threat: "利用者の権限で任意のコードを実行される。".into(),
        fix: "4.2.1 に更新する。".into(),
        workaround: "添付ファイルを開かない。".into(),
        credit_name: "焔 とおる 氏".into(),
        wished_day: Some(date(2026, 11, 30)),
        own_page: "https://www.hansho.example/security/4-2-1".into(),
        all_users_told: Answer::Yes,
        ..ReportForm::default()
    };
    assert_eq!(form, expected);
}

#[test]
fn an_english_form_is_read_and_answered_in_english() {
    let form = whole(ENGLISH.as_bytes());
    assert_eq!((form.kind, form.language), (ReportKind::Product, Language::En));
    assert_eq!((form.finder_name.as_str(), form.email.as_str()), ("Ember Ashworth", "ember@beaconhill.example"));
    assert_eq!(form.product_name, "Signal Tower");
    assert_eq!(form.product_version, "2.0 to 2.3");
    assert_eq!(form.steps, "1. Open the sign-in page.\n2. Send an empty password.\n\nVersion: any build from 2.0 on.");
    assert_eq!(form.reproducibility_note, "Debian 12.");
    assert_eq!(form.source, Some(InformationSource::FoundMyself));
    assert_eq!((form.remarks.as_str(), form.phone.as_str()), ("Please answer in English.", ""));
}

#[test]
fn order_numbers_and_layout_are_free() {
    let form = whole(REARRANGED.as_bytes());
    assert_eq!(form.steps, "1. ログインする\n2. 検索欄に ' を入れる");
    assert_eq!((form.product_name.as_str(), form.product_version.as_str()), ("半鐘台帳", "2.1"));
    assert_eq!(form.threat, "データを改ざんされる。");
    let consents = Consents { share_identity: Answer::Yes, direct_contact: Answer::Yes, publish_name: Answer::No };
    assert_eq!((form.consents, form.reported_elsewhere), (consents, Answer::No));
}

#[test]
fn a_line_that_a_mailer_broke_is_one_answer() {
    let long = "https://yoyaku.kagaribi.example/search/results/of/the/whole/year/and";
    let text =
        WEBSITE.replace("https://yoyaku.kagaribi.example/search?\n    q=test&page=2", &format!("{long}\n/more?q=1"));
    assert_eq!(whole(text.as_bytes()).website_url, format!("{long}/more?q=1"));
}

#[test]
fn answers_below_their_labels_keep_their_own_indentation() {
    let text = "氏名：\n焔\n再現手順：\n1. 開く\n   GET /\n2. 待つ\nバージョン情報\n脅威\n発生しうる脅威：漏えい\n";
    let form = read(text.as_bytes()).form;
    assert_eq!(form.finder_name, "焔");
    assert_eq!(form.steps, "1. 開く\n   GET /\n2. 待つ\nバージョン情報\n脅威");
    assert_eq!(form.threat, "漏えい");
}

#[test]
fn what_is_wrong_is_told_item_by_item() {
    let intake = read(INCOMPLETE.as_bytes());
    let expected = [
        problem(FormItem::FinderName, Fault::Missing),
        problem(FormItem::Email, Fault::Unusable),
        problem(FormItem::ShareIdentity, Fault::Contradiction),
        problem(FormItem::DirectContact, Fault::Missing),
        problem(FormItem::PublishName, Fault::Missing),
        problem(FormItem::PublishName, Fault::Unusable),
        problem(FormItem::ProductName, Fault::Missing),
        problem(FormItem::Threat, Fault::Missing),
        problem(FormItem::ReportedElsewhere, Fault::Contradiction),
    ];
    assert_eq!(intake.problems, expected);
    assert!(intake.kind_known && intake.needs_reading());
    assert_eq!(intake.form.email, "ｈｏｍｕｒａ＠ｈｉｎｏｍｉ．ｅｘａｍｐｌｅ", "kept as written");
    assert_eq!(intake.proposed_email.as_deref(), Some("homura@hinomi.example"));
}

#[test]
fn a_blank_form_misses_every_item_and_nothing_else() {
    for kind in ReportKind::ALL {
        for language in Language::ALL {
            let intake = read(intake::template(kind, language).as_bytes());
            let blank = ReportForm { kind, language, ..ReportForm::default() };
            assert_eq!(intake.form, blank, "{} {}", kind.word(), language.tag());
            assert_eq!(intake.problems, problems(&blank));
            assert!(intake.kind_known);
        }
    }
}

#[test]
fn a_form_without_a_title_is_known_by_its_items() {
    for (text, kind) in
        [(PRODUCT, ReportKind::Product), (WEBSITE, ReportKind::Website), (OWN_PRODUCT, ReportKind::OwnProduct)]
    {
        let untitled: String =
            text.lines().filter(|line| !line.contains("様式")).map(|line| format!("{line}\n")).collect();
        assert_eq!(whole(untitled.as_bytes()).kind, kind);
    }
}

#[test]
fn a_text_that_is_no_form_is_kept() {
    let missing = [FormItem::Kind, FormItem::FinderName, FormItem::Email].map(|item| problem(item, Fault::Missing));
    for (bytes, obstacle) in [
        (&"半鐘台帳に穴があります。電話ください。".as_bytes().to_vec(), Obstacle::NotAForm),
        (&b"\x89PNG\r\n\x1a\n\x00\x00".to_vec(), Obstacle::UnknownEncoding),
        (&[0x80_u8, 0xff, 0xfe, 0xfd, 0x81, 0xff].repeat(9), Obstacle::UnknownEncoding),
        (&b"-----BEGIN PGP MESSAGE-----\n\nhQ\n-----END PGP MESSAGE-----\n".to_vec(), Obstacle::Encrypted),
        (&"　\u{200b}\n".as_bytes().to_vec(), Obstacle::NotAForm),
    ] {
        let intake = read(bytes);
        assert_eq!((intake.obstacle, intake.kind_known), (Some(obstacle), false));
        assert_eq!(intake.problems, missing);
        assert_eq!(&intake.original, bytes);
    }
}

#[test]
fn only_nothing_and_too_much_are_refused() {
    assert_eq!(intake::read("a.txt", b" \r\n", &Limits::default()), Err(Unreadable::Empty));
    let limits = Limits { total: 3, ..Limits::default() };
    assert_eq!(intake::read("a.txt", b"abcd", &limits), Err(Unreadable::TooLarge { size: 4, limit: 3 }));
}

#[test]
fn a_second_form_in_one_text_is_not_swallowed() {
    let intake = read(format!("{PRODUCT}{WEBSITE}").as_bytes());
    assert_eq!(intake.problems, [problem(FormItem::Kind, Fault::Contradiction)]);
    assert_eq!(intake.form, product());
}

#[test]
fn long_answers_are_cut_and_said_to_be() {
    let steps = "手順を詳しく書く。\n".repeat(5_000);
    let long = PRODUCT.replace("   (1) 共有フォルダを開く。\n", &steps);
    let intake = read(long.as_bytes());
    assert_eq!(intake.problems, [problem(FormItem::TooLong, Fault::Unusable)]);
    assert_eq!(intake.form.steps.chars().count(), 20_000);
    let limits = Limits { text: 500, ..Limits::default() };
    let cut = intake::read("a.txt", PRODUCT.as_bytes(), &limits).expect("taken in");
    assert!(cut.problems.contains(&problem(FormItem::TooLong, Fault::Unusable)) && cut.original == PRODUCT.as_bytes());
}

#[test]
fn a_damaged_answer_is_named() {
    let (bytes, _, _) = SHIFT_JIS.encode(PRODUCT);
    let mut bytes = bytes.into_owned();
    let (name, _, _) = SHIFT_JIS.encode("焔 とおる");
    let at = bytes.windows(name.len()).position(|window| window == &*name).expect("the name is there");
    bytes[at] = 0xff;
    let intake = read(&bytes);
    assert_eq!(intake.problems, [problem(FormItem::FinderName, Fault::Unusable)]);
}

#[test]
fn the_key_of_a_text_is_its_content() {
    let (first, again, other) = (read(PRODUCT.as_bytes()), read(PRODUCT.as_bytes()), read(WEBSITE.as_bytes()));
    assert_eq!(first.key, again.key);
    assert_ne!(first.key, other.key);
    // RFC 6234's well-known digest of "abc".
    let digest = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(read(b"abc").key.to_string(), digest);
}
