//! The text of an advisory before it is published: the document that it would become, what would keep it from being
//! published, and the two signatures, which are not put under a text that could not be published.
//!
//! For those who must not know `formats`: everything comes out as words and JSON.

use formats::check::is_cve;
use formats::{Finding, Level, Problem, PublicDocument, cwe};
use rulebook::action::Action;
use rulebook::advisory::AdvisoryEvent;
use rulebook::case::file::FileEvent;
use rulebook::case::{AftercareEvent, CaseCommand, CaseEvent, CaseFile, may};
use rulebook::ids::{AccountId, CaseId};
use rulebook::party::Party;
use rulebook::refusal::Refusal;
use rulebook::signature::{Signatory, of_two_persons};
use rulebook::text::{Language, Localized};

use crate::error::{Error, Result};
use crate::office::{Actor, Office};
use crate::pages::Digest;

/// Something that is wrong with the text as it would be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdvisoryFinding {
    /// The part of the text, by its stable word: `title`, `affected`, `vendors`, `cvss`, …; `whole` for none.
    pub part: &'static str,
    /// The vendor or product that it is about; empty when it is about the part as a whole.
    pub about: String,
    /// Whether it keeps the text from being published; otherwise readers are only served worse.
    pub must: bool,
    /// Whether a text, or one of its languages, is not written yet.
    pub unwritten: bool,
    /// What is wrong and what to do.
    pub words: Localized,
}

impl Office {
    /// The advisory's text as the document that it would become if it were published now: `document.json`, for the
    /// preview of the two bodies.
    ///
    /// # Errors
    /// `NotFound` for everybody else and when there is no text, [`Error::Findings`], or the store's.
    pub async fn advisory_document(&self, id: CaseId, actor: Actor) -> Result<String> {
        let loaded = self.load_case(id).await?;
        let document = self.document_for(&loaded.file, actor).await?;
        Ok(serde_json::to_string(&document).expect("a document holds only texts, numbers and lists"))
    }

    /// What is wrong with the advisory's text as it would be published now, in the order of its parts.
    ///
    /// # Errors
    /// `NotFound` for everybody but the two bodies and when there is no text, or the store's.
    pub async fn advisory_findings(&self, id: CaseId, actor: Actor) -> Result<Vec<AdvisoryFinding>> {
        let loaded = self.load_case(id).await?;
        match self.document_for(&loaded.file, actor).await {
            Ok(document) => Ok(document.check().iter().map(|finding| words(finding, Some(&document))).collect()),
            Err(error @ Error::Findings(_)) => Ok(findings_of(&error)),
            Err(other) => Err(other),
        }
    }

    /// Puts the signature of the actor's body under the text: the coordinator approves it (Ⅳ.4.9), the receiving body
    /// co-signs it (Ⅳ.3.(1).13). A text that could not be published like this is not signed, so that nobody hears of it
    /// only on the day.
    ///
    /// # Errors
    /// A refusal, [`Error::Findings`], [`Error::Stale`], `NotFound`, or the store's. Then nothing was changed.
    pub async fn sign_advisory(&self, id: CaseId, actor: Actor, seen: Option<&Digest>) -> Result<()> {
        let by = actor.signing()?;
        let (action, command) = match actor.party {
            Party::Coordinator => (Action::ApproveAdvisory, CaseCommand::ApproveAdvisory(by)),
            Party::ReceivingBody => (Action::CoSignAdvisory, CaseCommand::CoSignAdvisory(by)),
            _ => return Err(Error::NotFound),
        };
        let file = self.load_case(id).await?.file;
        if !file.is_seen_by(actor.party) {
            return Err(Error::NotFound);
        }
        // A refusal of the rules says more than what the formats find in an unfinished text.
        may(&file, actor.party, action, None, self.rules(&file.case.edition), self.now())?;
        let mut findings = self.document_for(&file, actor).await?.check();
        findings.retain(|finding| finding.level() == Level::Must);
        if !findings.is_empty() {
            return Err(Error::Findings(findings));
        }
        self.act(id, actor, seen, command.into()).await
    }

    /// The two signatures of a publication, and those of its withdrawal, are of two persons.
    pub(crate) async fn check_signatures(&self, file: &CaseFile, events: &[FileEvent]) -> Result<()> {
        let signed = |event: &FileEvent| match event {
            FileEvent::Advisory(_, AdvisoryEvent::AdvisoryCoSigned { by }) => {
                Some((file.advisory.as_ref()?.approved.as_ref()?.by, *by))
            }
            FileEvent::Case(CaseEvent::Aftercare(AftercareEvent::PublicationWithdrawn { by, .. })) => {
                Some((file.case.aftercare.proposed.as_ref()?.by, *by))
            }
            _ => None,
        };
        let Some((first, second)) = events.iter().find_map(signed) else { return Ok(()) };
        Ok(self.two_persons(first, second).await??)
    }

