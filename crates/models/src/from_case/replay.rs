//! The moves: every change of a state goes through its machine, so that nothing happens that Vultron does not allow.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::{Span, Timestamp};
use rulebook::case::{Affectedness, CaseEvent, CaseFile, EndingEvent, ReachEvent, SignalKind};
use rulebook::edition::Rules;
use rulebook::ids::{DeveloperId, ReportId};
use rulebook::moment::day_of;
use rulebook::party::Party;
use rulebook::report::state::{NonDisclosure, ReportState};

use super::model::{CaseModel, Embargo, Participant, Role, Step};
use crate::vultron::{
    CsEvent, CsState, EmEvent, EmState, PecEvent, PecState, Pxa, RmEvent, RmState, Strength, Vfd, Violation, violations,
};

/// A case on its way through the machines.
pub(super) struct Replay<'a> {
    file: &'a CaseFile,
    rules: Rules<'a>,
    today: Date,
    model: CaseModel,
    at: Timestamp,
    because: &'static str,
    /// What was said to be seen outside, by number.
    claims: BTreeMap<u32, SignalKind>,
    /// Fixes that are announced for a day.
    fixes: BTreeMap<DeveloperId, Date>,
    /// A publication day has been set.
    day_set: bool,
    /// How often the handling was stopped so far.
    stops: usize,
    /// Moves that a machine refused: the mapping is wrong where there is one.
    refused: Vec<Violation>,
}

/// Key of the coordinator that a case came from.
const OVERSEAS: &str = "overseas";

fn participant(party: String, roles: Vec<Role>, rm: RmState) -> Participant {
    Participant {
        party,
        roles,
        rm,
        pec: PecState::NoEmbargo,
        vfd: None,
        released_on: None,
        contact_started_on: None,
        name_listed_on: None,
        product_listed_on: None,
        affected: None,
    }
}

impl<'a> Replay<'a> {
    pub(super) fn new(file: &'a CaseFile, rules: Rules<'a>, today: Date) -> Self {
        let bodies = [Party::ReceivingBody, Party::Coordinator];
        let bodies = bodies.map(|party| participant(party.key(), vec![Role::Coordinator], RmState::Start));
        let model = CaseModel {
            case: file.case.number.clone(),
            embargo: Embargo { state: EmState::None, ends_on: None },
            pxa: Pxa::default(),
            participants: bodies.to_vec(),
            steps: Vec::new(),
            violations: Vec::new(),
        };
        let (claims, fixes, refused) = (BTreeMap::new(), BTreeMap::new(), Vec::new());
        Replay {
            file,
            rules,
            today,
            model,
            at: Timestamp::UNIX_EPOCH,
            because: "",
            claims,
            fixes,
            day_set: false,
            stops: 0,
            refused,
        }
    }

    /// What follows happened then, by that event of the journal.
    pub(super) fn at(&mut self, at: Timestamp, because: &'static str) {
        (self.at, self.because) = (at, because);
    }

