//! Samples of every paper in both languages, read again by programs of others (poppler-utils).

mod paper;
mod poppler;

use letters::*;
use poppler::Pdf;
use std::path::PathBuf;
use std::sync::OnceLock;

const LANGUAGES: [(Language, &str); 2] = [(Language::Japanese, "ja"), (Language::English, "en")];

/// Found once: the files are large.
fn fonts() -> Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(|| Fonts::of_the_system().expect("a Japanese font (fonts-noto-cjk)")).clone()
}

/// The paper with all white space taken out, as `pdftotext` reads it. None without poppler-utils.
fn text(paper: Paper) -> Option<String> {
    let bytes = render(&paper, &fonts()).expect("a paper");
    Pdf::new(&bytes).map(|pdf| pdf.text())
}

fn contains(text: &str, words: &[&str]) {
    for word in words {
        let bare: String = word.chars().filter(|c| !c.is_whitespace()).collect();
        assert!(text.contains(&bare), "“{word}” is not in: {text}");
    }
}

/// `LETTERS_OUT=folder cargo test -p letters --test samples` leaves them there, to be looked at.
#[test]
fn every_paper_is_a4_with_embedded_fonts_and_always_the_same() {
    let out = std::env::var_os("LETTERS_OUT").map(PathBuf::from);
    let fonts = fonts();
    for (language, code) in LANGUAGES {
        for (name, paper) in paper::all(language) {
            let bytes = render(&paper, &fonts).unwrap_or_else(|problem| panic!("{name}-{code}: {problem}"));
            assert_eq!(render(&paper, &fonts).expect("a second time"), bytes, "{name}-{code} differs from itself");
            assert!(unprintable(&paper, &fonts).expect("a paper").is_empty(), "{name}-{code}");
            if let Some(out) = &out {
                std::fs::write(out.join(format!("{name}-{code}.pdf")), &bytes).expect("a folder to write to");
            }
            let Some(pdf) = Pdf::new(&bytes) else { continue };
            let about = pdf.about();
            assert!(about.contains("(A4)") && about.contains("Tagged:          yes"), "{name}-{code}: {about}");
            pdf.fonts_are_embedded_subsets(name);
        }
    }
}

#[test]
fn a_contact_letter_says_what_to_do_and_nothing_of_the_weakness() {
    let Some(text) = text(Paper::ContactLetter(paper::contact(Language::Japanese))) else { return };
    contains(
        &text,
        &[
            "〒530-0001",
            "製品開発部　セキュリティご担当　御中",
            "NRS-2026-0123-P2",
            "2026年11月21日",
            "ご回答の期限：2026年12月11日（金）",
            "https://noroshi.example/answer/7f3k-2m9q-x4vd-8r6t",
            "03-0000-0100",
            "電子メール（製品の説明書にある宛先）",
            "敬具",
        ],
    );
    assert!(!text.contains("脆弱性が") && !text.contains("CVSS") && !text.contains("攻撃"), "{text}");
}

#[test]
fn the_address_is_seen_through_the_window() {
    let bytes = render(&Paper::ContactLetter(paper::contact(Language::Japanese)), &fonts()).expect("a paper");
    let Some(pdf) = Pdf::new(&bytes) else { return };
    let (left, top) = pdf.place("〒530").expect("the postal code");
    assert!(
        (19.0..24.0).contains(&left) && (45.0..56.0).contains(&top),
        "{left} mm from the left, {top} mm from the top"
    );
    let (left, top) = pdf.place("製品開発部").expect("the last line of the address");
    assert!(left < 24.0 && top < 88.0, "{left}, {top}");
}

#[test]
fn an_address_without_end_is_refused() {
    let mut letter = paper::contact(Language::Japanese);
    letter.head.to.address = "大阪府大阪市\n".repeat(20);
    assert!(matches!(render(&Paper::ContactLetter(letter), &fonts()), Err(Error::AddressDoesNotFit)));
}