    /// The second signatures that somebody may not put, having put the first one for the other body: said on the page
    /// before anybody presses.
    pub(crate) async fn own_signatures(&self, file: &CaseFile, actor: Actor) -> Result<Vec<(Action, Refusal)>> {
        let Some(second) = actor.account else { return Ok(Vec::new()) };
        let approved = file.advisory.as_ref().and_then(|draft| draft.approved.as_ref()).map(|signed| signed.by);
        let proposed = file.case.aftercare.proposed.as_ref().map(|withdrawal| withdrawal.by);
        let mut own = Vec::new();
        for (action, first) in [(Action::CoSignAdvisory, approved), (Action::CoSignWithdrawal, proposed)] {
            let Some(first) = first.filter(|_| action.belongs_to(actor.party)) else { continue };
            own.extend(self.two_persons(first, second).await?.err().map(|refusal| (action, refusal)));
        }
        Ok(own)
    }

    async fn two_persons(&self, first: AccountId, second: AccountId) -> Result<Result<(), Refusal>> {
        let (one, other) = (self.mail_of_holder(first).await?, self.mail_of_holder(second).await?);
        let (first, second) = (Signatory { account: first, mail: &one }, Signatory { account: second, mail: &other });
        Ok(of_two_persons(first, second))
    }

    async fn mail_of_holder(&self, account: AccountId) -> Result<String> {
        match self.account(account).await {
            Ok(account) => Ok(account.mail),
            Err(Error::NotFound) => Ok(String::new()),
            Err(error) => Err(error),
        }
    }

    async fn document_for(&self, file: &CaseFile, actor: Actor) -> Result<PublicDocument> {
        if !actor.party.is_staff() || !file.is_seen_by(actor.party) {
            return Err(Error::NotFound);
        }
        let draft = file.advisory.as_ref().ok_or(Error::NotFound)?;
        self.preview(file, &draft.content).await
    }
}

/// What [`Error::Findings`] found, in words; nothing for any other error.
#[must_use]
pub fn findings_of(error: &Error) -> Vec<AdvisoryFinding> {
    match error {
        Error::Findings(findings) => findings.iter().map(|finding| words(finding, None)).collect(),
        _ => Vec::new(),
    }
}

fn words(finding: &Finding, document: Option<&PublicDocument>) -> AdvisoryFinding {
    AdvisoryFinding {
        part: part(&finding.at),
        about: document.map_or_else(String::new, |document| about(&finding.at, document)),
        must: finding.level() == Level::Must,
        unwritten: matches!(finding.problem, Problem::Empty | Problem::MissingLanguage(_)),
        words: Localized::new(finding.text(formats::Language::Ja), finding.text(formats::Language::En)),
    }
}

/// The part of the text that a place in the document was made from.
fn part(at: &str) -> &'static str {
    let steps: Vec<&str> = at.split('/').skip(1).collect();
    match steps.as_slice() {
        ["title", ..] => "title",
        ["overview", ..] => "overview",
        ["vendors", _, "products", ..] | ["vendors"] => "affected",
        ["vendors", ..] => "vendors",
        ["details", ..] => "details",
        ["impact", ..] => "impact",
        ["solution", ..] => "solution",
        ["supplementary", ..] => "supplement",
        ["vulnerabilities", _, "cvss", ..] => "cvss",
        ["vulnerabilities", _, "cwes", ..] => "cwe",
        ["vulnerabilities", _, "cve", ..] => "cve",
        ["references", ..] => "references",
        ["acknowledgement", ..] => "credit",
        _ => "whole",
    }
}

/// The vendor and the product that a place in the document belongs to.
fn about(at: &str, document: &PublicDocument) -> String {
    let steps: Vec<&str> = at.split('/').skip(1).collect();
    let index = |n: usize| steps.get(n).and_then(|step| step.parse::<usize>().ok());
    let vendor = index(1).filter(|_| steps[0] == "vendors").and_then(|index| document.vendors.get(index));
    let Some(vendor) = vendor else { return String::new() };
    let product = index(3).filter(|_| steps[2] == "products").and_then(|index| vendor.products.get(index));
    match product {
        Some(product) => format!("{} {}", vendor.name.ja, product.name.ja),
        None => vendor.name.ja.clone(),
    }
}

