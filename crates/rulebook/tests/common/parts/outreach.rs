//! About who else is told, and who talks.

use proptest::prelude::*;
use proptest::sample::select;
use rulebook::action::Action;
use rulebook::case::decide::CaseCommand;
use rulebook::case::outreach::{
    DisclosureGround, Involvement, Outreach, OutreachCommand, OutreachEvent, Recipient, RecipientKind, Talk, Tlp,
    UsersTold,
};
use rulebook::case::{CaseContent, CaseEvent, CaseFile, ContentField, DutyKind, Thread};
use rulebook::ids::DeveloperId;
use rulebook::party::Party;

use crate::common::histories::{developer, some_day, words};
use crate::common::{COORDINATOR, DESK, ELSEWHERE, FINDER, LETTER, MAKER, MIHARASHI, REPORT, SCREENSHOT, body, day};

pub fn golden() -> Vec<CaseEvent> {
    let developer = MIHARASHI;
    let recipient = Recipient {
        kind: RecipientKind::OverseasCoordinator,
        name: "CERT/EX".into(),
        contact: "cert@cert.example".into(),
        developer: None,
    };
    let content =
        CaseContent {
            product: "みはらしポータル".into(), versions: "3.2.0 まで".into(), ..CaseContent::default()
        };
    [
        OutreachEvent::NdaRecorded {
            nda: 1,
            by: COORDINATOR,
            with: "CERT/EX".into(),
            on: day("2026-04-01"),
            until: Some(day("2027-03-31")),
            reference: "文書 2026-14".into(),
        },
        OutreachEvent::DisclosedTo {
            disclosure: 2,
            by: COORDINATOR,
            recipient,
            ground: DisclosureGround::LargeInfluenceOverseas,
            content,
            attachments: vec![SCREENSHOT],
            nda: Some(1),
            consent: String::new(),
            purpose: "海外の開発者への連絡".into(),
            tlp: Tlp::AmberStrict,
            on: day("2026-11-27"),
        },
        OutreachEvent::AnalysisReceived {
            disclosure: 1, result: "古いライブラリで再現".into(), on: day("2026-12-01")
        },
        OutreachEvent::InfluenceAnalysed {
            analysis: 1,
            by: DESK,
            summary: "同じ部品を使う製品に影響".into(),
            on: day("2026-12-02"),
        },
        OutreachEvent::InfluencePassed { analysis: 1, on: day("2026-12-03") },
        OutreachEvent::InvolvementSet { developer, involvement: Involvement::OssCommunity, wave: 1 },
        OutreachEvent::WavePlanned { wave: 2, day: day("2026-12-14") },
        OutreachEvent::WaveOpened { wave: 2, reason: "修正版が早くできた".into(), on: day("2026-12-10") },
        OutreachEvent::SiteInformationAsked {
            developer,
            why: "設定が分からず再現しない".into(),
            on: day("2026-11-30"),
        },
        OutreachEvent::SiteInformationAnswered {
            developer,
            information: Some("設定ファイルの写し".into()),
            consent: "運営者から電子メールで承諾".into(),
            on: day("2026-12-02"),
        },
        OutreachEvent::UserNoticeAsked {
            developer,
            whom: "保守契約のある利用者".into(),
            day: day("2026-12-20"),
            how: "担当者から電話で".into(),
            on: day("2026-12-05"),
        },
        OutreachEvent::UserNoticeAllowed {
            developer,
            request: "公表まで第三者に知らせないでください".into(),
            on: day("2026-12-06"),
        },
        OutreachEvent::UserNoticeDeclined {
            developer,
            reason: "修正版の前に広まるおそれがある".into(),
            on: day("2026-12-06"),
        },
        OutreachEvent::UsersNotified {
            developer,
            all: true,
            evidence: "全契約者の受領の記録".into(),
            on: day("2026-12-21"),
        },
        OutreachEvent::TalkWished { by: FINDER, on: day("2026-11-28") },
        OutreachEvent::TalkPassed { wisher: FINDER, developer, report: REPORT, on: day("2026-11-29") },
        OutreachEvent::TalkAnswered { wisher: FINDER, by: MAKER, agrees: true, on: day("2026-11-30") },
        OutreachEvent::ReceiptAcknowledged { developer, on: day("2026-11-26") },
    ]
    .map(CaseEvent::Outreach)
    .into()
}

