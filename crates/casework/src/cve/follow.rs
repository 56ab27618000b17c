//! Writing records after a publication.

use formats::PublicDocument;
use formats::cve5::{Assigner, NotWritten, cve5};
use formats::document::Vulnerability;
use rulebook::ids::CaseId;
use serde_json::Value;
use store::{CveNumber, Publication};

use super::{CveError, RESERVED, Written, call, known, sealed};
use crate::error::{Error, Result};
use crate::office::Office;

impl Office {
    /// Writes the records of a case's newest publication (job). A refusal that passes is tried again; any other stands
    /// beside the number until somebody does something about it.
    pub(crate) async fn write_cve_records(&self, case: CaseId) -> Result<()> {
        let Some(document) = self.published_document(case).await? else { return Ok(()) };
        let mut passing = None;
        for id in document.cves().map(str::to_owned).collect::<Vec<_>>() {
            // Numbers that others reserved are theirs to write.
            let Some(number) = self.store().cve_number(&id).await? else { continue };
            match self.write_one(case, number, &document).await {
                Err(Error::Cve(error)) if error.is_passing() => passing = Some(error),
                Ok(_) | Err(Error::Cve(_)) => {}
                Err(other) => return Err(other),
            }
        }
        passing.map_or(Ok(()), |error| Err(error.into()))
    }

    /// Writes the record of one number now: for somebody at the keyboard.
    ///
    /// # Errors
    /// [`Error::Cve`] with the reason, `NotFound` when the number is none of ours.
    pub async fn publish_cve(&self, id: &str) -> Result<Written> {
        let number = self.store().cve_number(id).await?.ok_or(Error::NotFound)?;
        let case = CaseId(number.subject.ok_or(CveError::Nothing("no case keeps this number"))?);
        let document = self.published_document(case).await?;
        let document = document.filter(|document| document.cves().any(|cve| cve == number.id));
        let document = document.ok_or(CveError::Nothing("no published advisory names this number"))?;
        self.write_one(case, number, &document).await
    }

    async fn write_one(&self, case: CaseId, number: CveNumber, document: &PublicDocument) -> Result<Written> {
        let id = number.id.clone();
        let written = self.try_one(case, &number, document).await;
        // Kept for this case by now, if it was free.
        let Some(mut number) = self.store().cve_number(&id).await? else { return written };
        let mut known = known(&number);
        match &written {
            Ok(_) => {
                number.state = "published".into();
                known.written_at = Some(self.now().at);
                (known.revision, known.trouble) = (Some(document.revision), None);
            }
            Err(Error::Cve(error)) => known.trouble = Some(trouble(error)),
            Err(_) => {}
        }
        number.data = sealed(&known);
        self.store().put_cve_number(&number).await?;
        written
    }

    async fn try_one(&self, case: CaseId, number: &CveNumber, document: &PublicDocument) -> Result<Written> {
        if !self.store().keep_cve_number(&number.id, case.0).await? {
            return Err(CveError::Nothing("another case keeps this number").into());
        }
        if number.state != RESERVED && number.state != "published" {
            return Err(CveError::Nothing("the number was rejected").into());
        }
        let record = self.record_of(&number.id, document)?;
        let id = number.id.clone();
        call(self.cve_services()?, move |services| services.write(&id, &record)).await
    }

    fn record_of(&self, id: &str, document: &PublicDocument) -> Result<Value> {
        let settings = &self.settings().cve;
        let assigner = Assigner { org_id: settings.org_id.clone(), short_name: settings.org.clone() };
        let page = self.settings().url(&format!("/en/advisories/{}", document.id.slug()));
        let vulnerability = document.vulnerabilities.iter().find(|one| one.cve.as_deref() == Some(id));
        let vulnerability = vulnerability.ok_or(CveError::Nothing("the advisory does not name this number"))?;
        let vulnerability = described(vulnerability.clone(), document);
        let record = cve5(document, &vulnerability, &assigner, &page).map_err(|why| match why {
            NotWritten::NoNumber => CveError::Nothing("the advisory does not name this number"),
            NotWritten::NoEnglish => CveError::Nothing("a record needs an English description"),
            NotWritten::NoProduct => CveError::Nothing("a record needs a product"),
        })?;
        Ok(record.record)
    }

    /// The document of a case's newest publication.
    async fn published_document(&self, case: CaseId) -> Result<Option<PublicDocument>> {
        let file = self.load_case(case).await?.file;
        let Some(advisory) = &file.advisory else { return Ok(None) };
        let Some(publication) = self.store().newest_publication_of(advisory.id.0).await? else { return Ok(None) };
        let Publication { files, .. } = publication;
        let found = files.iter().find(|(path, _)| path.ends_with("/document.json"));
        let (_, bytes) = found.ok_or(Error::Unreadable("a publication"))?;
        PublicDocument::from_json(bytes).map(Some).map_err(|_| Error::Unreadable("a publication"))
    }
}

/// A vulnerability that is nothing but a number among others is what the advisory says of all of them.
fn described(mut one: Vulnerability, document: &PublicDocument) -> Vulnerability {
    let id = one.cve.clone().unwrap_or_default();
    if one.description.is_empty() && (one.title.is_empty() || one.title.en == id) {
        one.title = document.title.clone();
        one.description = document.overview.clone();
    }
    one
}

/// The word under which a page explains what went wrong.
fn trouble(error: &CveError) -> String {
    match error {
        CveError::Refused { status, word } => format!("{status} {word}"),
        other => other.to_string(),
    }
}
