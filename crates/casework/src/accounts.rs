//! Accounts of people who sign in: argon2id passwords and TOTP codes (RFC 6238).
//!
//! Auditors, passkeys and OIDC come later: they are roles and further ways to sign in, not changes of this shape.

use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version as Argon2Version};
use jiff::Timestamp;
use rulebook::ids::AccountId;
use rulebook::member::Appointment;
use rulebook::party::Role;
use rulebook::text::Language;
use serde::{Deserialize, Serialize};
use store::{Append, CardFilter, CardOrder, Claim, StoreError, StreamAppend, StreamId, StreamKind};

use crate::codec::{decode, encode};
use crate::error::{Error, Result};
use crate::files::version;
use crate::limits::Limit;
use crate::office::Office;
use crate::project::{AccountCard, account_row};

/// Shortest password taken.
pub const MIN_PASSWORD: usize = 12;
/// Longest password taken.
pub const MAX_PASSWORD: usize = 200;

/// What can happen to an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum AccountEvent {
    /// Made by an administrator.
    AccountCreated {
        /// Login name.
        login: String,
        /// Name of the person.
        name: String,
        /// Mail address.
        mail: String,
        /// What the person may be.
        role: Role,
        /// Language of its pages and mails.
        language: Language,
        /// Argon2id hash.
        password: String,
        /// TOTP secret, base32.
        totp: String,
    },
    /// The person chose a new password.
    PasswordChanged {
        /// Argon2id hash.
        password: String,
    },
    /// A new TOTP secret, after the old one was lost.
    TotpReplaced {
        /// TOTP secret, base32.
        totp: String,
    },
    /// A member of the committee was appointed, or for another term.
    MemberAppointed {
        /// As what, and for how long.
        appointment: Appointment,
    },
    /// Closed: nobody signs in with it any more.
    AccountClosed,
}

impl AccountEvent {
    /// Name of the event in the journal's clear header.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            AccountEvent::AccountCreated { .. } => "AccountCreated",
            AccountEvent::PasswordChanged { .. } => "PasswordChanged",
            AccountEvent::TotpReplaced { .. } => "TotpReplaced",
            AccountEvent::MemberAppointed { .. } => "MemberAppointed",
            AccountEvent::AccountClosed => "AccountClosed",
        }
    }
}

/// An account after all its events.
#[derive(Clone, PartialEq, Eq)]
pub struct AccountState {
    /// Its id.
    pub id: AccountId,
    /// Login name.
    pub login: String,
    /// Name of the person.
    pub name: String,
    /// Mail address.
    pub mail: String,
    /// What the person may be.
    pub role: Role,
    /// Language of its pages.
    pub language: Language,
    /// No longer open.
    pub closed: bool,
    /// The newest appointment of a member of the committee.
    pub appointment: Option<Appointment>,
    password: String,
    totp: String,
}

impl AccountState {
    fn begin(id: AccountId, event: AccountEvent) -> Option<Self> {
        let AccountEvent::AccountCreated { login, name, mail, role, language, password, totp } = event else {
            return None;
        };
        Some(AccountState { id, login, name, mail, role, language, closed: false, appointment: None, password, totp })
    }

    /// The state after an account's events.
    pub(crate) fn replay(id: AccountId, events: &[store::Event]) -> Result<Self> {
        let (first, rest) = events.split_first().ok_or(Error::NotFound)?;
        let mut state = AccountState::begin(id, decode(first)?).ok_or(Error::Unreadable("an account"))?;
        for event in rest {
            state.evolve(decode(event)?);
        }
        Ok(state)
    }

    pub(crate) fn evolve(&mut self, event: AccountEvent) {
        match event {
            AccountEvent::AccountCreated { .. } => {}
            AccountEvent::PasswordChanged { password } => self.password = password,
            AccountEvent::TotpReplaced { totp } => self.totp = totp,
            AccountEvent::MemberAppointed { appointment } => self.appointment = Some(appointment),
            AccountEvent::AccountClosed => self.closed = true,
        }
    }
}

