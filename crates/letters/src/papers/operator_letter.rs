//! The letter to the owner of a small website (Ⅴ.3.3), for readers who know their shop and not its computers.

use crate::Error;
use crate::compose::{Align, Composer, Style};
use crate::draw::About;
use crate::fonts::Role;
use crate::letterhead::{Language, Letterhead, Manner};
use crate::papers::{Sheet, about};
use crate::words;
use jiff::civil::Date;

/// Tells a site operator that something is wrong with the website, in plain words, and what to do now.
#[derive(Debug, Clone)]
pub struct OperatorLetter {
    /// From the receiving body to the operator.
    pub head: Letterhead,
    /// The site as its owner calls it: name or address of its first page, never of the page concerned.
    pub site: String,
    /// The one-time address of the answer page.
    pub answer_link: String,
    /// What that page asks for before it opens: a few digits.
    pub code: String,
    /// The day by which an answer is asked for.
    pub answer_by: Date,
}

impl Sheet for OperatorLetter {
    fn about(&self) -> About {
        about(&self.head, self.title())
    }

    fn compose(&self, to: &mut Composer) -> Result<(), Error> {
        to.body = Style { role: Role::Sans, size: 11.0, leading: 1.6, indent: 0.0, align: to.body.align };
        to.letterhead(&self.head, Manner::Letter)?;
        to.title(self.title());
        match self.head.language {
            Language::Japanese => self.japanese(to),
            Language::English => self.english(to),
        }
    }
}

