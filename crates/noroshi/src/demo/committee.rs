//! Cases of the demo that go to the publication committee, because their developer refuses: the notice, the papers, the
//! developer's opinion, votes, and a decision.

use casework::Actor;
use casework::committee::Candidate;
use jiff::ToSpan;
use rulebook::case::ending::{EndingCommand, Refused};
use rulebook::case::judgement::{
    BallotVote, Finding, FourCondition, Ground, JudgementCommand as C, Material, Minutes, Verdict,
};
use rulebook::case::{CaseCommand, ContactMeans};

use super::data::Judged;
use super::people::{PEOPLE, Part};
use super::plan::{Deed, working_day};
use super::world::Stage;
use crate::failure::Outcome;

/// Whether a deed is a step on the way to a judgement.
pub const fn is_at_committee(deed: Deed) -> bool {
    matches!(
        deed,
        Deed::Refuse
            | Deed::NotifyImpossible
            | Deed::JudgeImpossible
            | Deed::GiveMaterial
            | Deed::Convene
            | Deed::HasInterest
            | Deed::PreparePapers
            | Deed::Opine
            | Deed::Vote
            | Deed::PassJudgement
            | Deed::AskMinister
            | Deed::AskView
    )
}

const REFUSED: &str = "次の大型更新で作り直す予定の機能であり、それまで公表には応じられない。";
const HISTORY: &str = "検証結果を受け、公表日について三度協議しました。製品開発者は、次の大型更新（時期未定）まで公表に応じないとの\
    回答を変えず、利用者への周知の予定も示しませんでした。";
const JUDGED: &str = "記録を確かめました。これ以上の調整で合意に至ることは見込めません。";
const EVIDENCE: [(FourCondition, Finding, &str); 4] = [
    (
        FourCondition::CannotCoordinate,
        Finding::Met,
        "三度の協議の記録があり、製品開発者は公表に応じないと書面で回答しています。",
    ),
    (
        FourCondition::VulnerabilityExists,
        Finding::Met,
        "製品開発者自身が、該当する製品があると回答しています。受付機関でも、届出の手順どおりに再現しました。",
    ),
    (
        FourCondition::UsersUnaware,
        Finding::Met,
        "製品はウェブサイトから誰でもダウンロードできます。製品開発者は利用者の一覧を持っていません。",
    ),
    (
        FourCondition::NoReasonAgainst,
        Finding::Disputed,
        "製品開発者は、修正より先に公表すると攻撃を招くと主張しています。一方、設定で避ける方法があり、届出で示されています。",
    ),
];
const DRAFT: &str = "四条件のうち三つは記録から満たすと考えます。公表が適当でないとする事情については、回避策を併せて公表することで\
    利用者の不利益を抑えられるため、公表が適当と考えます。";
const OPINION: &str = "修正版の準備には時間がかかります。回避策を利用者に直接お知らせするので、公表は修正版の公開まで待っていただきたいと\
    考えます。";
const POINT: &str =
    "回避策だけを先に公表した場合、攻撃の手掛かりになるおそれと、利用者が身を守れる利益とのどちらが大きいか。";
const VOTED: &str = "記録と再現結果から認められる。";
const REASON: &str = "四条件をすべて満たすと認められました。修正版の時期が定まらない中で、利用者が回避策を知らないまま使い続けることの\
    不利益のほうが大きいと判断しました。";
const MINUTES: &str = "事務局から調整の経緯と資料の説明があり、製品開発者の意見書を全員で確認した。公表が適当でない事情の有無について\
    議論し、回避策を併せて公表すれば利用者の不利益を抑えられるとの意見で一致した。";

impl Stage {
    /// Does a step on the way to a judgement about the first developer of a case.
    pub async fn at_committee(&self, number: usize, deed: Deed) -> Outcome {
        let (_, _, developer) = self.developer(number, 0)?;
        let (desk, coordinator) = (self.desk(number), self.coordinator(number));
        match deed {
            Deed::Refuse => {
                let (what, statement) = (Refused::Publication, REFUSED.to_owned());
                let refusal = EndingCommand::RecordRefusal { developer, what, statement };
                Ok(self.office.act(self.case(number)?, coordinator, None, CaseCommand::Ending(refusal).into()).await?)
            }
            Deed::NotifyImpossible => {
                let (ground, reason) = (Ground::NoAgreement, HISTORY.to_owned());
                self.judge(number, coordinator, C::NotifyImpossible { developer, ground, reason }).await
            }
            Deed::JudgeImpossible => {
                let reason = JUDGED.to_owned();
                self.judge(number, desk, C::JudgeImpossible { accepted: true, reason }).await?;
                self.judge(number, desk, C::AskMaterial).await
            }
            Deed::GiveMaterial => self.judge(number, coordinator, C::GiveMaterial(self.material(number)?)).await,
            Deed::Convene => self.convene(number).await,
            Deed::HasInterest => self.has_interest(number).await,
            Deed::PreparePapers => self.prepare(number).await,
            Deed::Opine => {
                let (key, _, id) = self.developer(number, 0)?;
                let opinion = C::GiveOpinion { from: String::new(), text: OPINION.to_owned() };
                self.judge(number, self.as_developer(&key, id), opinion).await
            }
            Deed::Vote => self.vote(number).await,
            Deed::PassJudgement => self.pass_judgement(number).await,
            Deed::AskMinister => {
                let reference = "みはり発第27号".to_owned();
                self.judge(number, desk, C::AskConfirmation { reference }).await
            }
            _ => {
                let deadline = working_day(&self.calendar, self.today().saturating_add(21.days()));
                self.judge(number, desk, C::AskView { deadline }).await
            }
        }
    }