/// A new account.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// Login name: letters, digits, `.`, `-`, `_`.
    pub login: String,
    /// Name of the person.
    pub name: String,
    /// Mail address.
    pub mail: String,
    /// What the person may be.
    pub role: Role,
    /// Language of its pages.
    pub language: Language,
}

/// What a new account's person is given, once.
pub struct Credentials {
    /// The account.
    pub id: AccountId,
    /// First password.
    pub password: String,
    /// TOTP secret, base32, for the authenticator.
    pub totp: String,
    /// The same as an `otpauth://` address.
    pub totp_url: String,
}

/// Argon2id with OWASP's first choice of parameters: 19 MiB, two passes, one lane.
fn argon() -> Argon2<'static> {
    let params = Params::new(19 * 1024, 2, 1, None).expect("the parameters are in range");
    Argon2::new(Algorithm::Argon2id, Argon2Version::V0x13, params)
}

/// A hash that no password has: an unknown name costs the same as a wrong password.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5bm9ib2R5$8EkB1lqDp6rMkC9eeA9f0mX2m4Y1P3bUoGqk2t0uHhw";

fn check_login(login: &str) -> Result<()> {
    let fine = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || ".-_".contains(c);
    let fits = (2..=64).contains(&login.len()) && login.chars().all(fine);
    if fits { Ok(()) } else { Err(Error::Unusable("the login name (2 to 64 of a–z, 0–9, . - _)")) }
}

fn check_password(password: &str) -> Result<()> {
    let length = password.chars().count();
    if (MIN_PASSWORD..=MAX_PASSWORD).contains(&length) {
        Ok(())
    } else {
        Err(Error::Unusable("the password (12 to 200 characters)"))
    }
}

impl Office {
    fn hash_password(&self, password: &str) -> Result<String> {
        let mut salt = [0; 16];
        self.entropy().fill(&mut salt);
        let salt = SaltString::encode_b64(&salt).map_err(|_| Error::Unreadable("a salt"))?;
        let hash = argon().hash_password(password.as_bytes(), &salt).map_err(|_| Error::Unusable("the password"))?;
        Ok(hash.to_string())
    }

    /// Makes an account; the credentials are shown once.
    ///
    /// # Errors
    /// An unusable login name or mail address; a login name that is taken.
    pub async fn add_account(&self, new: NewAccount) -> Result<Credentials> {
        let (password, totp) = self.fresh_secrets();
        self.make_account(new, None, password, totp).await
    }

    /// A password and a TOTP secret.
    pub(crate) fn fresh_secrets(&self) -> (String, String) {
        let mut secret = [0; 20];
        self.entropy().fill(&mut secret);
        (self.entropy().token().as_str()[..20].to_owned(), base32(&secret))
    }

    /// Makes an account with a given password and TOTP secret (demo and tests).
    ///
    /// # Errors
    /// As [`Office::add_account`].
    pub async fn add_account_with(&self, new: NewAccount, password: String, totp: String) -> Result<Credentials> {
        self.make_account(new, None, password, totp).await
    }

    pub(crate) async fn make_account(
        &self,
        new: NewAccount,
        appointment: Option<Appointment>,
        password: String,
        totp: String,
    ) -> Result<Credentials> {
        check_login(&new.login)?;
        if !rulebook::report::problems::is_mail_address(&new.mail) {
            return Err(Error::Unusable("the mail address"));
        }
        let id = AccountId(self.id());
        let created = AccountEvent::AccountCreated {
            login: new.login.clone(),
            name: new.name,
            mail: new.mail,
            role: new.role,
            language: new.language,
            password: self.hash_password(&password)?,
            totp: totp.clone(),
        };
        let at = self.now().at;
        let mut state = AccountState::begin(id, created.clone()).ok_or(Error::Unreadable("an account"))?;
        let appointed = appointment.map(|appointment| AccountEvent::MemberAppointed { appointment });
        let events: Vec<AccountEvent> = [Some(created), appointed].into_iter().flatten().collect();
        events.iter().skip(1).for_each(|event| state.evolve(event.clone()));
        let encoded: Vec<_> = events.iter().map(encode).collect();
        let mut append = Append::new(at, id.0);
        append.rows.push(account_row(&state, at, encoded.len() as i64));
        append.claims.push(Claim { kind: "login", value: new.login.clone(), subject: id.0 });
        append.streams.push(StreamAppend { stream: stream(id), expected: 0, events: encoded });
        match self.store().append(append).await {
            Err(StoreError::Taken { .. }) => return Err(Error::Taken("the login name")),
            other => other?,
        };
        let totp_url = totp_url(&self.settings().partnership.report_prefix, &new.login, &totp);
        Ok(Credentials { id, password, totp, totp_url })
    }

