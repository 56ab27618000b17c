//! Answers: which report or case a mail belongs to, who may have written it, and joining it there.

use intake::Letter;
use rulebook::case::{ContactMeans, Thread};
use rulebook::ids::{CaseId, DeveloperId, ReportId, SiteCaseId};
use rulebook::party::Party;
use rulebook::report::form::MAX_TEXT;
use rulebook::site::SiteThread;
use store::StoreError;
use uuid::Uuid;

use super::opened::Seen;
use super::words::{Why, files_left, files_lost};
use super::{IMPORT, Taken, claim, local_part};
use crate::cases::CaseOrder;
use crate::error::{Error, Result};
use crate::office::{Actor, Office};
use crate::reports::{ReportOrder, normal_number};
use crate::sites::SiteOrder;

/// Between whom a message is, and who wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// The finder, on its report.
    Finder(ReportId),
    /// A developer, in a case.
    Developer(CaseId, DeveloperId),
    /// The operator of a website.
    Operator(SiteCaseId),
}

impl Place {
    /// The report or case.
    pub const fn subject(self) -> Uuid {
        match self {
            Place::Finder(report) => report.0,
            Place::Developer(case, _) => case.0,
            Place::Operator(site) => site.0,
        }
    }
}

/// Where a mail belongs.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Joining {
    /// There, and its sender's address is the one that we know.
    To(Place),
    /// Perhaps somewhere; a person has to look.
    Doubt(Why),
    /// It answers nothing of ours.
    None,
}

impl Office {
    /// Where a mail belongs: by the mails that it answers, else by a number in its subject. `outer` is the mail as it
    /// came, whose sender counts; `inner` what was inside if it was encrypted.
    pub(super) async fn joining(&self, outer: &Letter, inner: &Letter) -> Result<Joining> {
        let from = outer.from.as_deref().unwrap_or_default();
        for id in &outer.answers {
            let Some(sent) = self.store().sent_mail(local_part(id), from).await? else { continue };
            let number = match sent.subject_id {
                Some(subject) => self.number_of(subject).await?,
                None => String::new(),
            };
            if !sent.is_to || from.is_empty() {
                return Ok(Joining::Doubt(Why::OtherAddress(number)));
            }
            let place = match sent.subject_id {
                Some(subject) => self.place_of(subject, from, Trust::Mailed).await?,
                None => None,
            };
            return Ok(place.map_or(Joining::Doubt(Why::NoParty(number)), Joining::To));
        }
        self.joining_by_number(&inner.subject, from).await
    }

    async fn joining_by_number(&self, subject: &str, from: &str) -> Result<Joining> {
        let names = &self.settings().partnership;
        let report = number_in(subject, &names.report_prefix);
        let case = number_in(subject, &names.case_prefix);
        let site = number_in(subject, &names.site_prefix);
        let found = match (report, case, site) {
            (Some(number), ..) => self.report_id(&number).await.map(|id| (id.0, number)),
            (None, Some(number), _) => self.case_id(&number).await.map(|id| (id.0, number)),
            (None, None, Some(number)) => self.site_id(&number).await.map(|id| (id.0, number)),
            (None, None, None) => return Ok(Joining::None),
        };
        let (subject, number) = match found {
            Ok(found) => found,
            Err(Error::NotFound) => return Ok(Joining::None),
            Err(other) => return Err(other),
        };
        let place = self.place_of(subject, from, Trust::Confirmed).await?;
        Ok(place.map_or(Joining::Doubt(Why::OtherAddress(number)), Joining::To))
    }