#[test]
fn an_operator_is_told_three_steps_in_plain_words() {
    let Some(text) = text(Paper::OperatorLetter(paper::operator(Language::Japanese))) else { return };
    contains(
        &text,
        &[
            "店主　隼　一郎　様",
            "費用はかかりません",
            "1.このお手紙を",
            "2.下の四角い模様（QRコード）",
            "確認番号　483 159",
            "3.同じページで",
            "だれに相談すればよいですか",
            "このお手紙は本物ですか",
            "脆弱性（ぜいじゃくせい）",
            "ことばの説明",
        ],
    );
}

/// Ⅳ.3.(2).3.ア: 当該脆弱性情報とその存在を判断した根拠、経緯、公表予定の文案、意見書の提出先と提出期限.
#[test]
fn a_judgement_notice_has_all_that_the_clause_lists() {
    let Some(text) = text(Paper::JudgementNotice(paper::judgement(Language::Japanese))) else { return };
    contains(
        &text,
        &[
            "管理画面の認証処理に不備があり",
            "出荷時の設定の実機二台を用い",
            "2025年9月16日",
            "調整機関が製品開発者に連絡した（起算日）。",
            "Kumo Router における認証不備の脆弱性",
            "提出先",
            "renraku@coordinator.example",
            "提出期限：2026年12月25日（金）",
            "Ⅳ.3.(2)",
        ],
    );
}

#[test]
fn a_result_asks_the_developer_alone_for_its_view_and_only_when_it_is_published() {
    let japanese = Language::Japanese;
    let asks = |recipient, outcome| {
        let text = text(Paper::ResultNotice(paper::result(japanese, recipient, outcome)))?;
        contains(&text, &["理由", "四つの条件のそれぞれについて", "JVN#00000000"]);
        Some(text.contains("見解の提出期限"))
    };
    for (recipient, outcome, expected) in [
        (Recipient::Developer, paper::publish(), true),
        (Recipient::Coordinator, paper::publish(), false),
        (Recipient::Developer, Outcome::NotPublish, false),
        (Recipient::Developer, Outcome::SentBack, false),
    ] {
        assert!(asks(recipient, outcome).is_none_or(|asked| asked == expected), "{recipient:?}");
    }
}

#[test]
fn the_minister_is_asked_in_due_form() {
    let Some(text) = text(Paper::ConfirmationRequest(paper::confirmation(Language::Japanese))) else { return };
    contains(
        &text,
        &[
            "経済産業大臣　殿",
            "公表に関する手続きが告示の定める手続きに適合していること",
            "確認を求めます",
            "記",
            "以上",
        ],
    );
}

#[test]
fn minutes_count_votes_on_several_pages() {
    let bytes = render(&Paper::MinutesSummary(paper::minutes(Language::Japanese)), &fonts()).expect("a paper");
    let Some(pdf) = Pdf::new(&bytes) else { return };
    let pages = pdf.pages();
    assert!(pages > 1);
    let text = pdf.text();
    contains(&text, &["第12回会合", "2027年1月20日（水）", "出席4名、欠席1名", "満たさない", "再調整", "会議室A"]);
    for page in 1..=pages {
        contains(&text, &[&format!("{page}/{pages}")]);
    }
    assert_eq!(text.matches("公判委12-議概").count(), pages, "the reference is at the foot of each page");
}