    /// An account.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn account(&self, id: AccountId) -> Result<AccountState> {
        Ok(self.load_account(id).await?.0)
    }

    async fn load_account(&self, id: AccountId) -> Result<(AccountState, i64)> {
        let events = self.store().load(stream(id)).await?;
        Ok((AccountState::replay(id, &events)?, version(&events)))
    }

    /// All accounts, for the administrator and for choosing an owner.
    ///
    /// # Errors
    /// The store's.
    pub async fn accounts(&self) -> Result<Vec<(AccountId, AccountCard, bool)>> {
        let filter = CardFilter { limit: Some(1_000), ..CardFilter::default() };
        let cards = self.store().card_page("account", filter, CardOrder::default()).await?;
        let mut accounts = Vec::with_capacity(cards.len());
        for card in cards {
            let read: AccountCard =
                serde_json::from_slice(&card.card).map_err(|_| Error::Unreadable("an account's card"))?;
            accounts.push((AccountId(card.id), read, card.state == "closed"));
        }
        accounts.sort_by(|a, b| a.1.login.cmp(&b.1.login));
        Ok(accounts)
    }

    /// Checks name, password and code. Who is wrong about any of them learns nothing about the others, and takes
    /// the same time.
    ///
    /// # Errors
    /// [`Error::SignIn`], or [`Error::TooMany`].
    pub async fn sign_in(&self, login: &str, password: &str, code: &str, address: &str) -> Result<AccountState> {
        let wall = self.wall();
        self.limits.count(Limit::SignIn, &format!("address {address}"), wall)?;
        self.limits.count(Limit::SignIn, &format!("login {login}"), wall)?;
        let account = match self.store().holder("login", login).await? {
            Some(id) => Some(self.account(AccountId(id)).await?),
            None => None,
        };
        let right = self.password_fits(account.as_ref(), password).await?;
        let account = account.filter(|account| right && !account.closed).ok_or(Error::SignIn)?;
        let step = totp_step(&account.totp, code, wall).ok_or(Error::SignIn)?;
        self.spend_code(account.id, step).await?;
        Ok(account)
    }

    async fn password_fits(&self, account: Option<&AccountState>, password: &str) -> Result<bool> {
        let stored = account.map_or_else(|| NOBODY.to_owned(), |account| account.password.clone());
        let password: String = password.chars().take(MAX_PASSWORD + 1).collect();
        let checked = tokio::task::spawn_blocking(move || {
            let hash = PasswordHash::new(&stored).ok()?;
            argon().verify_password(password.as_bytes(), &hash).ok()
        });
        let fits = checked.await.map_err(|_| Error::Unreadable("a password"))?;
        Ok(fits.is_some() && account.is_some())
    }

    /// A code works once (RFC 6238 section 5.2), on all nodes.
    async fn spend_code(&self, account: AccountId, step: u64) -> Result<()> {
        let mut append = Append::new(self.now().at, account.0);
        let value = format!("{account} {step}");
        append.claims.push(Claim { kind: "totp-step", value, subject: account.0 });
        match self.store().append(append).await {
            Err(StoreError::Taken { .. }) => Err(Error::SignIn),
            other => Ok(other.map(|_| ())?),
        }
    }

    /// Changes a password; all other sessions of the account end.
    ///
    /// # Errors
    /// [`Error::SignIn`] when the old one is wrong; an unusable new one.
    pub async fn change_password(&self, id: AccountId, old: &str, new: &str) -> Result<()> {
        check_password(new)?;
        let account = self.account(id).await?;
        if !self.password_fits(Some(&account), old).await? {
            return Err(Error::SignIn);
        }
        let password = self.hash_password(new)?;
        self.change_account(id, AccountEvent::PasswordChanged { password }).await
    }

    /// A new TOTP secret for somebody who lost the old one.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn replace_totp(&self, id: AccountId) -> Result<Credentials> {
        let account = self.account(id).await?;
        let mut secret = [0; 20];
        self.entropy().fill(&mut secret);
        let totp = base32(&secret);
        self.change_account(id, AccountEvent::TotpReplaced { totp: totp.clone() }).await?;
        let totp_url = totp_url(&self.settings().partnership.report_prefix, &account.login, &totp);
        Ok(Credentials { id, password: String::new(), totp, totp_url })
    }

    /// Closes an account and ends its sessions.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn close_account(&self, id: AccountId) -> Result<()> {
        self.change_account(id, AccountEvent::AccountClosed).await
    }

    pub(crate) async fn change_account(&self, id: AccountId, event: AccountEvent) -> Result<()> {
        let (mut state, version) = self.load_account(id).await?;
        let events = vec![encode(&event)];
        state.evolve(event);
        let at = self.now().at;
        let mut append = Append::new(at, id.0);
        append.rows.push(account_row(&state, at, version + 1));
        append.streams.push(StreamAppend { stream: stream(id), expected: version, events });
        self.store().append(append).await?;
        self.store().delete_sessions_of(id.0).await?;
        Ok(())
    }
}