    /// The one party of a report or case with this address; none when nobody has it, or more than one.
    async fn place_of(&self, subject: Uuid, from: &str, trust: Trust) -> Result<Option<Place>> {
        let Some(card) = self.store().card(subject).await?.filter(|_| !from.is_empty()) else { return Ok(None) };
        let mut places = Vec::new();
        match card.kind.as_str() {
            "report" => {
                let (state, _) = self.load_report(ReportId(subject)).await?;
                if self.form_of(&state).await?.is_some_and(|form| same(&form.email, from)) {
                    places.push(Place::Finder(state.id));
                }
            }
            "case" => {
                let file = self.load_case(CaseId(subject)).await?.file;
                for report in &file.reports {
                    if self.form_of(report).await?.is_some_and(|form| same(&form.email, from)) {
                        places.push(Place::Finder(report.id));
                    }
                }
                for side in &file.case.developers {
                    let confirmed = side.contact.as_ref().is_some_and(|contact| same(&contact.mail, from));
                    let mailed = side.links.iter().any(|link| same(&link.item, from));
                    if confirmed || trust == Trust::Mailed && mailed {
                        places.push(Place::Developer(file.case.id, side.id));
                    }
                }
            }
            "site" => places.extend(self.places_of_site(SiteCaseId(subject), from, trust).await?),
            _ => {}
        }
        Ok(if places.len() == 1 { places.pop() } else { None })
    }

    /// Finders of a website case and its operator with this address; an attempt is believed like a mail to a developer.
    async fn places_of_site(&self, id: SiteCaseId, from: &str, trust: Trust) -> Result<Vec<Place>> {
        let file = self.load_site(id).await?.file;
        let mut places = Vec::new();
        for report in &file.reports {
            if self.form_of(report).await?.is_some_and(|form| same(&form.email, from)) {
                places.push(Place::Finder(report.id));
            }
        }
        let confirmed = file.site.contact.as_ref().is_some_and(|contact| same(&contact.mail, from));
        let mailed = file.site.attempts.iter().any(|one| one.means == ContactMeans::Mail && same(&one.to, from));
        if confirmed || trust == Trust::Mailed && mailed {
            places.push(Place::Operator(id));
        }
        Ok(places)
    }

    /// Puts an answer where it belongs, as the party that wrote it, once.
    pub(super) async fn join(&self, place: Place, outer: &Letter, inner: &Letter, seen: &Seen) -> Result<Taken> {
        let number = self.number_of(place.subject()).await?;
        let claims = [claim(&outer.key.to_string(), place.subject())];
        let mut text = self.words_of(inner);
        let mut add = |line: String| text = format!("{}\n\n{line}", text.trim_end());
        let mut files_are_left = false;
        let done = match place {
            Place::Finder(report) => {
                if inner.files_missing || inner.text_cut {
                    add(files_lost());
                    files_are_left = true;
                }
                seen.note.clone().into_iter().for_each(add);
                let files = self.keep_files(&inner.files).await?;
                let order = ReportOrder::Write { text: bounded(&text), question: false, files };
                let finder = Actor::bearer(Party::Finder(report));
                self.act_on_report_once(report, finder, None, order, &claims).await
            }
            Place::Developer(case, developer) => {
                if !inner.files.is_empty() || inner.files_missing || inner.text_cut {
                    add(files_left(inner.files.iter().map(|file| file.name.as_str())));
                    files_are_left = true;
                }
                seen.note.clone().into_iter().for_each(add);
                let order = CaseOrder::Write { thread: Thread::Developer(developer), text: bounded(&text) };
                self.act_once(case, Actor::bearer(Party::Developer(developer)), None, order, &claims).await
            }
            Place::Operator(site) => {
                if inner.files_missing || inner.text_cut {
                    add(files_lost());
                    files_are_left = true;
                }
                seen.note.clone().into_iter().for_each(add);
                let files = self.keep_files(&inner.files).await?;
                let (thread, text) = (SiteThread::Operator, bounded(&text));
                let order = SiteOrder::Write { thread, text, question: false, files };
                let operator = Actor::bearer(Party::SiteOperator(site));
                self.act_on_site_once(site, operator, None, &order, &claims).await
            }
        };
        match done {
            Ok(()) => Ok(Taken::Joined { number, files_left: files_are_left }),
            Err(Error::Store(StoreError::Taken { kind: IMPORT })) => Ok(Taken::Known),
            Err(other) => Err(other),
        }
    }

    /// What somebody wrote, without the quoted mail, and without the links in it that open something: they are the
    /// sender's alone.
    pub(super) fn words_of(&self, letter: &Letter) -> String {
        without_links(&letter.own_words(), &self.settings().web.base_url)
    }