fn disclose(ground: DisclosureGround, kind: RecipientKind, developer: Option<DeveloperId>, text: &str) -> CaseCommand {
    let recipient = Recipient { kind, name: "CERT/EX".into(), contact: "cert@cert.example".into(), developer };
    CaseCommand::Outreach(OutreachCommand::Disclose {
        recipient,
        ground,
        fields: vec![ContentField::Product, ContentField::Notes],
        attachments: if text.is_empty() { vec![LETTER] } else { vec![] },
        nda: Some(1),
        consent: text.into(),
        purpose: "分析".into(),
        tlp: Tlp::Amber,
    })
}

fn nda(until: Option<jiff::civil::Date>) -> OutreachCommand {
    OutreachCommand::RecordNda {
        with: "CERT/EX".into(),
        on: day("2026-04-01"),
        until,
        reference: "文書 2026-14".into(),
    }
}

fn direct(developer: DeveloperId, n: u8) -> CaseCommand {
    CaseCommand::Write {
        thread: Thread::Direct { developer, report: REPORT },
        body: body(u128::from(n)),
        attachments: vec![],
    }
}

/// Single things, mostly in a wrong moment.
pub fn tries() -> BoxedStrategy<(Party, CaseCommand)> {
    let by_bodies = prop_oneof![
        some_day().prop_map(|until| nda(Some(until))),
        (1_u32..3, words()).prop_map(|(disclosure, result)| OutreachCommand::RecordAnalysis { disclosure, result }),
        words().prop_map(|summary| OutreachCommand::AnalyseInfluence { summary }),
        developer().prop_map(|developer| {
            OutreachCommand::PassTalk { wisher: Party::Developer(developer), developer, report: REPORT }
        }),
        developer().prop_map(|developer| OutreachCommand::PassTalk { wisher: FINDER, developer, report: REPORT }),
        Just(OutreachCommand::AnswerTalk { wisher: FINDER, agrees: false }),
    ];
    let by_coordinator = prop_oneof![
        (1_u32..3).prop_map(|analysis| OutreachCommand::PassInfluence { analysis }),
        (developer(), select(Involvement::ALL.to_vec()), 1_u32..4).prop_map(|(developer, involvement, wave)| {
            OutreachCommand::SetInvolvement { developer, involvement, wave }
        }),
        (1_u32..4, some_day()).prop_map(|(wave, day)| OutreachCommand::PlanWave { wave, day }),
        (2_u32..4, words()).prop_map(|(wave, reason)| OutreachCommand::OpenWave { wave, reason }),
        (developer(), any::<bool>(), words())
            .prop_map(|(developer, allowed, text)| { OutreachCommand::AnswerUserNotice { developer, allowed, text } }),
    ];
    let by_developer = prop_oneof![
        words().prop_map(|why| OutreachCommand::AskSiteInformation { why }),
        (words(), some_day())
            .prop_map(|(whom, day)| { OutreachCommand::AskUserNotice { whom, day, how: "電話で".into() } }),
        (any::<bool>(), words()).prop_map(|(all, evidence)| OutreachCommand::ReportUserNotice { all, evidence }),
        Just(OutreachCommand::WishTalk),
        any::<bool>().prop_map(|agrees| OutreachCommand::AnswerTalk { wisher: FINDER, agrees }),
        Just(OutreachCommand::AcknowledgeReceipt),
    ];
    let by_finder = prop_oneof![
        Just(OutreachCommand::WishTalk),
        (developer(), any::<bool>()).prop_map(|(developer, agrees)| {
            OutreachCommand::AnswerTalk { wisher: Party::Developer(developer), agrees }
        }),
    ];
    let site = (developer(), proptest::option::of(words()), words()).prop_map(|(developer, information, consent)| {
        OutreachCommand::AnswerSiteInformation { developer, information, consent }
    });
    let told = (select(DisclosureGround::ALL.to_vec()), select(RecipientKind::ALL.to_vec()), developer(), words());
    let told = told.prop_map(|(ground, kind, developer, text)| disclose(ground, kind, Some(developer), &text));
    let outreach = |(party, command)| (party, CaseCommand::Outreach(command));
    prop_oneof![
        3 => (select(vec![DESK, COORDINATOR]), by_bodies).prop_map(outreach),
        3 => by_coordinator.prop_map(move |command| outreach((COORDINATOR, command))),
        3 => (developer().prop_map(Party::Developer), by_developer).prop_map(outreach),
        1 => by_finder.prop_map(move |command| outreach((FINDER, command))),
        1 => site.prop_map(move |command| outreach((DESK, command))),
        1 => (select(vec![DESK, COORDINATOR]), told),
        1 => (developer(), any::<u8>()).prop_map(|(developer, n)| (FINDER, direct(developer, n))),
        1 => (developer(), any::<u8>()).prop_map(|(id, n)| (Party::Developer(id), direct(id, n))),
    ]
    .boxed()
}

