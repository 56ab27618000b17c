//! The case of the budget: thirty developers, a hundred messages.

use casework::CaseOrder;
use rulebook::case::Thread;
use rulebook::ids::CaseId;

use crate::Outcome;
use crate::cases::{accepted, act, hand_over, reach, register};
use crate::partnership::Partnership;

/// Developers on it.
pub const DEVELOPERS: usize = 30;
/// Messages in it.
pub const MESSAGES: usize = 100;

/// The case with its number.
pub struct BigCase {
    /// Its number, as addresses have it.
    pub number: String,
}

/// Walks the case until all its developers have answered and all its messages are written.
pub async fn meet(partnership: &Partnership) -> Outcome<BigCase> {
    eprintln!("making a case with {DEVELOPERS} developers and {MESSAGES} messages …");
    let case = accepted(partnership, 0).await?;
    hand_over(partnership, case).await?;
    let mut developers = Vec::with_capacity(DEVELOPERS);
    for number in 0..DEVELOPERS {
        let id = register(partnership, &format!("多数の開発者その{number}株式会社")).await?;
        developers.push((id, reach(partnership, case, id).await?));
    }
    for number in 0..MESSAGES {
        let (id, developer) = developers[number % DEVELOPERS];
        let from_developer = (number / DEVELOPERS) % 2 == 1;
        let actor = if from_developer { developer } else { partnership.coordinator };
        let text =
            format!("{number} 通目のお知らせです。修正版の提供予定日と公表日の調整についてご連絡します。").repeat(4);
        partnership.clock.advance(60);
        act(partnership, case, actor, CaseOrder::Write { thread: Thread::Developer(id), text }).await?;
    }
    check(partnership, case).await
}

/// The coordinator sees all of it; otherwise the figure would be of something else.
async fn check(partnership: &Partnership, case: CaseId) -> Outcome<BigCase> {
    let view = partnership.office.case_page(case, partnership.coordinator).await?.view;
    if view.developers.len() != DEVELOPERS || view.messages.len() != MESSAGES {
        return Err(format!("{} developers, {} messages", view.developers.len(), view.messages.len()).into());
    }
    Ok(BigCase { number: view.number })
}
