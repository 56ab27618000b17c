//! Reports: taking them in, and everything between finder and desk until they are decided.

mod new;

use rulebook::case::notices;
use rulebook::clause::Clause;
use rulebook::ids::{AccountId, AttachmentId, BodyId, CaseId, PersonId, ReportId, SiteCaseId};
use rulebook::moment::Moment;
use rulebook::party::Party;
use rulebook::refusal::{Refusal, Why};
use rulebook::report::form::{ReportForm, ReportKind};
use rulebook::report::{
    AcceptReport, Attachment, ReportCommand, ReportEvent, ReportStage, ReportState, accept, decide,
};
use store::{
    AdoptAttachment, Append, Claim, KeyOwner, LinkRow, NewBody, NewToken, StoreError, StreamAppend, StreamId,
    StreamKind, Token,
};

use crate::codec::encode;
use crate::error::{Error, Result};
use crate::office::{Actor, Office};
pub use crate::orders::{Acceptance, ReportOrder};
use crate::pages::{Digest, ReportPage};
use crate::project::{case_rows, report_rows};

pub(crate) use new::Hint;
pub use new::{NewReport, Receipt, ReceivedFile};

/// Tries at a decision that lost a race before giving up.
pub(crate) const TRIES: u32 = 5;

impl Office {
    /// Takes a report in: sealed and durable when this returns, numbered, told to the desk (Ⅳ.3.(1).1).
    ///
    /// The same import key gives the same number again and changes nothing.
    ///
    /// # Errors
    /// The store's; then nothing was taken in.
    pub async fn receive(&self, new: NewReport) -> Result<Receipt> {
        self.receive_with(new, None, None).await
    }

    /// The same, with what the program itself knows of a mail that somebody has to read, or of a draft of this key, which
    /// is gone when it was taken in.
    pub(crate) async fn receive_with(
        &self,
        new: NewReport,
        hint: Option<Hint>,
        draft: Option<&str>,
    ) -> Result<Receipt> {
        if let Some(key) = &new.import_key
            && let Some(known) = self.store().holder("import", key).await?
        {
            return self.known_receipt(ReportId(known)).await;
        }
        let prefix = &self.settings().partnership.report_prefix;
        for _ in 0..TRIES {
            let number = format!("{prefix}{}", self.entropy().eight_digits());
            let secret = self.entropy().token();
            let report = ReportId(self.id());
            let mut append = self.receipt_append(&new, hint.as_ref(), report, &number, &secret);
            append.draft = draft.map(str::to_owned);
            match self.store().append(append).await {
                Ok(()) => return Ok(Receipt { report, number, secret: Some(secret) }),
                Err(StoreError::Taken { kind: "number" }) => {}
                Err(StoreError::Taken { kind: "import" }) => {
                    let key = new.import_key.as_deref().unwrap_or_default();
                    let known = self.store().holder("import", key).await?.ok_or(Error::NotFound)?;
                    return self.known_receipt(ReportId(known)).await;
                }
                Err(other) => return Err(other.into()),
            }
        }
        Err(Error::Taken("every number that was drawn"))
    }

    async fn known_receipt(&self, report: ReportId) -> Result<Receipt> {
        match self.load_report(report).await {
            Ok((state, _)) => Ok(Receipt { report, number: state.number, secret: None }),
            // It came before and was no report: a message in a case, a notice that a mail did not arrive.
            Err(Error::NotFound) => Err(Error::Taken("this mail")),
            Err(other) => Err(other),
        }
    }