/// Things that lead from one to the next.
pub fn stories() -> impl Strategy<Value = Vec<(Party, CaseCommand)>> {
    (0_usize..9, developer(), any::<bool>()).prop_map(|(which, id, yes)| story(which, id, yes))
}

fn story(which: usize, id: DeveloperId, yes: bool) -> Vec<(Party, CaseCommand)> {
    use OutreachCommand as C;
    let own = Party::Developer(id);
    let pass = |wisher| C::PassTalk { wisher, developer: id, report: REPORT };
    let words = || "本文".to_owned();
    let steps = match which {
        0 => vec![
            (FINDER, C::WishTalk),
            (COORDINATOR, pass(FINDER)),
            (own, C::AnswerTalk { wisher: FINDER, agrees: yes }),
        ],
        1 => vec![(own, C::WishTalk), (DESK, pass(own)), (FINDER, C::AnswerTalk { wisher: own, agrees: yes })],
        2 => vec![
            (own, C::AskUserNotice { whom: words(), day: day("2027-12-01"), how: words() }),
            (COORDINATOR, C::AnswerUserNotice { developer: id, allowed: yes, text: words() }),
            (own, C::ReportUserNotice { all: yes, evidence: words() }),
        ],
        3 => vec![(DESK, C::AnalyseInfluence { summary: words() }), (COORDINATOR, C::PassInfluence { analysis: 1 })],
        4 => vec![
            (COORDINATOR, C::SetInvolvement { developer: id, involvement: Involvement::Embeds, wave: 2 }),
            (COORDINATOR, C::PlanWave { wave: 2, day: day("2027-12-01") }),
            (COORDINATOR, C::OpenWave { wave: 2, reason: words() }),
        ],
        5 => vec![
            (own, C::AskSiteInformation { why: words() }),
            (DESK, C::AnswerSiteInformation { developer: id, information: yes.then(words), consent: words() }),
        ],
        6 => vec![(own, C::AcknowledgeReceipt)],
        _ => return told(yes),
    };
    let written = direct(id, 50);
    let talk = matches!(which, 0 | 1).then_some((if yes { FINDER } else { own }, written));
    steps.into_iter().map(|(party, command)| (party, CaseCommand::Outreach(command))).chain(talk).collect()
}

fn told(yes: bool) -> Vec<(Party, CaseCommand)> {
    let (body, ground) = match yes {
        true => (COORDINATOR, DisclosureGround::DetailedAnalysis),
        false => (DESK, DisclosureGround::OutsideAnalysis),
    };
    let disclosed = disclose(ground, RecipientKind::AnalysisBody, None, "記録");
    let result = OutreachCommand::RecordAnalysis { disclosure: 1, result: "再現した".into() };
    vec![
        (body, CaseCommand::Outreach(nda(None))),
        (body, disclosed),
        (body, CaseCommand::Outreach(result)),
        (DESK, disclose(DisclosureGround::ReproductionData, RecipientKind::CaseDeveloper, Some(MIHARASHI), "承諾")),
    ]
}

fn is_asked(talk: &Talk, viewer: Party) -> bool {
    talk.between.is_some_and(|(developer, report)| match talk.wisher {
        Party::Finder(_) => viewer == Party::Developer(developer),
        _ => viewer == Party::Finder(report),
    })
}

/// Both bodies of everything; developers and finders of what they asked, what they are asked, and what they are
/// answered; informed developers of analyses that are passed on.
pub fn may_learn(viewer: Party, before: &CaseFile, event: &OutreachEvent) -> bool {
    let id = match viewer {
        Party::ReceivingBody => return true,
        Party::Coordinator => return before.case.handed_over.is_some(),
        Party::Developer(id) => Some(id),
        Party::Finder(report) if before.case.reports.contains(&report) => None,
        _ => return false,
    };
    let informed = id.and_then(|id| before.case.developer(id)).is_some_and(|side| side.details.is_some());
    match event {
        OutreachEvent::InfluenceAnalysed { by, .. } => informed && *by == COORDINATOR,
        OutreachEvent::InfluencePassed { .. } => informed,
        OutreachEvent::TalkWished { by, .. } => *by == viewer,
        OutreachEvent::TalkPassed { wisher, developer, report, .. } => {
            let asked = if *wisher == Party::Finder(*report) { Party::Developer(*developer) } else { FINDER };
            asked == viewer
        }
        OutreachEvent::TalkAnswered { wisher, by, .. } => {
            let open = before.case.outreach.open_talk(*wisher);
            *wisher == viewer || *by == viewer || open.is_some_and(|talk| is_asked(talk, viewer))
        }
        other => id.is_some_and(|id| is_own(other, id)),
    }
}

