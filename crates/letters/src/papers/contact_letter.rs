//! The letter to a developer whom mails do not reach (Ⅳ.4.2: 郵便).

use crate::Error;
use crate::compose::{Align, Composer};
use crate::draw::About;
use crate::letterhead::{Language, Letterhead, Manner};
use crate::papers::{Sheet, about, contact_lines};
use crate::table::Table;
use crate::words;
use jiff::civil::Date;

/// Asks a developer to get in touch (Ⅳ.4.2). It names no weakness and no detail: letters are opened by others, and the address
/// may be wrong.
#[derive(Debug, Clone)]
pub struct ContactLetter {
    /// From the coordinator to the developer.
    pub head: Letterhead,
    /// The product, so that the letter finds its way in a large house; none where even the name says too much.
    pub product: Option<String>,
    /// What was tried before, the oldest first.
    pub earlier: Vec<EarlierContact>,
    /// The one-time address of the answer page.
    pub answer_link: String,
    /// The day by which an answer is asked for.
    pub answer_by: Date,
}

/// An attempt that brought no answer.
#[derive(Debug, Clone)]
pub struct EarlierContact {
    /// When.
    pub date: Date,
    /// By what means and, where it tells no secret, to whom: 電子メール（製品の説明書にある宛先）.
    pub means: String,
}

impl Sheet for ContactLetter {
    fn about(&self) -> About {
        about(&self.head, self.title())
    }

    fn compose(&self, to: &mut Composer) -> Result<(), Error> {
        // The frame with the link belongs on the first page.
        to.body.leading -= 0.1;
        to.letterhead(&self.head, Manner::Letter)?;
        to.title(self.title());
        match self.head.language {
            Language::Japanese => self.japanese(to),
            Language::English => self.english(to),
        }
    }
}

impl ContactLetter {
    fn title(&self) -> &'static str {
        self.head
            .language
            .choose("ソフトウェア製品に関するご連絡のお願い", "Request to contact us about a software product")
    }

    fn japanese(&self, to: &mut Composer) -> Result<(), Error> {
        let us = &self.head.from;
        let you = if self.head.to.organisation.is_some() { "貴組織" } else { "貴殿" };
        let product = match &self.product {
            Some(product) => format!("ソフトウェア製品「{product}」"),
            None => "ソフトウェア製品".into(),
        };
        to.flush("拝啓　時下ますますご清栄のこととお慶び申し上げます。");
        to.paragraph(&format!(
            "{}は、経済産業省の告示に基づく「情報セキュリティ早期警戒パートナーシップ」の調整機関として、ソフトウェア製品の\
             開発者の皆さまとの連絡と調整を行っております。このたび、{you}が開発または提供されている{product}について、\
             ぜひお伝えしたい情報がございます。{}",
            us.name,
            if self.earlier.is_empty() {
                "電子メールではご連絡先を確認できませんでしたので、書面にて失礼いたします。"
            } else {
                "次のとおりご連絡を試みましたが、お返事を確認できておりませんので、書面にて改めてご連絡申し上げます。"
            }
        ));
        self.earlier(to, ["ご連絡した日", "手段"]);
        to.paragraph(
            "お伝えする内容は、関係者以外の目に触れることのないよう、この書面には記しておりません。ご連絡をいただき、\
             担当の方を確認したうえで、安全な方法でお知らせします。",
        );
        to.heading("お願いしたいこと");
        to.numbered([
            "下のQRコードまたはアドレスから回答用ページを開き、この書面が届いたことと、製品のセキュリティに関するご連絡先を\
             お知らせください。",
            "ページを開けない場合は、文書番号を添えて、電話またはメールでお知らせください。",
            "ご担当でない場合は、お心当たりの方にこの書面をお渡しいただくか、その旨をお知らせいただければ幸いです。",
        ]);
        to.answer(&self.answer_link, &self.heading(), &contact_lines(&self.head))?;
        to.paragraph(
            "期限を過ぎてもご連絡はお受けいたします。なお、ご連絡が取れない状態が続く場合には、「情報セキュリティ早期警戒\
             パートナーシップガイドライン」に従い、製品開発者のお名前、さらに製品の名称を公表して、ご連絡を呼びかけることが\
             あります。あらかじめご承知おきください。",
        );
        to.paragraph(&format!(
            "費用を請求したり、パスワードをお尋ねしたりすることはありません。この書面が真正なものであることは、\
             当機関のウェブサイト（{}）に掲載している電話番号でお確かめいただけます。",
            us.website
        ));
        to.aligned("敬具", Align::Right);
        Ok(())
    }

    fn english(&self, to: &mut Composer) -> Result<(), Error> {
        let us = &self.head.from;
        let product = match &self.product {
            Some(product) => format!("the software product “{product}”"),
            None => "a software product".into(),
        };
        let tried = if self.earlier.is_empty() {
            "We could not find an e-mail address that reaches you, hence this letter."
        } else {
            "We tried to reach you as listed below and have seen no answer, hence this letter."
        };
        to.flush("Dear Sir or Madam,");
        to.paragraph(&format!(
            "{} is the coordinator of the Information Security Early Warning Partnership, which rests on a notification of \
             Japan’s Ministry of Economy, Trade and Industry. We hold information about {product} that you develop or \
             provide, and we would very much like to pass it on to you. {tried}",
            us.name
        ));
        self.earlier(to, ["Day", "Means"]);
        to.paragraph(
            "This letter does not contain the information itself, so that nobody else comes to see it. Once you have \
             contacted us and we know the right person, we send it in a safe way.",
        );
        to.heading("What we ask of you");
        to.numbered([
            "Open the answer page with the QR code or the address below. Tell us that this letter has arrived and whom we \
             can contact about the security of your product.",
            "If you cannot open the page, call or write to us and give the reference number.",
            "If this is not your concern, please hand the letter to whom it may concern, or let us know.",
        ]);
        to.answer(&self.answer_link, &self.heading(), &contact_lines(&self.head))?;
        to.paragraph(
            "You can also contact us after that day. If we remain without contact, the Partnership’s guideline lets us \
             publish the developer’s name, and later the name of the product, to ask for contact.",
        );
        to.paragraph(&format!(
            "We never ask for money or passwords. To make sure that this letter is genuine, call the number shown on our \
             website ({}).",
            us.website
        ));
        to.flush("Yours faithfully,");
        to.flush(&us.name);
        Ok(())
    }

    fn heading(&self) -> String {
        let day = words::due_day(self.answer_by, self.head.language);
        self.head.language.choose(format!("ご回答の期限：{day}"), format!("Please answer by {day}"))
    }

    fn earlier(&self, to: &mut Composer, head: [&str; 2]) {
        if self.earlier.is_empty() {
            return;
        }
        let row = |contact: &EarlierContact| vec![words::day(contact.date, self.head.language), contact.means.clone()];
        to.table(Table {
            columns: &[0.3, 0.7],
            head: Some(head.map(String::from).to_vec()),
            rows: self.earlier.iter().map(row).collect(),
            first_is_head: false,
        });
    }
}