fn stream(id: AccountId) -> StreamId {
    StreamId::new(StreamKind::Account, id.0)
}

/// RFC 4648 base32 without padding, as authenticators take it.
fn base32(bytes: &[u8]) -> String {
    totp_rs::Secret::from(bytes.to_vec()).to_base32()
}

/// RFC 6238 with what every authenticator knows: SHA-1, six digits, thirty seconds.
fn totp_of(secret: &str) -> Option<totp_rs::Totp> {
    let secret = totp_rs::Secret::try_from_base32(secret).ok()?;
    let builder = totp_rs::Builder::new().with_algorithm(totp_rs::Algorithm::SHA1).with_digits(6);
    builder.with_step_duration(STEP).with_skew(1).with_secret(secret).build().ok()
}

/// Seconds of a time step.
const STEP: u64 = 30;

/// The code of a secret at an instant, as an authenticator shows it.
#[must_use]
pub fn totp_code(secret: &str, at: Timestamp) -> Option<String> {
    Some(totp_of(secret)?.generate(u64::try_from(at.as_second()).ok()?).to_string())
}

/// The time step whose code was given: this one, or one before or after it.
fn totp_step(secret: &str, code: &str, at: Timestamp) -> Option<u64> {
    let totp = totp_of(secret)?;
    let code: String = code.chars().filter(|c| !c.is_whitespace()).take(7).collect();
    totp.check(&code, u64::try_from(at.as_second()).ok()?)
}

fn totp_url(issuer: &str, login: &str, secret: &str) -> String {
    format!("otpauth://totp/Noroshi%20{issuer}:{login}?secret={secret}&issuer=Noroshi%20{issuer}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_of_nobody_is_checked_like_any_other() {
        let hash = PasswordHash::new(NOBODY).expect("it is a hash");
        assert!(argon().verify_password(b"anything", &hash).is_err());
        let params = Params::try_from(&hash).expect("it names its parameters");
        assert_eq!((params.m_cost(), params.t_cost(), params.p_cost()), (19 * 1024, 2, 1));
    }

    /// RFC 6238, appendix B: the secret "12345678901234567890" at 59 and 1111111109 seconds, cut to six digits.
    #[test]
    fn codes_are_those_of_the_standard() {
        let secret = base32(b"12345678901234567890");
        let at = |seconds| Timestamp::from_second(seconds).expect("an instant");
        assert_eq!(totp_code(&secret, at(59)).as_deref(), Some("287082"));
        assert_eq!(totp_code(&secret, at(1_111_111_109)).as_deref(), Some("081804"));
        assert_eq!(totp_step(&secret, "287 082", at(59)), Some(1));
        assert_eq!(totp_step(&secret, "287082", at(200)), None);
    }
}