    /// Number of a report or case, as people write it; empty when there is none.
    pub(super) async fn number_of(&self, subject: Uuid) -> Result<String> {
        Ok(self.store().card(subject).await?.map(|card| card.number).unwrap_or_default())
    }
}

/// Which addresses of a developer are believed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Trust {
    /// Those that we wrote to: the answer names the mail, whose id nobody else knows.
    Mailed,
    /// The confirmed one alone.
    Confirmed,
}

fn same(known: &str, from: &str) -> bool {
    known.trim().eq_ignore_ascii_case(from)
}

/// A message is as long as one typed on a page may be; the rest stays in the mail.
fn bounded(text: &str) -> String {
    let text = text.trim();
    let text = if text.is_empty() { "—" } else { text };
    match text.char_indices().nth(MAX_TEXT) {
        Some((end, _)) => format!("{}\n[…]", &text[..end]),
        None => text.to_owned(),
    }
}

/// The first number with this prefix in a line, as it is stored: `Re: [VR#12345678]` gives `VR12345678`.
fn number_in(line: &str, prefix: &str) -> Option<String> {
    let text: Vec<char> = line.chars().collect();
    (0..text.len()).find_map(|start| {
        let before = start.checked_sub(1).map(|at| text[at]);
        if before.is_some_and(|c| c.is_ascii_alphanumeric()) {
            return None;
        }
        let rest: String = text[start..].iter().take(prefix.len() + 12).collect();
        let rest = rest.split(|c: char| c.is_whitespace() && c != ' ').next().unwrap_or_default();
        let digits = normal_number(rest).strip_prefix(prefix)?.to_owned();
        let number: String = digits.chars().take_while(char::is_ascii_digit).collect();
        (number.len() == 8).then(|| format!("{prefix}{number}"))
    })
}

/// A text in which links to our pages end where something secret could stand.
pub(super) fn without_links(text: &str, base: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(base) {
        let end = at + base.len();
        words.push_str(&rest[..end]);
        let path: &str = &rest[end..];
        let length = path.find(|c: char| !is_of_path(c)).unwrap_or(path.len());
        words.push_str(shortened(&path[..length]));
        rest = &path[length..];
    }
    words.push_str(rest);
    words
}

fn is_of_path(c: char) -> bool {
    c.is_ascii_alphanumeric() || "/-_.~%=&?".contains(c)
}

/// A path without the one-time secret at its end.
fn shortened(path: &str) -> &str {
    for marker in ["/answer/", "/operator/", "/progress/link/"] {
        if let Some(at) = path.find(marker) {
            return &path[..at + marker.len()];
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_in_subjects_as_mailers_leave_them() {
        for (line, number) in [
            ("Re: VR#12345678 受付のお知らせ", Some("VR12345678")),
            ("Re: [VR12345678]", Some("VR12345678")),
            ("ＲＥ：ＶＲ＃１２３４５６７８", Some("VR12345678")),
            ("vr 12345678", Some("VR12345678")),
            ("VR#123456789", None),
            ("VR#1234567", None),
            ("SVR12345678", None),
            ("nothing", None),
        ] {
            assert_eq!(number_in(line, "VR").as_deref(), number, "{line}");
        }
    }

    #[test]
    fn secrets_in_links_are_cut_off() {
        let base = "https://noroshi.example";
        for (text, expected) in [
            ("see https://noroshi.example/ja/answer/abcDEF-_123 now", "see https://noroshi.example/ja/answer/ now"),
            ("<https://noroshi.example/en/progress/link/abc>", "<https://noroshi.example/en/progress/link/>"),
            ("https://noroshi.example/ja/operator/abc-1", "https://noroshi.example/ja/operator/"),
            ("https://noroshi.example/ja/progress", "https://noroshi.example/ja/progress"),
            ("https://other.example/ja/answer/abc", "https://other.example/ja/answer/abc"),
        ] {
            assert_eq!(without_links(text, base), expected);
        }
    }

    #[test]
    fn a_message_is_never_empty_and_never_endless() {
        assert_eq!(bounded(" \n"), "—");
        assert!(bounded(&"あ".repeat(MAX_TEXT + 10)).chars().count() <= MAX_TEXT + 4);
    }
}
