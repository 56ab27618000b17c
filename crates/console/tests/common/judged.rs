//! The main case of a scene on its way to the publication committee, because its first developer refuses.

use casework::Actor;
use casework::committee::Candidate;
use rulebook::case::judgement::{BallotVote, Finding, FourCondition, Ground, Material, Minutes, Verdict};
use rulebook::case::{CaseCommand, ContactMeans, EndingCommand, JudgementCommand as C, Refused};

use super::scene::Scene;

/// The last day for opinions, two weeks after the tests begin.
pub const OPINIONS_UNTIL: jiff::civil::Date = jiff::civil::date(2026, 12, 5);

fn word(text: &str) -> String {
    text.to_owned()
}

async fn go(scene: &Scene, actor: Actor, command: C) {
    scene.act(actor, CaseCommand::Judgement(command)).await;
}

/// Everything up to the announcement: both members are called, the file is ready. Gives the members.
pub async fn prepared(scene: &Scene) -> [Actor; 2] {
    let [law, security] = [scene.member, scene.other_member];
    let (desk, coordinator, developer) = (scene.desk, scene.coordinator, scene.first.id);
    let statement = word("公表に同意しない");
    let refusal = EndingCommand::RecordRefusal { developer, what: Refused::Publication, statement };
    scene.act(coordinator, CaseCommand::Ending(refusal)).await;
    let notice =
        C::NotifyImpossible {
            developer, ground: Ground::NoAgreement, reason: word("三度の協議で合意に至らない")
        };
    go(scene, coordinator, notice).await;
    go(scene, desk, C::JudgeImpossible { accepted: true, reason: word("記録を確かめた") }).await;
    go(scene, desk, C::AskMaterial).await;
    let material = Material {
        contact: word("psirt@miharashi.example"),
        information: word("届出のとおり"),
        verification: word("該当あり"),
        countermeasure: word("更新の準備中"),
        status: word("調査中"),
    };
    go(scene, coordinator, C::GiveMaterial(material)).await;
    let office = &scene.world.office;
    let members = office.candidates(office.now().today).await.expect("candidates");
    let members = members.iter().map(Candidate::appointed).collect();
    go(scene, desk, C::Convene { meeting: word("第31回"), meets_on: OPINIONS_UNTIL, members, urgent: true }).await;
    for condition in FourCondition::ALL {
        let evidence = word("案件の記録");
        go(scene, desk, C::AssessCondition { condition, finding: Finding::Met, evidence }).await;
    }
    let (reason, text) = (word("四条件を満たす"), word("公表予定の文案です。"));
    go(scene, desk, C::DraftJudgement { verdict: Verdict::Publish, reason, text }).await;
    go(scene, desk, C::InviteOpinion { whom: None, note: word("ほかに関係者はいない"), deadline: None }).await;
    [law, security]
}

/// The first developer was told that there will be a judgement.
pub async fn announced(scene: &Scene) -> [Actor; 2] {
    let members = prepared(scene).await;
    let told = C::AnnounceJudgement {
        means: ContactMeans::Mail,
        to: word("psirt@miharashi.example"),
        information: word("検索欄のクロスサイト・スクリプティング"),
        grounds: word("受付機関でも再現した記録があります。"),
        history: word("2026年11月21日　最初のご連絡"),
        send_to: word("受付機関　公表判定委員会事務局"),
        deadline: OPINIONS_UNTIL,
    };
    go(scene, scene.desk, told).await;
    members
}

/// It was judged, two weeks later.
pub async fn passed(scene: &Scene, members: [Actor; 2], verdict: Verdict) {
    for member in members {
        for condition in FourCondition::ALL {
            go(scene, member, C::Vote { condition, vote: BallotVote::Yes, comment: word("記録のとおり") }).await;
        }
    }
    scene.world.days(15);
    let met = if verdict == Verdict::Publish { FourCondition::ALL.to_vec() } else { Vec::new() };
    let attended = members.iter().filter_map(|member| member.account).collect();
    let minutes = Minutes { attended, summary: word("四条件を順に審議した。") };
    go(scene, scene.desk, C::PassJudgement { verdict, met, reason: word("判定の理由です。"), minutes }).await;
}

/// It is to be published, and the developer is asked for a view.
pub async fn view_asked(scene: &Scene) {
    let members = announced(scene).await;
    passed(scene, members, Verdict::Publish).await;
    let deadline = jiff::civil::date(2026, 12, 20);
    go(scene, scene.desk, C::AskView { deadline }).await;
}

/// The procedure was confirmed, and the publication day is set.
pub async fn day_set(scene: &Scene, day: jiff::civil::Date) {
    go(scene, scene.desk, C::AskConfirmation { reference: word("文書第1号") }).await;
    go(scene, scene.desk, C::RecordConfirmation { reference: word("回答第1号") }).await;
    go(scene, scene.desk, C::SetJudgedDay { day }).await;
}
