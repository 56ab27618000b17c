//! What goes to somebody outside: the package of a disclosure, and the agreement that has to be signed before it.

use jiff::civil::Date;
use letters::{AgreementPurpose, NonDisclosureAgreement, Paper};
use rulebook::case::outreach::{Package, package};
use rulebook::ids::CaseId;
use rulebook::party::Party;
use rulebook::text::Language;

use crate::error::{Error, Result};
use crate::office::{Actor, Office};
use crate::papers::{paper_language, print};

/// An agreement to be signed.
#[derive(Clone, Debug)]
pub struct AgreementForm {
    /// With whom.
    pub with: String,
    /// Where they are, in one line.
    pub address: String,
    /// Whether for a technical analysis; else for the coordination overseas.
    pub for_analysis: bool,
    /// Its language.
    pub language: Language,
    /// From which day.
    pub on: Date,
    /// For how many years what was told stays secret after its end.
    pub years: u8,
}

impl Office {
    /// What a body told somebody outside, as the package that goes to them. That it was opened is recorded.
    ///
    /// # Errors
    /// `NotFound` for everybody but the body that told it, or the store's.
    pub async fn outreach_package(&self, id: CaseId, actor: Actor, disclosure: u32) -> Result<Package> {
        let file = self.load_case(id).await?.file;
        let told = file.case.outreach.disclosures.iter().find(|told| told.number == disclosure);
        let own = told.is_some_and(|told| told.by == actor.party) && file.is_seen_by(actor.party);
        let package = package(&file, disclosure, self.rules(&file.case.edition)).filter(|_| own);
        let mut package = package.ok_or(Error::NotFound)?;
        let names = &self.settings().partnership;
        let own = if actor.party == Party::Coordinator { &names.coordinator } else { &names.receiving_body };
        package.from = own.clone();
        self.store().record_read(id.0, actor.id(), "details", self.now().at).await?;
        Ok(package)
    }

    /// The agreement of a body with somebody outside, as PDF, ready to be signed (Ⅳ.3.(1).5, Ⅳ.4.5).
    ///
    /// # Errors
    /// `NotFound` for everybody but the two bodies, [`Error::Paper`], [`Error::Unprintable`], or the store's.
    pub async fn agreement_paper(&self, id: CaseId, actor: Actor, form: AgreementForm) -> Result<Vec<u8>> {
        let file = self.load_case(id).await?.file;
        if !file.is_seen_by(actor.party) || !actor.party.is_staff() {
            return Err(Error::NotFound);
        }
        let number = file.case.number.clone();
        let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let agreement = NonDisclosureAgreement {
            language: paper_language(form.language),
            reference: format!("{number}-{}", form.on.strftime("%Y%m%d")),
            discloser: self.discloser(actor.party, form.language),
            receiver: letters::Party { name: line(&form.with), address: line(&form.address), signatory: None },
            purpose: match form.for_analysis {
                true => AgreementPurpose::OutsideAnalysis,
                false => AgreementPurpose::OverseasCoordination,
            },
            case_number: Some(number),
            effective_on: form.on,
            years: form.years,
        };
        print(Paper::NonDisclosureAgreement(agreement)).await
    }

    fn discloser(&self, party: Party, language: Language) -> letters::Party {
        if party == Party::Coordinator {
            let head = self.coordinator_head(language);
            return letters::Party { name: head.name, address: head.address.replace('\n', " "), signatory: None };
        }
        let name = self.settings().partnership.receiving_body.get(language).to_owned();
        letters::Party { name, address: String::new(), signatory: None }
    }
}