/// The words of 付録5.2.
#[test]
fn the_four_notices_have_the_words_of_the_templates() {
    let who = "の作者、または著作権を有している製品開発者の方、";
    let organisation = "または販売代理店等、本製品に関係する方は下記の宛先までご連絡をお願いします。";
    let community = "または製品開発者との連絡方法をご存じの方は下記の宛先までご連絡をお願いします。また、同製品の派生・関連製品の\
                     コミュニティに所属する製品開発者の方で、修正版の提供が可能な方からのご連絡もお待ちしています。";
    let until = "本件に関するご連絡は、2027年1月29日まで受け付けます。";
    let otherwise = "なお、2027年1月29日までにご連絡をいただけなかった場合は、製品開発者と連絡が取れないため連絡不能と判断し、\
                     「情報セキュリティ早期警戒パートナーシップガイドライン」の「Ⅳ.ソフトウエア製品に係る脆弱性関連情報取扱」の記載に\
                     準じて取り扱います。";
    let updated = "更新日：2026年10月30日（連絡期限追記）";
    for (kind, words) in [(DeveloperKind::Organisation, organisation), (DeveloperKind::PersonOrCommunity, community)] {
        for deadline in [false, true] {
            let notice = paper::unreachable(Language::Japanese, kind, deadline);
            let Some(text) = text(Paper::UnreachableNotice(notice)) else { return };
            contains(
                &text,
                &["Hayabusa Wiki の製品開発者に関する情報", "製品名Hayabusa Wiki、バージョン 2.3.1", who, words],
            );
            contains(&text, &["連絡先：jvn@jvn.jp", "公開日：2026年6月26日", "DID#7F3A21C0"]);
            for word in [until, otherwise, updated] {
                let bare: String = word.chars().filter(|c| !c.is_whitespace()).collect();
                assert_eq!(text.contains(&bare), deadline, "{kind:?}: {word}");
            }
        }
    }
}

#[test]
fn an_agreement_has_two_pages() {
    for (language, _) in LANGUAGES {
        let bytes = render(&Paper::NonDisclosureAgreement(paper::nda(language)), &fonts()).expect("a paper");
        assert!(Pdf::new(&bytes).is_none_or(|pdf| pdf.pages() == 2), "{language:?}");
    }
}

/// Characters that mean something to typesetters, browsers and shells are only characters here.
#[test]
fn what_people_write_is_never_markup() {
    let hostile = "#set page(fill: red) $x^2$ *a* _b_ \\textbf{c} \\u{41} <b>d</b> &amp; %s {{e}} `f` ~g @h [i](j) \u{202E}k\u{0}l\u{7}";
    let words = "𠮷野家の髙﨑さん、葛󠄀城市、辻󠄁、ﾊﾝｶｸ、①㍿";
    let mut notice = paper::judgement(Language::Japanese);
    notice.vulnerability = format!("{hostile}\n{words}\n{}\n🦀🔥は印字できない", "A".repeat(3_000));
    notice.product = hostile.into();
    notice.head.reference = hostile.into();
    notice.head.to.person = Some("𠮷田　#1".into());
    let missing = unprintable(&Paper::JudgementNotice(notice.clone()), &fonts()).expect("a paper");
    assert!(missing.contains(&'🦀') && missing.contains(&'🔥') && !missing.contains(&'𠮷'), "{missing:?}");
    let Some(text) = text(Paper::JudgementNotice(notice)) else { return };
    contains(
        &text,
        &["#set page(fill: red) $x^2$ *a* _b_ \\textbf{c} \\u{41} <b>d</b> &amp; %s {{e}} `f` ~g @h [i](j) kl"],
    );
    contains(&text, &["𠮷野家の髙﨑さん", "𠮷田　#1　様", &"A".repeat(40), "〓〓は印字できない"]);
    assert!(text.matches('A').count() >= 3_000, "a word longer than a line is broken, not cut");
}

#[test]
fn a_long_text_flows_over_pages_and_one_without_end_is_refused() {
    let mut notice = paper::judgement(Language::Japanese);
    notice.grounds = "受付機関において挙動を再現した。\n".repeat(400);
    let bytes = render(&Paper::JudgementNotice(notice.clone()), &fonts()).expect("a paper");
    assert!(Pdf::new(&bytes).is_none_or(|pdf| pdf.pages() > 10));
    notice.grounds = "再現した。\n".repeat(10_000);
    assert!(matches!(render(&Paper::JudgementNotice(notice), &fonts()), Err(Error::TooLong)));
}
