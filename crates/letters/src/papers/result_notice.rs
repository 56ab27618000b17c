//! The result of a judgement (Ⅳ.3.(2).6), to the developer and to the coordinator.

use crate::Error;
use crate::compose::{Align, Composer};
use crate::draw::About;
use crate::letterhead::{Language, Letterhead, Manner};
use crate::papers::{Sheet, about, contact_lines};
use crate::words;
use jiff::civil::Date;

/// Tells the result of a judgement and its reason (Ⅳ.3.(2).6). Developers that cannot be reached get none.
#[derive(Debug, Clone)]
pub struct ResultNotice {
    /// From the receiving body.
    pub head: Letterhead,
    /// To whom it speaks.
    pub recipient: Recipient,
    /// Product and version.
    pub product: String,
    /// Number of the report or case.
    pub case_number: String,
    /// When the committee met.
    pub judged_on: Date,
    /// What the receiving body decided on its judgement.
    pub outcome: Outcome,
    /// Why.
    pub reason: String,
}

/// Who gets the notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recipient {
    /// The developer whose product it is.
    Developer,
    /// The coordinator (調整機関).
    Coordinator,
}

/// What was decided, with what follows from it (Ⅳ.3.(2).7).
#[derive(Debug, Clone)]
pub enum Outcome {
    /// 公表: the developer may have its view shown beside the publication.
    Publish {
        /// The day of publication, once it is set.
        publication_day: Option<Date>,
        /// The page on which the view can be left.
        answer_link: String,
        /// The day by which it has to arrive.
        view_by: Date,
    },
    /// 非公表.
    NotPublish,
    /// 再調整.
    SentBack,
}

impl Sheet for ResultNotice {
    fn about(&self) -> About {
        about(&self.head, self.title())
    }

    fn compose(&self, to: &mut Composer) -> Result<(), Error> {
        let japanese = self.head.language == Language::Japanese;
        to.letterhead(&self.head, Manner::Notice)?;
        to.title(self.title());
        to.paragraph(to.language.choose(
            "下記の案件について、公表判定委員会の判定に基づき次のとおり判断しましたので、「情報セキュリティ早期警戒パートナーシップ\
             ガイドライン」Ⅳ.3.(2)6)により、その結果と理由を通知します。",
            "On the judgement of the publication committee we have decided on the case below. Under Ⅳ.3.(2)6) of the \
             Information Security Early Warning Partnership Guideline we notify you of the result and its reason.",
        ));
        if japanese {
            to.aligned("記", Align::Centre);
        }
        self.result(to);
        to.heading(to.language.choose("理由", "Reason"));
        to.paragraph(&self.reason);
        to.heading(to.language.choose("今後の取扱い", "What follows"));
        self.what_follows(to)?;
        if japanese {
            to.aligned("以上", Align::Right);
        }
        Ok(())
    }
}