    pub(super) fn report_state(&self, id: ReportId) -> Option<&'a ReportState> {
        self.file.reports.iter().find(|report| report.id == id)
    }

    pub(super) fn opened_at(&self) -> Timestamp {
        self.file.case.history.first().map_or(Timestamp::MAX, |first| first.at)
    }

    /// The state, with what is wrong with it.
    pub(super) fn finish(mut self) -> CaseModel {
        let mut found = violations(&self.model.snapshot());
        let Embargo { state, ends_on } = self.model.embargo;
        if state.holds() && ends_on.is_some_and(|end| end < self.today) {
            found.push(Violation { strength: Strength::Should, rule: "embargo-past-its-end", who: None });
        }
        self.refused.append(&mut found);
        self.model.violations = self.refused;
        self.model
    }

    fn step(&mut self, machine: &'static str, who: Option<String>, event: String, from: String, to: String) {
        let (at, because) = (self.at, self.because);
        self.model.steps.push(Step { at, machine, who, event, from, to, because });
    }

    fn refuse(&mut self, rule: &'static str, who: Option<String>) {
        self.refused.push(Violation { strength: Strength::Must, rule, who });
    }

    fn place(&self, party: Party) -> Option<usize> {
        let key = party.key();
        self.model.participants.iter().position(|one| one.party == key)
    }

    // Report management.

    fn rm(&mut self, place: usize, event: RmEvent) {
        let one = &mut self.model.participants[place];
        let (from, who) = (one.rm, Some(one.party.clone()));
        let Some(to) = from.on(event) else { return self.refuse("rm-event-not-allowed", who) };
        one.rm = to;
        self.step("rm", who, event.word().to_owned(), from.letter().to_owned(), to.letter().to_owned());
        if event == RmEvent::Receive {
            self.vendor(place, CsEvent::VendorAware);
        }
    }

    /// Moves a participant to a state, step by step; where no steps lead there it stays.
    pub(super) fn go(&mut self, party: Party, goal: RmState) {
        let Some(place) = self.place(party) else { return };
        for event in self.model.participants[place].rm.way_to(goal).unwrap_or_default() {
            self.rm(place, event);
        }
    }

    /// Gives a participant the report, if it has none.
    pub(super) fn receive(&mut self, party: Party) {
        let Some(place) = self.place(party) else { return };
        if self.model.participants[place].rm == RmState::Start {
            self.rm(place, RmEvent::Receive);
        }
    }

    /// Holds the report as invalid, or deferred where that is too late.
    pub(super) fn hold(&mut self, party: Party) {
        let Some(place) = self.place(party) else { return };
        let rm = self.model.participants[place].rm;
        let goal = if rm.way_to(RmState::Invalid).is_some() { RmState::Invalid } else { RmState::Deferred };
        self.go(party, goal);
    }

    /// Moves a participant that has the report to a state; one that never had it stays where it is.
    pub(super) fn go_on(&mut self, party: Party, goal: RmState) {
        let has_it = self.place(party).is_some_and(|place| self.model.participants[place].rm != RmState::Start);
        if has_it {
            self.go(party, goal);
        }
    }

    /// Refuses to act on a report that it has.
    pub(super) fn refuses(&mut self, party: Party) {
        let has_it = self.place(party).is_some_and(|place| self.model.participants[place].rm != RmState::Start);
        if has_it {
            self.hold(party);
        }
    }

    /// Whether the stop of the handling that just happened is the last word on it.
    pub(super) fn stop_stands(&mut self) -> bool {
        let is_stop = |item: &CaseEvent| matches!(item, CaseEvent::Ending(EndingEvent::HandlingStopped { .. }));
        let stops = self.file.case.history.iter().filter(|event| is_stop(&event.item)).count();
        self.stops += 1;
        self.stops == stops && self.file.case.ending.is_stopped()
    }

    // Embargo and consent.

    pub(super) fn em(&mut self, event: EmEvent) {
        let from = self.model.embargo.state;
        let Some(to) = from.on(event) else { return self.refuse("em-event-not-allowed", None) };
        self.model.embargo.state = to;
        self.step("em", None, event.word().to_owned(), from.letter().to_owned(), to.letter().to_owned());
        match (from, to) {
            (EmState::Active, EmState::Revise) => self.everybody(PecEvent::Revise),
            (EmState::Revise, EmState::Active) => self.everybody_who_lapsed(),
            (_, EmState::Exited) => self.everybody(PecEvent::Reset),
            _ => {}
        }
    }

    fn pec(&mut self, place: usize, event: PecEvent) {
        let one = &mut self.model.participants[place];
        let (from, who) = (one.pec, Some(one.party.clone()));
        let Some(to) = from.on(event).filter(|to| *to != from) else { return };
        one.pec = to;
        self.step("pec", who, event.word().to_owned(), from.word().to_owned(), to.word().to_owned());
    }

    fn everybody(&mut self, event: PecEvent) {
        for place in 0..self.model.participants.len() {
            self.pec(place, event);
        }
    }

    fn everybody_who_lapsed(&mut self) {
        for place in 0..self.model.participants.len() {
            if self.model.participants[place].pec == PecState::Lapsed {
                self.pec(place, PecEvent::Accept);
            }
        }
    }

    /// Asks a participant for its consent, while there is something to consent to.
    pub(super) fn invite(&mut self, party: Party) {
        if let (Some(place), true) = (self.place(party), self.model.embargo.state.holds()) {
            self.pec(place, PecEvent::Invite);
        }
    }

    /// A participant consents, while there is something to consent to.
    pub(super) fn consent(&mut self, party: Party) {
        if let (Some(place), true) = (self.place(party), self.model.embargo.state.holds()) {
            self.pec(place, PecEvent::Accept);
        }
    }

    /// A finder comes with its report: what came before is invisible, it enters as a reporter.
    pub(super) fn add_finder(&mut self, report: ReportId) {
        let party = Party::Finder(report);
        if self.place(party).is_some() {
            return;
        }
        let released_on = self.report_state(report).and_then(|state| match state.non_disclosure {
            NonDisclosure::Released { on } => Some(on),
            NonDisclosure::InForce | NonDisclosure::ReleaseAsked { .. } => None,
        });
        let one = participant(party.key(), vec![Role::Reporter], RmState::Accepted);
        self.model.participants.push(Participant { released_on, ..one });
        self.consent(party);
    }

    /// The coordinator that a case came from, once.
    pub(super) fn add_overseas(&mut self) {
        if self.model.participants.iter().all(|one| one.party != OVERSEAS) {
            let place = self.model.participants.len();
            let roles = vec![Role::Reporter, Role::Coordinator];
            self.model.participants.push(participant(OVERSEAS.to_owned(), roles, RmState::Accepted));
            if self.model.embargo.state.holds() {
                self.pec(place, PecEvent::Accept);
            }
        }
    }

    /// Everybody who is in the case when it begins agrees to what is proposed at the receipt.
    pub(super) fn consent_of_founders(&mut self) {
        for place in 0..self.model.participants.len() {
            if self.model.participants[place].rm != RmState::Start {
                self.pec(place, PecEvent::Accept);
            }
        }
    }

    pub(super) fn em_is_new(&self) -> bool {
        self.model.embargo.state == EmState::None && self.model.pxa == Pxa::default()
    }

    pub(super) const fn end_on(&mut self, day: Date) {
        self.model.embargo.ends_on = Some(day);
    }

    /// The day on which the finder may ask for its release (Ⅳ.2.4.第2段): no embargo is without an end.
    pub(super) fn long_stop(&self, from: Date) -> Date {
        from.saturating_add(Span::new().months(self.rules.edition.release_after_months.value))
    }

    pub(super) const fn day_is_set(&mut self) {
        self.day_set = true;
    }

    pub(super) const fn has_day(&self) -> bool {
        self.day_set
    }

    /// Other terms are proposed.
    pub(super) fn revise(&mut self) {
        if self.model.embargo.state.holds() {
            self.em(EmEvent::Propose);
        }
    }

    /// Other terms are proposed and taken.
    pub(super) fn agree_on_end(&mut self, end: Date) {
        if self.model.embargo.state == EmState::Active {
            self.em(EmEvent::Propose);
        }
        if self.model.embargo.state == EmState::Revise {
            self.em(EmEvent::Accept);
            self.end_on(end);
        }
    }

    // Developers.

    /// Puts a developer on the case; true when it is the one that reported its own product.
    pub(super) fn add_developer(&mut self, party: Party) -> bool {
        if self.place(party).is_some() {
            return false;
        }
        let reports_itself = self.file.case.is_own_product() && self.model.vendors().next().is_none();
        let own_role = reports_itself.then_some(Role::Reporter);
        let roles = [Role::Vendor].into_iter().chain(own_role).collect();
        let one = Participant { vfd: Some(Vfd::Unaware), ..participant(party.key(), roles, RmState::Start) };
        self.model.participants.push(one);
        self.forced();
        reports_itself
    }

    /// Notes the first attempt to reach a developer; true when it is the first of the case.
    pub(super) fn contact_started(&mut self, party: Party, on: Date) -> bool {
        let first_of_case = self.model.participants.iter().all(|one| one.contact_started_on.is_none());
        if let Some(place) = self.place(party) {
            let one = &mut self.model.participants[place];
            one.contact_started_on = Some(one.contact_started_on.map_or(on, |before| before.min(on)));
        }
        first_of_case
    }

    /// The ladder of the unreachable stands beside the machines.
    pub(super) fn listed(&mut self, developer: DeveloperId, event: &ReachEvent) {
        let Some(place) = self.place(Party::Developer(developer)) else { return };
        let one = &mut self.model.participants[place];
        match event {
            ReachEvent::DeveloperListed { on, .. } => one.name_listed_on = Some(*on),
            ReachEvent::ProductListed { on, .. } => one.product_listed_on = Some(*on),
            ReachEvent::Delisted { .. } | ReachEvent::ContactResumed { .. } => {
                (one.name_listed_on, one.product_listed_on) = (None, None);
            }
            _ => {}
        }
    }

    pub(super) fn status(&mut self, developer: DeveloperId, affected: Affectedness) {
        if let Some(place) = self.place(Party::Developer(developer)) {
            self.model.participants[place].affected = Some(affected);
        }
    }

    /// A fix is there on that day, or is already.
    pub(super) fn fix_comes(&mut self, developer: DeveloperId, on: Option<Date>) {
        let now = day_of(self.at, self.rules.edition.utc_offset_hours);
        self.fixes.insert(developer, on.unwrap_or(now));
        self.ready_fixes(now);
    }

    /// The fixes whose day has come are ready; whoever has one works on the report.
    pub(super) fn ready_fixes(&mut self, today: Date) {
        let due: Vec<DeveloperId> = self.fixes.iter().filter(|(_, on)| **on <= today).map(|(id, _)| *id).collect();
        for developer in due {
            self.fixes.remove(&developer);
            let party = Party::Developer(developer);
            self.go(party, RmState::Accepted);
            if let Some(place) = self.place(party) {
                self.vendor(place, CsEvent::FixReady);
            }
        }
    }

    // The case state.

    /// A step of a vendor, if it is its next one.
    fn vendor(&mut self, place: usize, event: CsEvent) {
        let pxa = self.model.pxa;
        let one = &mut self.model.participants[place];
        let Some(vfd) = one.vfd else { return };
        let Some(next) = vfd.on(event) else { return };
        one.vfd = Some(next);
        let who = Some(one.party.clone());
        let state = |vfd| CsState { vfd, pxa }.to_string();
        self.step("cs", who, event.letter().to_string(), state(vfd), state(next));
    }

    /// Something happens outside, once.
    pub(super) fn outside(&mut self, event: CsEvent) {
        let from = self.model.pxa;
        let Some(to) = from.on(event) else { return };
        self.model.pxa = to;
        self.step("cs", None, event.letter().to_string(), from.to_string(), to.to_string());
    }

    /// The public knows, or has the exploit, which is the same to the embargo: it ends.
    pub(super) fn public(&mut self, event: CsEvent) {
        self.outside(event);
        self.outside(CsEvent::PublicAware);
        self.forced();
        match self.model.embargo.state {
            EmState::Active | EmState::Revise => self.em(EmEvent::Terminate),
            EmState::Proposed => self.em(EmEvent::Reject),
            EmState::None | EmState::Exited => {}
        }
    }

    /// What the public knows every vendor knows.
    fn forced(&mut self) {
        if self.model.pxa.public {
            for place in 0..self.model.participants.len() {
                self.vendor(place, CsEvent::VendorAware);
            }
        }
    }

    pub(super) fn claimed(&mut self, signal: u32, kind: SignalKind) {
        self.claims.insert(signal, kind);
    }

    pub(super) fn claim(&self, signal: u32) -> Option<SignalKind> {
        self.claims.get(&signal).copied()
    }
}
