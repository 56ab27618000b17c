//! The notice to a developer that the committee will judge whether to publish (Ⅳ.3.(2).3).

use crate::Error;
use crate::compose::{Align, Composer};
use crate::draw::About;
use crate::letterhead::{Language, Letterhead, Manner};
use crate::papers::{Sheet, about, contact_lines};
use crate::table::Table;
use crate::words;
use jiff::civil::Date;

/// Tells a developer what the committee will judge, and hears it (Ⅳ.3.(2).3.ア). Holds vulnerability information: it goes to the
/// developer concerned only, in a way that keeps it so. Not for developers that cannot be reached (連絡不能): the notices of
/// 付録5 stand in for it.
#[derive(Debug, Clone)]
pub struct JudgementNotice {
    /// From the receiving body (for the committee) to the developer.
    pub head: Letterhead,
    /// Product and version.
    pub product: String,
    /// Number of the report or case.
    pub case_number: String,
    /// 当該脆弱性情報.
    pub vulnerability: String,
    /// その存在を判断した根拠.
    pub grounds: String,
    /// 経緯, the oldest first.
    pub history: Vec<HistoryEntry>,
    /// 公表予定の文案.
    pub draft: String,
    /// 意見書の提出先, as the developer was told.
    pub send_to: String,
    /// The one-time address of the page that takes the opinion.
    pub answer_link: String,
    /// 提出期限.
    pub opinions_by: Date,
}

/// A step of the case so far.
#[derive(Debug, Clone)]
pub struct HistoryEntry {
    /// When; none where it was told without a day.
    pub date: Option<Date>,
    /// What happened.
    pub what: String,
}

impl Sheet for JudgementNotice {
    fn about(&self) -> About {
        about(&self.head, self.title())
    }

    fn compose(&self, to: &mut Composer) -> Result<(), Error> {
        to.letterhead(&self.head, Manner::Notice)?;
        to.title(self.title());
        match self.head.language {
            Language::Japanese => self.japanese(to),
            Language::English => self.english(to),
        }
    }
}