    fn receipt_append(
        &self,
        new: &NewReport,
        hint: Option<&Hint>,
        id: ReportId,
        number: &str,
        secret: &Token,
    ) -> Append {
        let now = self.now();
        let person = PersonId(self.id());
        let owner = KeyOwner::Person(person.0);
        let form = self.body(owner, json(&new.form));
        let original = new.original.clone().map(|bytes| self.body(owner, bytes));
        let event = ReportEvent::ReportReceived {
            number: number.to_owned(),
            kind: new.kind_known.then_some(new.form.kind),
            language: new.form.language,
            channel: new.channel,
            person,
            form: BodyId(form.id),
            original: original.as_ref().map(|body| BodyId(body.id)),
            title: hint.map_or_else(|| new.form.title(), |hint| hint.title.clone()),
            consents: new.form.consents,
            problems: new.problems.clone(),
            needs_reading: new.needs_reading,
            attachments: new.files.iter().map(named).collect(),
            on: now.today,
        };
        let told = notices::of_report(id, &event);
        let stream = StreamId::new(StreamKind::Report, id.0);
        let note = hint.map(|hint| self.body(KeyOwner::Stream(stream), hint.note.clone().into_bytes()));
        let mut events = vec![event];
        // Nobody's account: the program's own note.
        let by = AccountId(uuid::Uuid::nil());
        events.extend(note.as_ref().map(|note| ReportEvent::NoteAdded { body: BodyId(note.id), by }));
        let state = ReportState::replay(id, events.iter().map(|event| (now.at, event)));
        let state = state.expect("the first event is a receipt");
        let (row, duties) = report_rows(&state, now.at, events.len() as i64);
        let mut append = Append::new(now.at, person.0);
        append.streams.push(StreamAppend { stream, expected: 0, events: events.iter().map(encode).collect() });
        append.bodies.push(form);
        append.bodies.extend(original);
        append.bodies.extend(note);
        append.attachments = adopt(&new.files, KeyOwner::Stream(stream));
        append.claims.extend(new.import_key.iter().map(|key| Claim {
            kind: "import",
            value: key.clone(),
            subject: id.0,
        }));
        append.rows.push(row);
        append.duties.push(duties);
        append.tokens.push(NewToken {
            token: secret.clone(),
            kind: "receipt".into(),
            subject: id.0,
            data: Vec::new(),
            expires_at: None,
            single_use: false,
        });
        self.mails_of_report(&mut append, &state, &new.form, &told);
        append
    }

    /// A report as a party may see it, with the texts of its view.
    ///
    /// # Errors
    /// `NotFound` when it does not exist or is secret to the party.
    pub async fn report_page(&self, id: ReportId, actor: Actor) -> Result<ReportPage> {
        let (state, _) = self.load_report(id).await?;
        let mut cases = Vec::new();
        for case in state.cases() {
            cases.push(self.load_case(case).await?.file);
        }
        self.show_report(&state, &cases, actor).await
    }