/// Whether a developer sees an event as a step of its own.
pub fn is_own(event: &OutreachEvent, id: DeveloperId) -> bool {
    match event {
        OutreachEvent::TalkWished { by, .. } => *by == Party::Developer(id),
        OutreachEvent::DisclosedTo { recipient, .. } => recipient.developer == Some(id),
        OutreachEvent::SiteInformationAsked { developer, .. }
        | OutreachEvent::SiteInformationAnswered { developer, .. }
        | OutreachEvent::UserNoticeAsked { developer, .. }
        | OutreachEvent::UserNoticeAllowed { developer, .. }
        | OutreachEvent::UserNoticeDeclined { developer, .. }
        | OutreachEvent::UsersNotified { developer, .. }
        | OutreachEvent::ReceiptAcknowledged { developer, .. } => *developer == id,
        _ => false,
    }
}

/// Everything that is not the viewer's own goes, or is somebody else's.
pub fn change(there: &mut CaseFile, viewer: Party) {
    let all = &mut there.case.outreach;
    match viewer {
        Party::Developer(id) => {
            let before = std::mem::take(all);
            let mut own = Outreach {
                disclosures: before.disclosures,
                analyses: before.analyses,
                site_requests: before.site_requests,
                user_notices: before.user_notices,
                users_told: before.users_told,
                talks: before.talks,
                acknowledged: before.acknowledged,
                ..Outreach::default()
            };
            own.disclosures.retain(|told| told.recipient.developer == Some(id));
            own.disclosures.iter_mut().for_each(|told| (told.number, told.nda) = (99, Some(98)));
            own.analyses.retain(|one| one.passed_on.is_some());
            own.analyses.iter_mut().for_each(|one| {
                (one.number, one.by, one.on) = (97, Some(DESK), day("2020-01-01"));
            });
            own.site_requests.retain(|one| one.developer == id);
            own.user_notices.retain(|one| one.developer == id);
            own.users_told.retain(|one| one.developer == id);
            own.acknowledged.retain(|(one, _)| *one == id);
            own.talks.retain(|talk| talk.wisher == viewer || is_asked(talk, viewer));
            own.involvements = vec![(ELSEWHERE, Involvement::Maker, 3)];
            *all = own;
        }
        Party::Finder(_) => {
            let mut talks = std::mem::take(&mut all.talks);
            talks.retain(|talk| talk.wisher == viewer || is_asked(talk, viewer));
            *all = Outreach { talks, ..Outreach::default() };
        }
        Party::Member(_) => {
            let told =
                UsersTold { developer: MIHARASHI, all: true, evidence: "別の記録".into(), on: day("2020-01-01") };
            *all = Outreach { users_told: vec![told], ..Outreach::default() };
        }
        Party::Coordinator => {
            for told in all.disclosures.iter_mut().filter(|told| told.by == DESK) {
                (told.content.notes, told.attachments) = ("別の備考".into(), vec![LETTER]);
            }
        }
        _ => {}
    }
}

pub fn action(what: DutyKind) -> Option<Action> {
    Some(match what {
        DutyKind::RecordAnalysis => Action::RecordAnalysis,
        DutyKind::PassInfluence => Action::PassInfluence,
        DutyKind::OpenWave => Action::OpenWave,
        DutyKind::AnswerSiteInformation => Action::AnswerSiteInformation,
        DutyKind::AnswerUserNotice => Action::AnswerUserNotice,
        DutyKind::ReportUserNotice => Action::ReportUserNotice,
        DutyKind::PassTalk => Action::PassTalk,
        DutyKind::AnswerTalk => Action::AnswerTalk,
        DutyKind::AcknowledgeReceipt => Action::AcknowledgeReceipt,
        _ => return None,
    })
}