impl JudgementNotice {
    fn title(&self) -> &'static str {
        self.head.language.choose(
            "脆弱性情報の公表に関する判定について（通知）",
            "Notice: judgement on the publication of vulnerability information",
        )
    }

    fn japanese(&self, to: &mut Composer) -> Result<(), Error> {
        to.paragraph(
            "下記の製品に係る脆弱性関連情報の取扱いについて、調整機関と貴組織との間で公表に関する調整を行ってまいりましたが、合意に\
             至ることが困難と判断されました。つきましては、「情報セキュリティ早期警戒パートナーシップガイドライン」\
             Ⅳ.3.(2)に基づき、公表判定委員会において当該脆弱性情報を公表すべきかどうかを判定しますので、同3)(ア)により、\
             下記のとおり通知します。",
        );
        to.paragraph("判定に先立ち、貴組織のご意見を書面により伺います。");
        to.aligned("記", Align::Centre);
        to.facts(vec![("対象製品", self.product.clone()), ("取扱番号", self.case_number.clone())]);
        self.section(to, "１　脆弱性情報", &self.vulnerability);
        self.section(to, "２　脆弱性の存在を判断した根拠", &self.grounds);
        to.heading("３　経緯");
        self.history(to, ["年月日", "経緯"]);
        to.heading("４　公表予定の文案");
        to.quote(|to| to.flush(&self.draft));
        to.heading("５　意見書の提出先と提出期限");
        to.facts(vec![
            ("提出先", self.send_to.clone()),
            ("提出の方法", "書面による。下の提出用ページから、または文書番号を添えて郵便もしくは電子メールで。".into()),
            ("提出期限", self.due()),
        ]);
        to.paragraph("公表判定委員会は、その裁量により、関係者から口頭での意見を聴取することがあります。");
        let contact = contact_lines(&self.head);
        to.answer(&self.answer_link, &format!("提出期限：{}", self.due()), &contact)?;
        to.heading("６　判定について");
        to.paragraph("次のすべての条件を満たす場合に公表することが適当と判定され、それ以外の場合には公表しないことと判定されます。");
        to.list([
            ("(ア)".to_string(), "調整機関と製品開発者との間の脆弱性情報の公表に係る調整が不可能であること"),
            ("(イ)".to_string(), "脆弱性の存在が認められること"),
            ("(ウ)".to_string(), "IPAが公表しない限り、脆弱性情報を知り得ない製品利用者がいるおそれがあること"),
            (
                "(エ)".to_string(),
                "製品開発者や製品利用者の状況等を総合的に勘案して、公表が適当でないと判断する理由・事情がないこと",
            ),
        ]);
        to.paragraph(
            "脆弱性検証の結果、対策方法または対応状況について新しい報告をいただいた場合には、その内容に応じて、調整機関との\
             調整に戻すことがあります。判定の結果と理由は、改めて通知します。",
        );
        to.paragraph("この通知に記載した情報は、公表されるまでの間、第三者に開示しないようお願いします。");
        to.aligned("以上", Align::Right);
        Ok(())
    }

    fn english(&self, to: &mut Composer) -> Result<(), Error> {
        to.paragraph(
            "The coordinator and you have talked about publishing vulnerability information on the product below, and an \
             agreement has been found hard to reach. Under Ⅳ.3.(2) of the Information Security Early Warning Partnership \
             Guideline the publication committee will therefore judge whether the information should be published. As \
             3)(ア) of that clause provides, we notify you of the following.",
        );
        to.paragraph("Before the committee judges, you are invited to state your opinion in writing.");
        to.facts(vec![("Product", self.product.clone()), ("Case number", self.case_number.clone())]);
        self.section(to, "1. Vulnerability information", &self.vulnerability);
        self.section(to, "2. Ground on which the vulnerability is held to exist", &self.grounds);
        to.heading("3. History");
        self.history(to, ["Day", "What happened"]);
        to.heading("4. Draft of the publication");
        to.quote(|to| to.flush(&self.draft));
        to.heading("5. Where and by when to send your opinion");
        to.facts(vec![
            ("To", self.send_to.clone()),
            ("How", "In writing: on the page below, or by post or mail with the reference number.".into()),
            ("By", self.due()),
        ]);
        to.paragraph("The committee may, at its discretion, also hear opinions in person.");
        let contact = contact_lines(&self.head);
        to.answer(&self.answer_link, &format!("To arrive by {}", self.due()), &contact)?;
        to.heading("6. How the committee judges");
        to.paragraph("Publication is held to be appropriate when all of these conditions are met, and not otherwise:");
        to.list([
            (
                "(ア)".to_string(),
                "coordination between the coordinator and the developer about publication is impossible;",
            ),
            ("(イ)".to_string(), "the vulnerability is found to exist;"),
            (
                "(ウ)".to_string(),
                "unless the receiving body publishes, there may be product users who cannot come to know of it;",
            ),
            (
                "(エ)".to_string(),
                "considering all circumstances of the developer and the product users, there is no reason that makes \
                 publication inappropriate.",
            ),
        ]);
        to.paragraph(
            "If you report new results of verification, countermeasures or response status, the case may go back to the \
             coordinator. You will be notified of the result and its reason.",
        );
        to.paragraph("Please do not disclose the information in this notice to third parties before it is published.");
        Ok(())
    }

    fn due(&self) -> String {
        words::due_day(self.opinions_by, self.head.language)
    }

    fn section(&self, to: &mut Composer, heading: &str, text: &str) {
        to.heading(heading);
        to.paragraph(text);
    }

    fn history(&self, to: &mut Composer, head: [&str; 2]) {
        if self.history.iter().all(|entry| entry.date.is_none()) {
            self.history.iter().for_each(|entry| to.paragraph(&entry.what));
            return;
        }
        let day = |date: Option<Date>| date.map_or_else(String::new, |date| words::day(date, self.head.language));
        let row = |entry: &HistoryEntry| vec![day(entry.date), entry.what.clone()];
        to.table(Table {
            columns: &[0.24, 0.76],
            head: Some(head.map(String::from).to_vec()),
            rows: self.history.iter().map(row).collect(),
            first_is_head: false,
        });
    }
}
