//! The request to the minister to confirm that the procedure was kept (Ⅳ.3.(2).7.ア, first point).

use crate::Error;
use crate::compose::{Align, Composer};
use crate::draw::About;
use crate::letterhead::{Language, Letterhead, Manner};
use crate::papers::{Sheet, about};
use crate::table::Table;
use crate::words;
use jiff::civil::Date;

/// Asks the Minister of Economy, Trade and Industry to confirm that the procedure towards a publication conforms to the
/// notification (告示). Not for developers that cannot be reached.
#[derive(Debug, Clone)]
pub struct ConfirmationRequest {
    /// From the receiving body to the minister, named as person: the honorific is 殿.
    pub head: Letterhead,
    /// Product and version.
    pub product: String,
    /// Who developed it.
    pub developer: String,
    /// Number of the report or case.
    pub case_number: String,
    /// When the committee met.
    pub judged_on: Date,
    /// Why publication was held to be appropriate.
    pub reason: String,
    /// How the procedure was kept, the oldest step first.
    pub steps: Vec<ProcedureStep>,
    /// Papers that go with it.
    pub enclosures: Vec<String>,
}

/// A step of the procedure.
#[derive(Debug, Clone)]
pub struct ProcedureStep {
    /// When it was done.
    pub date: Date,
    /// The clause it fulfils: `Ⅳ.3.(2)3)`.
    pub clause: String,
    /// What was done.
    pub what: String,
}

impl Sheet for ConfirmationRequest {
    fn about(&self) -> About {
        about(&self.head, self.title())
    }

    fn compose(&self, to: &mut Composer) -> Result<(), Error> {
        let japanese = self.head.language == Language::Japanese;
        to.letterhead(&self.head, Manner::ToOffice)?;
        to.title(self.title());
        to.paragraph(to.language.choose(
            "下記の案件について、公表判定委員会の判定を踏まえ、脆弱性情報を公表することと判断しました。つきましては、「情報セキュリティ\
             早期警戒パートナーシップガイドライン」Ⅳ.3.(2)7)(ア)に基づき、公表に関する手続きが告示の定める手続きに適合している\
             ことについて、確認を求めます。",
            "On the judgement of the publication committee we have decided to publish vulnerability information on the case \
             below. Under Ⅳ.3.(2)7)(ア) of the Information Security Early Warning Partnership Guideline we ask you to confirm \
             that the procedure conforms to the one laid down in the notification.",
        ));
        if japanese {
            to.aligned("記", Align::Centre);
        }
        let say = |japanese, english| self.head.language.choose(japanese, english);
        to.heading(say("１　対象案件", "1. Case"));
        to.facts(vec![
            (say("対象製品", "Product"), self.product.clone()),
            (say("製品開発者", "Developer"), self.developer.clone()),
            (say("取扱番号", "Case number"), self.case_number.clone()),
            (say("判定日", "Day of judgement"), words::day(self.judged_on, self.head.language)),
            (say("判定結果", "Judgement"), say("公表することが適当", "Publication is appropriate").into()),
        ]);
        to.heading(say("２　判定の理由", "2. Reason of the judgement"));
        to.paragraph(&self.reason);
        to.heading(say("３　手続きの経過", "3. Course of the procedure"));
        self.steps(to);
        if !self.enclosures.is_empty() {
            to.heading(say("４　添付書類", "4. Enclosures"));
            to.numbered(self.enclosures.iter().map(String::as_str));
        }
        if japanese {
            to.aligned("以上", Align::Right);
        }
        Ok(())
    }
}

impl ConfirmationRequest {
    fn title(&self) -> &'static str {
        self.head.language.choose(
            "脆弱性情報の公表に関する手続きの適合性の確認について（依頼）",
            "Request to confirm that a procedure of publication conforms",
        )
    }

    fn steps(&self, to: &mut Composer) {
        let head = self.head.language.choose(["年月日", "条項", "手続き"], ["Day", "Clause", "Step"]);
        let row = |step: &ProcedureStep| {
            vec![words::day(step.date, self.head.language), step.clause.clone(), step.what.clone()]
        };
        to.table(Table {
            columns: &[0.22, 0.18, 0.6],
            head: Some(head.map(String::from).to_vec()),
            rows: self.steps.iter().map(row).collect(),
            first_is_head: false,
        });
    }
}