impl ResultNotice {
    fn title(&self) -> &'static str {
        self.head.language.choose(
            "脆弱性情報の公表に関する判定結果について（通知）",
            "Notice: result of the judgement on publication",
        )
    }

    fn result(&self, to: &mut Composer) {
        let words = match (&self.outcome, self.head.language) {
            (Outcome::Publish { .. }, Language::Japanese) => "公表　脆弱性情報を公表します。",
            (Outcome::NotPublish, Language::Japanese) => "非公表　脆弱性情報を公表しません。",
            (Outcome::SentBack, Language::Japanese) => "再調整　調整機関と製品開発者との調整に戻します。",
            (Outcome::Publish { .. }, Language::English) => "Publish: the vulnerability information will be published.",
            (Outcome::NotPublish, Language::English) => "Do not publish: the information will not be published.",
            (Outcome::SentBack, Language::English) => "Sent back: the coordinator and the developer coordinate again.",
        };
        let say = |japanese, english| self.head.language.choose(japanese, english);
        let mut facts = vec![
            (say("対象製品", "Product"), self.product.clone()),
            (say("取扱番号", "Case number"), self.case_number.clone()),
            (say("判定日", "Day of judgement"), words::day(self.judged_on, self.head.language)),
        ];
        if let Outcome::Publish { publication_day: Some(day), .. } = self.outcome {
            facts.push((say("公表日", "Publication day"), words::due_day(day, self.head.language)));
        }
        to.notice(&format!("{}{words}", say("結果：", "Result — ")));
        to.facts(facts);
    }

    fn what_follows(&self, to: &mut Composer) -> Result<(), Error> {
        match (&self.outcome, self.recipient) {
            (Outcome::Publish { publication_day, answer_link, view_by }, Recipient::Developer) => {
                self.ask_for_view(to, publication_day.is_some(), answer_link, *view_by)?;
            }
            (Outcome::Publish { .. }, Recipient::Coordinator) => to.paragraph(to.language.choose(
                "公表日と、製品開発者が併記を希望する見解は、改めて通知します。公表日に、製品開発者名とともに脆弱性情報等をJVNで\
                 公表します。",
                "We will notify you of the publication day and of the view that the developer wishes to have shown. On that \
                 day the information is published on JVN with the developer’s name.",
            )),
            (Outcome::NotPublish, Recipient::Developer) => to.paragraph(to.language.choose(
                "本件の脆弱性情報は公表されず、本件に係る調整を終了します。発見者には結果と理由を通知します。\
                 製品利用者の安全のため、引き続き対策の検討をお願いします。",
                "The information is not published and the coordination of this case ends. The finder is notified of the result and \
                 the reason. For the sake of the product’s users, please keep considering countermeasures.",
            )),
            (Outcome::NotPublish, Recipient::Coordinator) => to.paragraph(to.language.choose(
                "発見者には結果と理由を通知します。本件に係る調整の終了をお願いします。",
                "The finder is notified of the result and the reason. Please end the coordination of this case.",
            )),
            (Outcome::SentBack, Recipient::Developer) => to.paragraph(to.language.choose(
                "公表に係る調整が可能であると判定されましたので、調整機関から改めてご連絡します。引き続きご協力をお願いします。",
                "Coordination about publication was judged to be possible: the coordinator will contact you again. We ask for \
                 your continued cooperation.",
            )),
            (Outcome::SentBack, Recipient::Coordinator) => to.paragraph(to.language.choose(
                "公表に係る調整が可能であると判定されましたので、Ⅳ.3.(2)7)(ウ)により、製品開発者との調整を再度行うよう通知します。",
                "Coordination about publication was judged to be possible. Under Ⅳ.3.(2)7)(ウ), please coordinate with the \
                 developer again.",
            )),
        }
        Ok(())
    }

    /// Ⅳ.3.(2).7.ア: 公表する内容について製品開発者から併記を希望する見解を聴取.
    fn ask_for_view(&self, to: &mut Composer, day_is_set: bool, link: &str, by: Date) -> Result<(), Error> {
        let day = words::due_day(by, self.head.language);
        let first = match day_is_set {
            true => to.language.choose(
                "上記の公表日に、製品開発者名とともに脆弱性情報等をJVNで公表します。",
                "On the publication day above, the information is published on JVN with your name as developer.",
            ),
            false => to.language.choose(
                "公表に関する手続きが告示に適合していることについて経済産業大臣の確認を受けたうえで公表日を決定し、\
                 改めてお知らせします。公表日に、製品開発者名とともに脆弱性情報等をJVNで公表します。",
                "We ask the Minister of Economy, Trade and Industry to confirm that the procedure conforms to the \
                 notification, then set the day of publication and tell you. On that day the information is published on JVN \
                 with your name as developer.",
            ),
        };
        to.paragraph(first);
        to.paragraph(to.language.choose(
            "公表の内容に併記することを希望される見解がありましたら、下の提出用ページからお寄せください。お寄せいただいた見解は、\
             そのまま併記して公表します。希望されない場合、ご連絡は不要です。",
            "If you wish to have your own view shown beside the publication, please send it on the page below. It is shown as \
             you state it. If you do not, you need not answer.",
        ));
        let heading = to.language.choose(format!("見解の提出期限：{day}"), format!("Your view, if any, by {day}"));
        to.answer(link, &heading, &contact_lines(&self.head))
    }
}
