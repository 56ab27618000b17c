//! Why each developer is on the case, and in which wave it is told (Ⅳ.4.2.第2段, 第3段).

use jiff::civil::Date;
use rulebook::action::Action;
use rulebook::case::outreach::{Involvement, OutreachCommand};
use rulebook::ids::DeveloperId;
use ui::field::{Choice, Field};
use ui::{Form, Frame, Lang};

use super::super::read::{Held, Wrong};
use super::{Desk, INVOLVE, OPEN, PLAN};
use crate::desk::sent::Open;
use crate::forms::Fields;
use crate::names;

/// Most waves.
const MOST: u32 = 9;

/// A wave of developers.
pub(in crate::desk::case) struct Wave {
    pub number: u32,
    pub day: Option<Date>,
    pub opened: Option<Date>,
    pub reason: String,
    pub developers: usize,
    pub told: usize,
    pub answered: usize,
    pub open_form: Option<(Open, Form)>,
    pub plan_form: Option<(Open, Form)>,
}

/// In which wave a developer is told: the first, unless something else was said.
fn wave_of(desk: &Desk<'_>, id: DeveloperId) -> u32 {
    desk.page.view.outreach.involvements.iter().find(|one| one.developer == id).map_or(1, |one| one.wave)
}

/// Why a developer is on the case and its wave, in a few words; nothing where nothing was said.
pub(in crate::desk::case) fn of(desk: &Desk<'_>, id: DeveloperId) -> String {
    let found = desk.page.view.outreach.involvements.iter().find(|one| one.developer == id);
    found.map_or_else(String::new, |one| {
        let why = names::involvement(desk.frame.lang, one.involvement);
        let key = if one.open { "outreach-involved" } else { "outreach-involved-waits" };
        desk.frame.t2(key, "why", why, "wave", one.wave)
    })
}

/// The waves that somebody is in or that are planned.
pub(super) fn waves(desk: &Desk<'_>) -> Vec<Wave> {
    let view = &desk.page.view;
    let mut numbers: Vec<u32> = view.developers.iter().map(|side| wave_of(desk, side.id)).collect();
    numbers.extend(view.outreach.waves.iter().map(|wave| wave.number));
    numbers.sort_unstable();
    numbers.dedup();
    numbers.into_iter().map(|number| wave(desk, number)).collect()
}

fn wave(desk: &Desk<'_>, number: u32) -> Wave {
    let view = &desk.page.view;
    let known = view.outreach.waves.iter().find(|wave| wave.number == number);
    let opened = known.and_then(|wave| wave.opened.as_ref());
    let sides: Vec<_> = view.developers.iter().filter(|side| wave_of(desk, side.id) == number).collect();
    let closed = number > 1 && opened.is_none();
    let may_open = closed && desk.may(Action::OpenWave) && sides.iter().any(|side| side.details.is_none());
    let form = |what: &str| {
        let name = format!("{what}-{number}");
        (desk.open(&name, &format!("outreach/{what}")), desk.form(&name, |_| {}))
    };
    Wave {
        number,
        day: known.and_then(|wave| wave.day),
        opened: opened.map(|(on, _)| *on),
        reason: opened.map(|(_, reason)| reason.clone()).unwrap_or_default(),
        developers: sides.len(),
        told: sides.iter().filter(|side| side.details.is_some()).count(),
        answered: sides.iter().filter(|side| side.verification.is_some()).count(),
        open_form: may_open.then(|| form(OPEN)),
        plan_form: (closed && desk.may(Action::PlanWave)).then(|| form(PLAN)),
    }
}

/// The form that says why a developer is on the case.
pub(super) fn form(desk: &Desk<'_>) -> Option<(Open, Form, Vec<Field>)> {
    let frame = &desk.frame;
    let form = desk.form(INVOLVE, |form| form.set("wave", 1));
    let sides = desk.page.view.developers.iter().enumerate();
    let sides = sides.filter(|(_, side)| desk.may_about(side.id, Action::SetInvolvement));
    let mut choices: Vec<Choice> = sides.map(|(place, side)| Choice::new(place + 1, &side.name)).collect();
    if choices.is_empty() {
        return None;
    }
    choices.insert(0, Choice::new("", frame.t("ending-choose")));
    let mut all = vec![form.select("developer", frame.t("party-developer"), &choices).required()];
    all.extend(fields(frame, &form));
    Some((desk.open(INVOLVE, "outreach/involve"), form, all))
}

/// Why, and in which wave.
pub(in crate::desk::case) fn fields(frame: &Frame, form: &Form) -> Vec<Field> {
    let why = Involvement::ALL
        .map(|one| Choice::new(one.word(), names::involvement(frame.lang, one)).hint(one.clause().to_string()));
    let waves: Vec<Choice> =
        (1..=MOST).map(|number| Choice::new(number, frame.t1("outreach-wave", "number", number))).collect();
    vec![
        form.radios("involvement", frame.t("outreach-involvement"), &why).required(),
        form.select("wave", frame.t("outreach-wave-choose"), &waves).hint(frame.t("outreach-wave-hint")),
    ]
}

/// What a form says of it.
pub(in crate::desk::case) fn chosen(fields: &Fields) -> Result<(Involvement, u32), Wrong> {
    let involvement = Involvement::of_word(fields.get("involvement"));
    let involvement = involvement.ok_or(("involvement", "outreach-choose-involvement"))?;
    let wave = fields.get("wave").parse().map_err(|_| ("wave", "outreach-choose-wave"))?;
    Ok((involvement, wave))
}

/// The wave that a form is about.
pub(super) fn number(fields: &Fields) -> Result<u32, Held> {
    fields.get("wave").parse().map_err(|_| Held::Wrong("form", "outreach-choose-wave"))
}

/// The advice for those in between (付録6(4)), where one is on the case.
pub(super) fn advice(desk: &Desk<'_>, lang: Lang) -> Option<String> {
    let between = desk.page.view.outreach.involvements.iter();
    let there = between.into_iter().any(|one| one.involvement == Involvement::Intermediate);
    there.then(|| lang.t("involvement-intermediate-advice").into_owned())
}

pub(super) fn command(developer: DeveloperId, (involvement, wave): (Involvement, u32)) -> OutreachCommand {
    OutreachCommand::SetInvolvement { developer, involvement, wave }
}
