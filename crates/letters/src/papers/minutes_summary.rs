//! The summary of a meeting of the publication committee (議事概要).

use crate::Error;
use crate::compose::{Align, Composer};
use crate::draw::About;
use crate::letterhead::Language;
use crate::papers::Sheet;
use crate::table::Table;
use crate::words;
use jiff::civil::Date;

/// What a meeting judged: who was there, each case with the four conditions, the votes by count, result and reason. Who voted
/// how is not in it, nor who said what.
#[derive(Debug, Clone)]
pub struct MinutesSummary {
    /// In what language the paper speaks.
    pub language: Language,
    /// The committee's name: 公表判定委員会.
    pub committee: String,
    /// The body that runs it (secretariat).
    pub secretariat: String,
    /// Number of the meeting, from 1.
    pub number: u32,
    /// The day of the meeting.
    pub held_on: Date,
    /// Where it met: a room, or online.
    pub place: String,
    /// Reference number of this paper, repeated at the foot of each page.
    pub reference: String,
    /// Members who were present.
    pub present: Vec<MemberPresent>,
    /// How many members were absent.
    pub absent: u32,
    /// Cases in the order in which they were taken up.
    pub cases: Vec<MinutesCase>,
}

/// A member who was present.
#[derive(Debug, Clone)]
pub struct MemberPresent {
    /// Name.
    pub name: String,
    /// Field: law, security, the product's field.
    pub field: String,
    /// Presides over the meeting.
    pub presides: bool,
}

/// What was judged on one case.
#[derive(Debug, Clone)]
pub struct MinutesCase {
    /// Number of the report or case.
    pub number: String,
    /// Product and kind of the case, as far as the summary may name them.
    pub title: String,
    /// Members who were not on this case because of a conflict of interest (利害関係).
    pub conflicted: u32,
    /// ア to エ of Ⅳ.3.(2).5, in this order.
    pub conditions: [Condition; 4],
    /// The result as decided: 公表, 非公表, 再調整.
    pub result: String,
    /// Why.
    pub reason: String,
    /// What was said, in short and without names; nothing when there is nothing to add.
    pub summary: String,
    /// Points that were debated; none when the secretariat's draft was taken as it was.
    pub debated: Vec<String>,
}

/// How the members judged one of the four conditions.
#[derive(Debug, Clone)]
pub struct Condition {
    /// Votes by count.
    pub votes: Vote,
    /// What it was based on, in short.
    pub note: String,
}

/// Votes by count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Vote {
    /// 満たす
    pub met: u32,
    /// 満たさない
    pub not_met: u32,
    /// 保留
    pub abstained: u32,
}

impl Sheet for MinutesSummary {
    fn about(&self) -> About {
        About {
            title: self.title(),
            author: self.secretariat.clone(),
            language: self.language,
            date: self.held_on,
            reference: self.reference.clone(),
        }
    }

    fn compose(&self, to: &mut Composer) -> Result<(), Error> {
        to.title(&self.title());
        self.meeting(to);
        self.members(to);
        for (at, case) in self.cases.iter().enumerate() {
            self.case(to, at + 1, case);
        }
        match self.language {
            Language::Japanese => to.aligned("以上", Align::Right),
            Language::English => to.small("End of the summary."),
        }
        Ok(())
    }
}

impl MinutesSummary {
    fn title(&self) -> String {
        let (committee, number) = (&self.committee, self.number);
        self.language.choose(
            format!("{committee}　第{number}回会合　議事概要"),
            format!("{committee}: summary of meeting no. {number}"),
        )
    }

    fn meeting(&self, to: &mut Composer) {
        let say = |japanese, english| self.language.choose(japanese, english);
        let (present, absent, cases) = (self.present.len(), self.absent, self.cases.len());
        let attendance = self
            .language
            .choose(format!("出席{present}名、欠席{absent}名"), format!("{present} present, {absent} absent"));
        let count = self.language.choose(format!("{cases}件"), cases.to_string());
        to.facts(vec![
            (say("日時", "Held on"), words::due_day(self.held_on, self.language)),
            (say("場所", "Place"), self.place.clone()),
            (say("出欠", "Attendance"), attendance),
            (say("判定した案件", "Cases judged"), count),
            (say("事務局", "Secretariat"), self.secretariat.clone()),
        ]);
    }

    fn members(&self, to: &mut Composer) {
        to.heading(self.language.choose("出席委員", "Members present"));
        let presides = self.language.choose("委員長", "presides");
        let row = |member: &MemberPresent| {
            let office = if member.presides { presides } else { "" };
            vec![member.name.clone(), member.field.clone(), office.into()]
        };
        let head = self.language.choose(["氏名", "専門分野", "役割"], ["Name", "Field", "Office"]);
        to.table(Table {
            columns: &[0.35, 0.45, 0.2],
            head: Some(head.map(String::from).to_vec()),
            rows: self.present.iter().map(row).collect(),
            first_is_head: false,
        });
    }

    fn case(&self, to: &mut Composer, at: usize, case: &MinutesCase) {
        let heading = self.language.choose(format!("案件{at}　{}", case.number), format!("Case {at}: {}", case.number));
        to.heading(&heading);
        let say = |japanese, english| self.language.choose(japanese, english);
        let conflicted = match (case.conflicted, self.language) {
            (0, Language::Japanese) => "なし".into(),
            (count, Language::Japanese) => format!("{count}名（審議と議決に加わっていない）"),
            (0, Language::English) => "none".into(),
            (count, Language::English) => format!("{count} (took no part in the case)"),
        };
        to.facts(vec![
            (say("件名", "Subject"), case.title.clone()),
            (say("利害関係のある委員", "Members in conflict"), conflicted),
            (say("判定", "Result"), case.result.clone()),
        ]);
        self.conditions(to, &case.conditions);
        to.flush(&format!("{}{}", say("理由：", "Reason: "), case.reason));
        if !case.summary.is_empty() {
            to.flush(&format!("{}{}", say("審議の要旨：", "Course: "), case.summary));
        }
        if !case.debated.is_empty() {
            to.flush(say("主な論点：", "Points debated:"));
            to.stay();
            to.numbered(case.debated.iter().map(String::as_str));
        }
    }

    fn conditions(&self, to: &mut Composer, conditions: &[Condition; 4]) {
        let names = self.language.choose(
            [
                "(ア) 調整が不可能であること",
                "(イ) 脆弱性の存在が認められること",
                "(ウ) 公表しない限り知り得ない製品利用者がいるおそれ",
                "(エ) 公表が適当でない理由・事情がないこと",
            ],
            [
                "(ア) Coordination is impossible",
                "(イ) The vulnerability exists",
                "(ウ) Users may not come to know otherwise",
                "(エ) Nothing makes publication inappropriate",
            ],
        );
        let row = |(name, condition): (&str, &Condition)| {
            let Vote { met, not_met, abstained } = condition.votes;
            vec![name.into(), met.to_string(), not_met.to_string(), abstained.to_string(), condition.note.clone()]
        };
        let head = self.language.choose(
            ["条件", "満たす", "満たさない", "保留", "根拠"],
            ["Condition", "Met", "Not met", "Abstained", "Based on"],
        );
        to.table(Table {
            columns: &[0.29, 0.11, 0.14, 0.12, 0.34],
            head: Some(head.map(String::from).to_vec()),
            rows: names.into_iter().zip(conditions).map(row).collect(),
            first_is_head: false,
        });
    }
}
