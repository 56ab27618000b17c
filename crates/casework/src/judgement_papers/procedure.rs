//! How the procedure was kept, step by step from the case, for the request to confirm it (Ⅳ.3.(2).7.ア.1).

use jiff::civil::Date;
use letters::ProcedureStep;
use rulebook::case::judgement::Invitation;

use super::Desk;

impl Desk<'_> {
    /// The steps, the oldest first.
    pub(super) fn steps(&self) -> Vec<ProcedureStep> {
        let mut steps = self.before();
        steps.extend(self.heard());
        steps.extend(self.decided());
        steps.sort_by_key(|step| step.date);
        steps
    }

    fn step(&self, date: Option<Date>, clause: &str, ja: &str, en: &str) -> Option<ProcedureStep> {
        let what = self.say(ja, en).to_owned();
        Some(ProcedureStep { date: date?, clause: clause.to_owned(), what })
    }

    fn before(&self) -> Vec<ProcedureStep> {
        let round = self.round;
        let judged = round.judged.as_ref().map(|(_, _, on)| *on);
        let announced = round.announcement.as_ref().map(|told| told.on);
        let steps = [
            self.step(
                round.notified_on,
                "Ⅳ.4.10",
                "調整機関から、公表に係る調整が不可能である旨の通知を受けた。",
                "The coordinator gave notice that coordination on publication is impossible.",
            ),
            self.step(
                judged,
                "Ⅳ.3.(2)1)",
                "調整が不可能であると判断し、公表判定委員会を組織することとした。",
                "Coordination was judged to be impossible; the committee was to be convened.",
            ),
            self.step(
                round.material_asked_on,
                "Ⅳ.3.(2)2)",
                "調整機関に、判定に必要な情報の提供を求めた。",
                "The coordinator was asked for the material of the judgement.",
            ),
            self.step(
                announced,
                "Ⅳ.3.(2)3)",
                "製品開発者に、判定を行う旨、脆弱性情報、根拠、経緯、文案、意見書の提出先と期限を連絡した。",
                "The developer was told of the judgement, with information, grounds, history, draft, and where and by \
                 when to send an opinion.",
            ),
        ];
        steps.into_iter().flatten().collect()
    }

    fn heard(&self) -> Vec<ProcedureStep> {
        const CLAUSE: &str = "Ⅳ.3.(2)4)";
        let round = self.round;
        let invited = round.invitations.iter().map(|asked: &Invitation| match asked.whom {
            Some(_) => self.step(Some(asked.on), CLAUSE, "関係者に意見を求めた。", "Others were asked for an opinion."),
            None => self.step(
                Some(asked.on),
                CLAUSE,
                "ほかに関係者がいないことを確かめた。",
                "It was made sure that nobody else is concerned.",
            ),
        });
        let opinions = round.opinions.iter().map(|opinion| match opinion.developer {
            Some(_) => {
                self.step(Some(opinion.on), CLAUSE, "製品開発者の意見書を受けた。", "The developer gave its opinion.")
            }
            None => {
                self.step(Some(opinion.on), CLAUSE, "関係者の意見を受けた。", "Somebody concerned gave an opinion.")
            }
        });
        let hearings = round.hearings.iter().map(|hearing| {
            self.step(Some(hearing.on), CLAUSE, "口頭で意見を聴いた。", "An opinion was heard in person.")
        });
        let silent = round.opinions.iter().all(|opinion| opinion.developer.is_none());
        let deadline = round.announcement.as_ref().map(|told| told.deadline).filter(|_| silent);
        let nothing = self.step(
            deadline,
            CLAUSE,
            "期限までに、製品開発者から意見書の提出はなかった。",
            "The developer gave no opinion until this day.",
        );
        invited.chain(opinions).chain(hearings).flatten().chain(nothing).collect()
    }

    fn decided(&self) -> Vec<ProcedureStep> {
        let ruling = self.round.ruling.as_ref();
        let (judged_on, on) = (ruling.map(|ruling| self.judged_on(ruling)), ruling.map(|ruling| ruling.on));
        let steps = [
            self.step(
                judged_on,
                "Ⅳ.3.(2)5)",
                "公表判定委員会が、四つの条件をすべて満たし、公表することが適当と判定した。",
                "The committee found all four conditions met, and publication appropriate.",
            ),
            self.step(
                on,
                "Ⅳ.3.(2)6)",
                "調整機関と製品開発者に、結果と理由を通知した。",
                "Coordinator and developer were told the result and its reason.",
            ),
        ];
        steps.into_iter().flatten().collect()
    }

    /// What goes with the request.
    pub(super) fn enclosures(&self) -> Vec<String> {
        let given = !self.round.opinions.is_empty();
        let all = [
            (true, self.say("公表判定委員会の議事概要", "Summary of the committee's minutes")),
            (true, self.say("製品開発者への通知（写し）", "Notice to the developer (copy)")),
            (given, self.say("意見書（写し）", "Opinions (copies)")),
            (true, self.say("公表予定の文案", "Text planned for publication")),
        ];
        all.into_iter().filter(|(there, _)| *there).map(|(_, name)| name.to_owned()).collect()
    }
}
