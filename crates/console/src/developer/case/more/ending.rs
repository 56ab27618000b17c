//! A developer's words that bear on the end of a case: what it refuses, and that a product's support has ended. And that
//! the case has ended, at the top of its page.

use casework::CaseOrder;
use rulebook::case::CaseCommand;
use rulebook::case::ending::{EndingCommand, FixPlan, Refused, StopUsing};
use rulebook::ids::DeveloperId;
use ui::field::{Choice, Field};
use ui::notice::Notice;
use ui::{Form, Frame, Lang, Tone};

use super::Matter;
use crate::desk::read_support_end;
use crate::developer::statements::Wrong;
use crate::forms::Fields;
use crate::names;

/// What it refuses, and its words.
pub(super) fn refusal(frame: &Frame, form: &Form) -> Vec<Field> {
    let what = Refused::ALL.map(|what| Choice::new(what.word(), names::refused(frame.lang, what)));
    let statement = form.area("statement", frame.t("developer-refusal-why"));
    vec![
        form.radios("what", frame.t("ending-refused"), &what).required(),
        statement.shown_to(frame.t("desk-attempt-seen")).rows(3_usize).required(),
    ]
}

/// The product, since when, and what becomes of it.
pub(super) fn support(frame: &Frame, form: &Form) -> Vec<Field> {
    let fix = FixPlan::ALL.map(|plan| Choice::new(plan.word(), names::fix_plan(frame.lang, plan)));
    let answers = [StopUsing::Yes, StopUsing::No];
    let agrees = answers.map(|one| Choice::new(one.word(), names::stop_using(frame.lang, one)));
    vec![
        form.text("product", frame.t("ending-product")).required(),
        form.day("ended_on", frame.t("ending-ended-on")).required(),
        form.radios("fix", frame.t("ending-fix"), &fix).in_line().required(),
        form.radios("agrees", frame.t("ending-agrees"), &agrees).shown_to(frame.t("desk-attempt-seen")).required(),
    ]
}

pub(super) fn read_refusal(lang: Lang, fields: &Fields, developer: DeveloperId) -> Result<CaseOrder, Wrong> {
    let what = Refused::of_word(fields.get("what"));
    let what = what.ok_or_else(|| ("what".into(), lang.t("ending-choose-refused").into_owned()))?;
    let statement = super::some_text(lang, fields, "statement")?;
    Ok(CaseCommand::Ending(EndingCommand::RecordRefusal { developer, what, statement }).into())
}

pub(super) fn read_support(lang: Lang, fields: &Fields, developer: DeveloperId) -> Result<CaseOrder, Wrong> {
    let command = read_support_end(fields, developer);
    let command = command.map_err(|(field, key)| (field.to_owned(), lang.t(key).into_owned()))?;
    Ok(CaseCommand::Ending(command).into())
}

/// That the case goes on as another one, that handling has ended, or that the publication was dropped and on which ground.
pub(in crate::developer::case) fn banner(matter: &Matter) -> Option<Notice> {
    let (frame, ending) = (&matter.frame, &matter.page.view.ending);
    if let Some(moved) = &matter.page.view.arrivals.moved {
        let title = frame.t1("case-moved", "number", &moved.number);
        let way = frame.href(format!("/developer/cases/{}", moved.number));
        let notice = ui::notice(frame, Tone::Warning, title).body(frame.t("case-moved-developer"));
        return Some(notice.link(way, frame.t("case-moved-go")));
    }
    let (title, body) = match (&ending.stopped, &ending.dropped) {
        (Some(stopped), _) => {
            let title = frame.t1("developer-ended", "day", frame.day_text(stopped.on));
            (title, frame.t("developer-ended-body").into_owned())
        }
        (None, Some(dropped)) => {
            let ground = dropped.ground.map_or_else(String::new, |ground| names::drop_ground(frame.lang, ground));
            let title = frame.t1("developer-dropped", "day", frame.day_text(dropped.on));
            (title, frame.t1("developer-dropped-body", "ground", ground))
        }
        (None, None) => return None,
    };
    Some(ui::notice(frame, Tone::Info, title).body(body))
}