    async fn judge(&self, number: usize, actor: Actor, command: C) -> Outcome {
        Ok(self.office.act(self.case(number)?, actor, None, CaseCommand::Judgement(command).into()).await?)
    }

    fn material(&self, number: usize) -> Outcome<Material> {
        let (key, _, _) = self.developer(number, 0)?;
        let (maker, product) = self.world.product(self.story(number))?;
        let kind = self.world.kind(self.story(number))?;
        Ok(Material {
            contact: format!("{}　{}", self.world.maker(&key)?.mail, maker.phone),
            information: format!("{}における{}の脆弱性。届出と再現の記録のとおり。", product.ja, kind.name.ja),
            verification: "該当する製品があると回答。".to_owned(),
            countermeasure: "次の大型更新で作り直す予定（時期未定）。".to_owned(),
            status: "公表に応じないと回答。".to_owned(),
        })
    }

    /// All members; twenty days later they meet.
    async fn convene(&self, number: usize) -> Outcome {
        let members = self.office.candidates(self.today()).await?;
        let members = members.iter().map(Candidate::appointed).collect();
        let meets_on = working_day(&self.calendar, self.today().saturating_add(20.days()));
        let waiting = self.story(number).judged == Some(Judged::Waiting);
        let meeting = if waiting { "第12回公表判定委員会" } else { "第11回公表判定委員会" }.to_owned();
        self.judge(number, self.desk(number), C::Convene { meeting, meets_on, members, urgent: waiting }).await
    }

    /// In the case that waits, a member knows the developer.
    async fn has_interest(&self, number: usize) -> Outcome {
        if self.story(number).judged != Some(Judged::Waiting) {
            return Ok(());
        }
        let (member, actor) = self.member("tokiwa")?;
        let reason = "所属する協会が、この製品開発者に業務を委託しています。".to_owned();
        self.judge(number, actor, C::DeclareConflict { member, reason }).await
    }

    async fn prepare(&self, number: usize) -> Outcome {
        let desk = self.desk(number);
        for (condition, finding, evidence) in EVIDENCE {
            let evidence = evidence.to_owned();
            self.judge(number, desk, C::AssessCondition { condition, finding, evidence }).await?;
        }
        let (key, _, _) = self.developer(number, 0)?;
        let (maker, product) = self.world.product(self.story(number))?;
        let kind = self.world.kind(self.story(number))?;
        let text = format!(
            "{}が提供する{}には、{}の脆弱性が存在します。\n\n修正版は公開されていません。次の回避策を実施してください。",
            maker.name, product.ja, kind.name.ja
        );
        let draft = C::DraftJudgement { verdict: Verdict::Publish, reason: DRAFT.to_owned(), text };
        self.judge(number, desk, draft).await?;
        let announce = C::AnnounceJudgement {
            means: ContactMeans::Mail,
            to: self.world.maker(&key)?.mail.clone(),
            information: format!("{}における{}", product.ja, kind.name.ja),
            grounds: "貴社の検証結果と、受付機関での再現の記録によります。".to_owned(),
            history: HISTORY.to_owned(),
            send_to: "みはり情報セキュリティ受付センター　公表判定委員会事務局".to_owned(),
            deadline: self.today().saturating_add(12.days()),
        };
        self.judge(number, desk, announce).await?;
        let note = "製品開発者のほかに、この製品に関わる者はいません。".to_owned();
        self.judge(number, desk, C::InviteOpinion { whom: None, note, deadline: None }).await
    }

    /// Where it waits, only one member has voted, and wants a point debated.
    async fn vote(&self, number: usize) -> Outcome {
        let waiting = self.story(number).judged == Some(Judged::Waiting);
        let voters: &[&str] = if waiting { &["saegusa"] } else { &["saegusa", "horiguchi", "tokiwa"] };
        for login in voters {
            let (_, actor) = self.member(login)?;
            for condition in FourCondition::ALL {
                let (vote, comment) = (BallotVote::Yes, VOTED.to_owned());
                self.judge(number, actor, C::Vote { condition, vote, comment }).await?;
            }
        }
        let (_, actor) = self.member("saegusa")?;
        let (condition, note) = (FourCondition::NoReasonAgainst, POINT.to_owned());
        self.judge(number, actor, C::MarkDebate { condition, note }).await
    }

    async fn pass_judgement(&self, number: usize) -> Outcome {
        let members = PEOPLE.iter().filter(|somebody| matches!(somebody.part, Part::Member(..)));
        let attended: Vec<_> = members.filter_map(|somebody| self.accounts.get(somebody.login).copied()).collect();
        let minutes = Minutes { attended, summary: MINUTES.to_owned() };
        let (verdict, met) = (Verdict::Publish, FourCondition::ALL.to_vec());
        let passed = C::PassJudgement { verdict, met, reason: REASON.to_owned(), minutes };
        self.judge(number, self.desk(number), passed).await
    }
}
