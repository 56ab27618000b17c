//! Papers as PDF: made away from the request's thread, one at a time, because the fonts take much memory.

use letters::{Addressee, Fonts, Organisation, Paper, render, unprintable};
use rulebook::developer::DeveloperState;
use rulebook::ids::DeveloperId;
use rulebook::text::Language;
use tokio::sync::Semaphore;

use crate::error::{Error, Result};
use crate::office::Office;
use crate::reach::LetterAddress;

/// The fonts of one paper are about 90 MB in memory.
static ONE_AT_A_TIME: Semaphore = Semaphore::const_new(1);

/// Makes a paper. The fonts are read for it and let go.
///
/// # Errors
/// [`Error::Paper`], or [`Error::Unprintable`] with the characters that no font has: nobody is sent a letter with a
/// wrong name.
pub(crate) async fn print(paper: Paper) -> Result<Vec<u8>> {
    let _turn = ONE_AT_A_TIME.acquire().await;
    let made = tokio::task::spawn_blocking(move || {
        let fonts = Fonts::of_the_system()?;
        let missing = unprintable(&paper, &fonts)?;
        if missing.is_empty() {
            Ok(render(&paper, &fonts)?)
        } else {
            Err(Error::Unprintable(missing.into_iter().collect()))
        }
    });
    made.await.map_err(|_| Error::Unreadable("a paper"))?
}

/// The language of a paper.
pub(crate) const fn paper_language(language: Language) -> letters::Language {
    match language {
        Language::Ja => letters::Language::Japanese,
        Language::En => letters::Language::English,
    }
}

/// The window of the envelope.
pub(crate) fn addressee(address: &LetterAddress) -> Addressee {
    let some = |text: &str| (!text.trim().is_empty()).then(|| text.trim().to_owned());
    Addressee {
        organisation: some(&address.organisation),
        department: some(&address.department),
        person: some(&address.person),
        postal_code: some(address.postal_code.trim_start_matches('〒')),
        address: address.address.trim().to_owned(),
    }
}

impl Office {
    /// A name as it was typed for a paper; on an English one a developer that is called there as the register calls it in
    /// Japanese is named in English, where the register knows how.
    pub(crate) async fn named_in(
        &self,
        language: Language,
        developer: Option<DeveloperId>,
        typed: &str,
    ) -> Result<String> {
        let developer = developer.filter(|_| language == Language::En);
        let known = match developer {
            Some(developer) => self.load_developer(developer).await,
            None => Err(Error::NotFound),
        };
        match known {
            Ok((DeveloperState { entry, .. }, _)) if entry.name.trim() == typed.trim() && !entry.name_en.is_empty() => {
                Ok(entry.name_en)
            }
            Ok(_) | Err(Error::NotFound) => Ok(typed.to_owned()),
            Err(other) => Err(other),
        }
    }

    /// The coordinator at the head of a paper.
    pub(crate) fn coordinator_head(&self, language: Language) -> Organisation {
        let settings = self.settings();
        let letters = &settings.letters;
        let department = letters.department.get(language).trim();
        Organisation {
            name: settings.partnership.coordinator.get(language).to_owned(),
            department: (!department.is_empty()).then(|| department.to_owned()),
            postal_code: letters.postal_code.clone(),
            address: letters.address.get(language).to_owned(),
            phone: letters.phone.clone(),
            mail: settings.letter_mail().to_owned(),
            website: settings.url(""),
        }
    }
}