/// A weakness as the standard writes it, `CWE-79`, from what somebody typed.
#[must_use]
pub fn weakness(typed: &str) -> Option<String> {
    let upper = typed.trim().to_ascii_uppercase();
    let id = if upper.starts_with("CWE-") { upper } else { format!("CWE-{upper}") };
    cwe::parse(&id).map(|_| id)
}

/// The name of a weakness, where it is known here.
#[must_use]
pub fn weakness_name(id: &str, language: Language) -> Option<&'static str> {
    let language = match language {
        Language::Ja => formats::Language::Ja,
        Language::En => formats::Language::En,
    };
    cwe::shown(cwe::parse(id)?, language)
}

/// A CVE number as its authority writes it, `CVE-2026-12345`, from what somebody typed.
#[must_use]
pub fn cve_number(typed: &str) -> Option<String> {
    let upper = typed.trim().to_ascii_uppercase();
    is_cve(&upper).then_some(upper)
}

/// A name among platforms as CPE 2.3 writes it, from any of its forms.
///
/// # Errors
/// What is wrong with it, in both languages.
pub fn platform_name(typed: &str) -> std::result::Result<String, Localized> {
    let name = formats::cpe::parse(typed.trim()).map_err(|error| in_both(|language| error.text(language)))?;
    let name = name.formatted();
    // What a name may be, and what CSAF takes, are not quite the same.
    let refused = || in_both(|language| Problem::NotACpe.text(language));
    if formats::cpe::is_cpe(&name) { Ok(name) } else { Err(refused()) }
}

/// A package URL in the one right form of its type. A version does not belong to it: versions stand beside it.
///
/// # Errors
/// What is wrong with it, in both languages.
pub fn package_url(typed: &str) -> std::result::Result<String, Localized> {
    let purl = formats::purl::Purl::parse(typed).map_err(|error| in_both(|language| error.text(language)))?;
    let purl = purl.without_version().to_string();
    if formats::uri::is_purl(&purl) { Ok(purl) } else { Err(in_both(|language| Problem::NotAPurl.text(language))) }
}

fn in_both<T: Into<String>>(words: impl Fn(formats::Language) -> T) -> Localized {
    Localized::new(words(formats::Language::Ja), words(formats::Language::En))
}

/// Whether a text is an address that every format may carry: http or https, without a blank, quote or bracket.
#[must_use]
pub fn is_address(typed: &str) -> bool {
    formats::uri::is_web_address(typed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_type_them() {
        assert_eq!(weakness(" cwe-79 ").as_deref(), Some("CWE-79"));
        assert_eq!(weakness("79").as_deref(), Some("CWE-79"));
        assert_eq!(weakness("XSS"), None);
        assert_eq!(cve_number("cve-2026-12345").as_deref(), Some("CVE-2026-12345"));
        assert_eq!(cve_number("2026-12345"), None);
        assert_eq!(weakness_name("CWE-79", Language::Ja), Some("クロスサイトスクリプティング"));
    }

    #[test]
    fn names_for_machines_are_put_into_their_right_form() {
        let name = "cpe:2.3:a:kogane:groupware:*:*:*:*:*:*:*:*";
        assert_eq!(platform_name(" cpe:/a:kogane:groupware ").as_deref(), Ok(name));
        assert_eq!(platform_name(name).as_deref(), Ok(name));
        assert!(platform_name("kogane groupware").is_err_and(|words| words.is_complete()));
        assert_eq!(package_url("pkg:PyPI/Tsumugi_Core@1.2").as_deref(), Ok("pkg:pypi/tsumugi-core"));
        assert_eq!(package_url("pkg:npm/%40tsumugi/core").as_deref(), Ok("pkg:npm/%40tsumugi/core"));
        assert!(package_url("tsumugi").is_err_and(|words| words.is_complete()));
    }

    #[test]
    fn every_place_leads_to_its_part() {
        let places = [
            ("/title", "title"),
            ("/vendors/0/products/1/versions", "affected"),
            ("/vendors/0/countermeasures/0/text", "vendors"),
            ("/vendors/0/on", "vendors"),
            ("/solution/text", "solution"),
            ("/vulnerabilities/0/cvss/0/vector", "cvss"),
            ("/vulnerabilities/0/cwes/0", "cwe"),
            ("/references/0/url", "references"),
            ("/history", "whole"),
        ];
        for (at, expected) in places {
            assert_eq!(part(at), expected, "{at}");
        }
    }
}
