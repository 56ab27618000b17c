//! Publication: the document of an advisory, its formats and signatures, and the published tree (decision 21).
//!
//! The signed bytes are made before the commit that publishes them and stored with it; writing them into the tree is an
//! idempotent effect of that commit.

mod checkpoint;
mod developers;
mod disk;
mod document;
mod process_page;
pub(crate) mod receiving;
mod rules_page;
mod security_txt;
mod sign;
mod tree;
mod unreachable;
mod vendors;
mod websites_page;

#[cfg(test)]
mod tests;

use formats::jvndb::{JvndbId, jst};
use formats::provider::{files, signature_path};
use formats::{Localized, PublicDocument};
use rulebook::advisory::AdvisoryContent;
use rulebook::case::CaseFile;
use rulebook::ids::{AdvisoryId, DeveloperId};
use store::{NewPublication, SequenceStep};

use self::document::{Known, Names};
use self::sign::{PublicHalf, SigningKey};
use crate::error::{Error, Result};
use crate::office::Office;
use crate::settings::Settings;

impl Office {
    /// Everything that the newest revision of a case's advisory puts into the tree, signed, and for a first revision the
    /// step of the sequence that its number in the catalogue takes; `after` is the case after the decision to publish.
    /// OpenPGP signatures are made on http too: a signature does not ask how it travelled.
    ///
    /// # Errors
    /// [`Error::Findings`] when the text cannot be published like this, [`Error::Signing`], or the store's.
    pub(crate) async fn publication(&self, after: &CaseFile) -> Result<(NewPublication, Option<SequenceStep>)> {
        let advisory = after.advisory.as_ref().ok_or(Error::NotFound)?;
        let names = self.register_names(&advisory.content).await?;
        let (entry, step) = self.catalogued(advisory.id).await?;
        let document = document::document(after, self.settings(), &names, &entry)?;
        let at = self.now().at;
        let config = tree::provider(self.settings(), &[], &[], at);
        let key = self.signing_key().await?;
        let mut signed = Vec::new();
        for file in files(&document, &config).map_err(Error::Findings)? {
            let signature = file.sign.then(|| key.sign(&file.bytes, at)).transpose()?;
            let beside = signature.map(|bytes| (signature_path(&file.path), bytes));
            signed.push((file.path, file.bytes));
            signed.extend(beside);
        }
        let revision = i64::from(document.revision);
        Ok((NewPublication { advisory: advisory.id.0, revision, files: signed }, step))
    }

    /// The number of an advisory in the catalogue: the one it was first published under, else the next of the year in
    /// Japan. It is taken in the append that publishes; whoever comes second decides again (decision 3).
    async fn catalogued(&self, advisory: AdvisoryId) -> Result<(JvndbId, Option<SequenceStep>)> {
        if let Some(before) = self.store().newest_publication_of(advisory.0).await?
            && let Some(known) = JvndbId::named(&tree::document_of(&before)?)
        {
            return Ok((known, None));
        }
        let year = jst::day(self.now().at).year();
        let name = format!("jvndb/{year:04}");
        let value = self.store().last_of_sequence(&name).await? + 1;
        let entry = JvndbId::in_sequence(year, value).ok_or(Error::Taken("every number of the year"))?;
        Ok((entry, Some(SequenceStep { name, value })))
    }

    /// A text of the case's advisory as it would be published now: for the preview, and to hear what would keep it from
    /// being published before anybody signs it ([`PublicDocument::check`]). Whether somebody may see the text is for the
    /// caller to know.
    ///
    /// # Errors
    /// [`Error::Findings`] for vectors that cannot be read, or the store's.
    pub async fn preview(&self, file: &CaseFile, content: &AdvisoryContent) -> Result<PublicDocument> {
        let advisory = file.advisory.as_ref().ok_or(Error::NotFound)?;
        let names = self.register_names(content).await?;
        document::draft(advisory, content, self.now().at, self.settings(), &names)
    }

    /// Names of the text's developers as the register has them.
    async fn register_names(&self, content: &AdvisoryContent) -> Result<Names> {
        let mut names = Names::new();
        for vendor in &content.vendors {
            if let Some(name) = self.register_name(vendor.developer).await? {
                names.insert(vendor.developer, name);
            }
        }
        Ok(names)
    }

    async fn register_name(&self, developer: DeveloperId) -> Result<Option<Known>> {
        match self.load_developer(developer).await {
            Ok((state, _)) => Ok(Some(Known {
                name: Localized::new(state.entry.name, state.entry.name_en),
                reading: state.entry.reading,
            })),
            Err(Error::NotFound) => Ok(None),
            Err(other) => Err(other),
        }
    }

    /// The key that signs now; the first one, and each that follows one at its end, is made here. Of two nodes that make
    /// one at once, one is told to read the other's.
    async fn signing_key(&self) -> Result<SigningKey> {
        let now = self.now().at;
        let mut number = 1;
        loop {
            let key = match self.store().setting(&key_name(number)).await? {
                Some(bytes) => SigningKey::from_bytes(&bytes)?,
                None => {
                    let made = SigningKey::generate(&user_id(self.settings()), now, self.entropy())?;
                    if !self.store().put_setting_once(&key_name(number), &made.to_bytes()?).await? {
                        continue;
                    }
                    made
                }
            };
            if key.signs_at(now) {
                return Ok(key);
            }
            number += 1;
        }
    }

    /// The public halves of all keys, the one in use first: retired ones stay, for old signatures are theirs.
    async fn public_keys(&self) -> Result<Vec<PublicHalf>> {
        let mut keys = Vec::new();
        while let Some(bytes) = self.store().setting(&key_name(keys.len() + 1)).await? {
            keys.push(SigningKey::from_bytes(&bytes)?.public_half()?);
        }
        keys.reverse();
        Ok(keys)
    }
}

/// Under which name a key is sealed in the store; keys are numbered, none is ever overwritten.
fn key_name(number: usize) -> String {
    if number == 1 { "openpgp_key".to_owned() } else { format!("openpgp_key_{number}") }
}

/// The partnership and its mail address, as OpenPGP writes them.
fn user_id(settings: &Settings) -> String {
    let name = settings.partnership.name.get(rulebook::text::Language::En).trim();
    let address = mail_address(settings);
    if address.is_empty() { name.to_owned() } else { format!("{name} <{address}>") }
}

/// The bare address that mails come from; empty when none is set.
fn mail_address(settings: &Settings) -> &str {
    let from = settings.mail.from.trim();
    from.rsplit_once('<').map_or(from, |(_, address)| address.trim_end_matches('>'))
}