impl OperatorLetter {
    fn title(&self) -> &'static str {
        self.head.language.choose(
            "ホームページの安全についての大切なお知らせ",
            "An important notice about the safety of your website",
        )
    }

    fn japanese(&self, to: &mut Composer) -> Result<(), Error> {
        let us = &self.head.from;
        to.paragraph(
            "突然のお手紙で失礼いたします。ホームページを安全にお使いいただくための、国の制度によるお知らせです。\
             費用はかかりません。",
        );
        to.heading("何が起きているのですか");
        to.paragraph(&format!(
            "あなたのホームページ「{}」に、安全上の弱いところがあるようだ、という知らせが私どもに届きました。このような\
             弱いところを「脆弱性（ぜいじゃくせい）」といいます。そのままにしておくと、悪意のある人に利用され、お客さまや\
             お店にご迷惑がかかるおそれがあります。まだ被害が出ているとは限りません。家にたとえれば、鍵のかかりにくい窓が\
             あると教えてもらった、という段階です。",
            self.site
        ));
        to.heading("今していただきたいこと");
        to.numbered([
            "このお手紙を、ホームページを作った会社や、ふだん管理している方に見せてください。",
            "下の四角い模様（QRコード）をスマートフォンのカメラで写し、開いたページに、となりの「確認番号」を入れてください。",
            "同じページで、お返事をくださる方（管理している会社の方でもかまいません）のお名前とメールアドレスをお知らせ\
             ください。くわしい内容と、直し方の手がかりをお送りします。",
        ]);
        let contact = format!(
            "確認番号　{}\nページが開けないときは、お電話ください。\n電話：{}（お手紙の番号：{}）\nメール：{}",
            self.code(),
            us.phone,
            self.head.reference,
            us.mail
        );
        to.answer(&self.answer_link, &self.heading(), &contact)?;
        to.heading("だれに相談すればよいですか");
        to.paragraph(
            "まずは、ホームページを作った会社か、管理を頼んでいる会社にご相談ください。どこに頼めばよいか分からないときは、\
             四角い枠の中の電話番号におかけください。いっしょに考えます。",
        );
        to.heading("このお手紙は本物ですか");
        to.paragraph(&format!(
            "このお手紙は、経済産業省が定めた「情報セキュリティ早期警戒パートナーシップ」という制度にもとづいて、受付機関である\
             {}がお送りしています。お金を請求したり、パスワードや口座番号をお尋ねしたりすることはありません。ご心配なときは、\
             お手紙の電話番号を使わずに、ホームページ（{}）で電話番号をご自分でお調べのうえ、お確かめください。",
            us.name, us.website
        ));
        self.terms(
            to,
            "ことばの説明",
            vec![
                ("脆弱性", "ホームページやそれを動かすしくみにある、安全上の弱いところ。直せば安全になります。".into()),
                ("QRコード", "スマートフォンのカメラで写すと、文字を打たずにページを開ける四角い模様。".into()),
                (
                    "確認番号",
                    "このお手紙を受け取った方であることを確かめるための、6けたの番号。管理している会社のほかには、見せないでください。"
                        .into(),
                ),
                ("回答用のページ", format!("{}が用意した、あなた専用のページ。ほかの人には開けません。", us.name)),
                ("修正", "弱いところを直すこと。多くは、ホームページを管理している会社が行います。".into()),
            ],
        );
        to.aligned("以上", Align::Right);
        Ok(())
    }

    fn english(&self, to: &mut Composer) -> Result<(), Error> {
        let us = &self.head.from;
        to.paragraph(
            "We are sorry to write to you unannounced. This notice comes from a public programme that helps to keep websites \
             safe. It costs you nothing.",
        );
        to.heading("What has happened?");
        to.paragraph(&format!(
            "Somebody told us that your website “{}” seems to have a weak spot. Such a weak spot is called a vulnerability. \
             If it stays, people with bad intentions could make use of it, and your customers or your business could suffer. \
             That does not mean that harm has been done. If your website were a house: somebody noticed a window that does \
             not lock well, and tells you so.",
            self.site
        ));
        to.heading("What to do now");
        to.numbered([
            "Show this letter to the company that made your website, or to the person who looks after it.",
            "Point the camera of your telephone at the square pattern below (a QR code), and on the page that opens type the \
             code beside it.",
            "On the same page, give us the name and mail address of the person who will answer us; somebody from the company \
             that looks after the website will do. We then send the details, with hints for the repair.",
        ]);
        let contact = format!(
            "Code: {}\nIf the page does not open, please call us.\nTelephone: {} (number of this letter: {})\nMail: {}",
            self.code(),
            us.phone,
            self.head.reference,
            us.mail
        );
        to.answer(&self.answer_link, &self.heading(), &contact)?;
        to.heading("Whom can I ask?");
        to.paragraph(
            "First ask the company that made your website or looks after it. If you do not know whom to turn to, call the \
             number in the frame: we think it over together.",
        );
        to.heading("Is this letter genuine?");
        to.paragraph(&format!(
            "It is sent by {}, the receiving body of the Information Security Early Warning Partnership, which was set up by \
             Japan’s Ministry of Economy, Trade and Industry. We never ask for money, passwords or account numbers. If you \
             have doubts, do not use the telephone number in this letter: look it up yourself on our website ({}).",
            us.name, us.website
        ));
        self.terms(
            to,
            "Words explained",
            vec![
                ("Vulnerability", "A weak spot of a website or of what it runs on. Once repaired, it is gone.".into()),
                ("QR code", "A square pattern. A telephone’s camera reads it and opens a page without typing.".into()),
                (
                    "Code",
                    "Six digits that show that you got this letter. Please show them to nobody but the company that looks after it."
                        .into(),
                ),
                ("Answer page", format!("A page that {} made for you alone. Nobody else can open it.", us.name)),
                ("Repair", "Removing the weak spot; mostly done by the company that looks after the website.".into()),
            ],
        );
        Ok(())
    }

    /// The code in two groups, as it is easily read.
    fn code(&self) -> String {
        let (first, last) = self.code.split_at_checked(3).unwrap_or((&self.code, ""));
        format!("{first} {last}").trim_end().to_owned()
    }

    fn heading(&self) -> String {
        let day = words::due_day(self.answer_by, self.head.language);
        self.head.language.choose(format!("{day}までにお願いします"), format!("Please answer by {day}"))
    }

    fn terms(&self, to: &mut Composer, heading: &str, terms: Vec<(&str, String)>) {
        to.heading(heading);
        to.facts(terms);
    }
}