    /// Finds the report behind a number.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn report_id(&self, number: &str) -> Result<ReportId> {
        self.by_number("report", &normal_number(number)).await.map(ReportId)
    }

    /// Does something with a report. `seen` is the digest of the page that the command was given on.
    ///
    /// # Errors
    /// A refusal, [`Error::Stale`], or the store's.
    pub async fn act_on_report(
        &self,
        id: ReportId,
        actor: Actor,
        seen: Option<&Digest>,
        order: ReportOrder,
    ) -> Result<()> {
        self.act_on_report_once(id, actor, seen, order, &[]).await
    }

    /// The same, with claims: what holds one of them already was done before ([`StoreError::Taken`]).
    pub(crate) async fn act_on_report_once(
        &self,
        id: ReportId,
        actor: Actor,
        seen: Option<&Digest>,
        order: ReportOrder,
        claims: &[Claim],
    ) -> Result<()> {
        match &order {
            ReportOrder::Reject { reason, .. } | ReportOrder::Reclassify { reason, .. } => told_with_reason(reason)?,
            ReportOrder::ConsultDisclosure(text) | ReportOrder::AnswerDisclosure(text) if text.trim().is_empty() => {
                return Err(Refusal::plain(Why::TextMissing).into());
            }
            _ => {}
        }
        for _ in 0..TRIES {
            let (state, version) = self.load_report(id).await?;
            self.check_report_seen(&state, actor, seen)?;
            let now = self.now();
            let (command, bodies, files) = self.prepare(&state, &order);
            let events = decide(&state, actor.party, command, now)?;
            if events.is_empty() {
                return Ok(());
            }
            let mut append = self.report_append(&state, version, actor, &events, now).await?;
            append.bodies.extend(bodies);
            append.attachments = files;
            append.claims.extend_from_slice(claims);
            match self.store().append(append).await {
                Err(StoreError::Conflict { .. }) => {}
                other => return Ok(other.map(|_| ())?),
            }
        }
        Err(Error::Stale)
    }

    pub(crate) fn check_report_seen(&self, state: &ReportState, actor: Actor, seen: Option<&Digest>) -> Result<()> {
        let view = rulebook::report::view::view(state, actor.party).ok_or(Error::NotFound)?;
        match seen {
            Some(seen) if *seen != Digest::of(&view) => Err(Error::Stale),
            _ => Ok(()),
        }
    }

    /// Turns an order into a command with the bodies and files that it names.
    fn prepare(&self, state: &ReportState, order: &ReportOrder) -> (ReportCommand, Vec<NewBody>, Vec<AdoptAttachment>) {
        let stream = KeyOwner::Stream(StreamId::new(StreamKind::Report, state.id.0));
        let text = |text: &str| self.body(stream, text.trim().as_bytes().to_vec());
        match order {
            ReportOrder::Transcribe { form, problems } => {
                let body = self.body(KeyOwner::Person(state.person.0), json(form));
                let command = ReportCommand::Transcribe {
                    kind: form.kind,
                    form: BodyId(body.id),
                    title: form.title(),
                    consents: form.consents,
                    problems: problems.clone(),
                };
                (command, vec![body], vec![])
            }
            ReportOrder::Write { text, question, files } => {
                let body = self.body(stream, text.clone().into_bytes());
                let attachments = files.iter().map(named).collect();
                let command = ReportCommand::Write { body: BodyId(body.id), question: *question, attachments };
                (command, vec![body], adopt(files, stream))
            }
            ReportOrder::AddNote { text, by } => {
                let body = self.body(stream, text.clone().into_bytes());
                (ReportCommand::AddNote { body: BodyId(body.id), by: *by }, vec![body], vec![])
            }
            ReportOrder::Reject { failed, reason, illegal, known_at } => {
                let body = text(reason);
                let (failed, known_at) = (failed.clone(), known_at.clone());
                let command = ReportCommand::Reject { failed, reason: BodyId(body.id), illegal: *illegal, known_at };
                (command, vec![body], vec![])
            }
            ReportOrder::Withdraw { reason } => {
                let body = Some(reason.trim()).filter(|reason| !reason.is_empty()).map(text);
                let command = ReportCommand::Withdraw { reason: body.as_ref().map(|body| BodyId(body.id)) };
                (command, body.into_iter().collect(), vec![])
            }
            ReportOrder::Reclassify { kind, reason } => {
                let body = text(reason);
                (ReportCommand::Reclassify { kind: *kind, reason: BodyId(body.id) }, vec![body], vec![])
            }
            ReportOrder::ConsultDisclosure(said) => {
                let body = text(said);
                (ReportCommand::ConsultDisclosure { body: BodyId(body.id) }, vec![body], vec![])
            }
            ReportOrder::AnswerDisclosure(said) => {
                let body = text(said);
                (ReportCommand::AnswerDisclosure { body: BodyId(body.id) }, vec![body], vec![])
            }
            ReportOrder::MarkHighImpact(high) => (ReportCommand::MarkHighImpact(*high), vec![], vec![]),
            ReportOrder::ChangeConsents(consents) => (ReportCommand::ChangeConsents(*consents), vec![], vec![]),
            ReportOrder::SetOwner(account) => (ReportCommand::SetOwner(*account), vec![], vec![]),
        }
    }

    pub(crate) async fn report_append(
        &self,
        state: &ReportState,
        version: i64,
        actor: Actor,
        events: &[ReportEvent],
        now: Moment,
    ) -> Result<Append> {
        let stream = StreamId::new(StreamKind::Report, state.id.0);
        let mut after = state.clone();
        for event in events {
            after.evolve(now.at, event);
        }
        let mut append = Append::new(now.at, actor.id());
        let (row, duties) = report_rows(&after, now.at, version + events.len() as i64);
        append.rows.push(row);
        append.duties.push(duties);
        append.streams.push(StreamAppend { stream, expected: version, events: events.iter().map(encode).collect() });
        let told: Vec<_> = events.iter().flat_map(|event| notices::of_report(state.id, event)).collect();
        let form = self.form_of(&after).await?.unwrap_or_default();
        self.mails_of_report(&mut append, &after, &form, &told);
        if matches!(after.stage, ReportStage::Rejected { .. }) && state.stage != after.stage {
            append.jobs.push(self.forgetting(state.id, now));
        }
        for case in state.cases() {
            self.renew_case_rows(&mut append, case, after.clone()).await?;
        }
        if let Some(site) = state.site() {
            self.renew_site_rows(&mut append, site, after).await?;
        }
        Ok(append)
    }

    /// What a finder says on its report can change what is owed in its case: the rows of both are written together.
    async fn renew_case_rows(&self, append: &mut Append, case: CaseId, report: ReportState) -> Result<()> {
        let mut loaded = self.load_case(case).await?;
        let stream = StreamId::new(StreamKind::Case, case.0);
        let version = loaded.version(stream);
        for known in loaded.file.reports.iter_mut().filter(|known| known.id == report.id) {
            *known = report.clone();
        }
        let (row, duties) = case_rows(&loaded.file, self.rules(&loaded.file.case.edition), append.at, version);
        append.rows.push(row);
        append.duties.push(duties);
        // No event of its own, but nobody may change the case meanwhile.
        append.streams.push(StreamAppend { stream, expected: version, events: vec![] });
        Ok(())
    }

    async fn renew_site_rows(&self, append: &mut Append, site: SiteCaseId, report: ReportState) -> Result<()> {
        let loaded = self.load_site(site).await?.with(report);
        let stream = StreamId::new(StreamKind::Site, site.0);
        let version = loaded.version(stream);
        self.push_site_rows(append, &loaded.file, version);
        append.streams.push(StreamAppend { stream, expected: version, events: vec![] });
        Ok(())
    }

    /// Accepts a report and opens its case (Ⅳ.3.(1).2).
    ///
    /// # Errors
    /// A refusal, [`Error::Stale`], or the store's.
    pub async fn accept_report(
        &self,
        id: ReportId,
        actor: Actor,
        seen: Option<&Digest>,
        acceptance: Acceptance,
    ) -> Result<CaseId> {
        told_with_reason(&acceptance.reason)?;
        for _ in 0..TRIES {
            let (state, version) = self.load_report(id).await?;
            self.check_report_seen(&state, actor, seen)?;
            let now = self.now();
            let case = CaseId(self.id());
            let mut append = self.acceptance_append(&state, version, actor, &acceptance, case, now).await?;
            append.links.push(LinkRow { a: case.0, relation: "report".into(), b: id.0 });
            match self.store().append(append).await {
                Ok(()) => return Ok(case),
                Err(StoreError::Conflict { .. } | StoreError::Taken { kind: "number" }) => {}
                Err(other) => return Err(other.into()),
            }
        }
        Err(Error::Stale)
    }

    async fn acceptance_append(
        &self,
        state: &ReportState,
        version: i64,
        actor: Actor,
        acceptance: &Acceptance,
        case: CaseId,
        now: Moment,
    ) -> Result<Append> {
        let owner = KeyOwner::Stream(StreamId::new(StreamKind::Report, state.id.0));
        let reason = self.body(owner, acceptance.reason.clone().into_bytes());
        let wished_day = self.form_of(state).await?.and_then(|form| form.wished_day);
        let command = AcceptReport {
            confirmed: acceptance.confirmed.clone(),
            reason: BodyId(reason.id),
            case,
            case_number: self.case_number(),
            content: acceptance.content.clone(),
            edition: self.edition_in_force().key.clone(),
            wished_day: wished_day.filter(|_| state.kind == Some(ReportKind::OwnProduct)),
        };
        let (of_report, of_case) = accept(state, actor.party, command, now)?;
        let mut append = self.report_append(state, version, actor, &of_report, now).await?;
        append.bodies.push(reason);
        let mut after = state.clone();
        of_report.iter().for_each(|event| after.evolve(now.at, event));
        self.push_new_case(&mut append, case, &of_case, vec![after])?;
        Ok(append)
    }

    pub(crate) fn body(&self, owner: KeyOwner, bytes: Vec<u8>) -> NewBody {
        NewBody { id: self.id(), owner, bytes }
    }
}

/// Numbers are written in many ways: `vr#12345678`, `VR 12345678`, full-width. Letters and digits are what counts.
#[must_use]
pub fn normal_number(number: &str) -> String {
    let narrow = number.chars().map(|c| match c {
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        other => other,
    });
    narrow.filter(char::is_ascii_alphanumeric).take(32).map(|c| c.to_ascii_uppercase()).collect()
}

/// A decision is told with its reason (Ⅳ.3.(1).2.第2段).
pub(crate) fn told_with_reason(reason: &str) -> Result<()> {
    if !reason.trim().is_empty() {
        return Ok(());
    }
    Err(Refusal::under(Clause::new("Ⅳ.3.(1).2.第2段"), Why::ReasonMissing).into())
}

pub(crate) fn named(file: &ReceivedFile) -> Attachment {
    Attachment { id: AttachmentId(file.sealed.id), name: file.name.clone(), size: file.sealed.size }
}

pub(crate) fn adopt(files: &[ReceivedFile], owner: KeyOwner) -> Vec<AdoptAttachment> {
    files.iter().map(|file| AdoptAttachment { sealed: file.sealed.clone(), owner }).collect()
}

fn json(form: &ReportForm) -> Vec<u8> {
    serde_json::to_vec(form).expect("a form is plain data")
}

/// Whether a party is the finder's.
#[must_use]
pub const fn is_finder(party: Party) -> bool {
    matches!(party, Party::Finder(_))
}
