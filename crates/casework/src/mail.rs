//! Handing mails over: by SMTP, or into a folder as `.eml` (decision 15).

use std::path::{Path, PathBuf};

use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MessageBuilder};
use lettre::transport::smtp::AsyncSmtpTransport;
use lettre::{AsyncTransport, Message, Tokio1Executor};
use store::{Mail, WaitingMail};
use uuid::Uuid;

use crate::settings::MailSettings;

/// How mails leave the program.
pub enum Postman {
    /// By SMTP.
    Smtp(Box<AsyncSmtpTransport<Tokio1Executor>>),
    /// Into a folder, one file a mail; for demos and tests.
    Folder(PathBuf),
    /// Not at all: they wait in the outbox.
    Holding,
}

impl Postman {
    /// The postman that the settings name.
    ///
    /// # Errors
    /// When the SMTP address cannot be used.
    pub fn of(settings: &MailSettings) -> Result<Self, &'static str> {
        if !settings.smtp.is_empty() {
            let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(&settings.smtp)
                .map_err(|_| "mail.smtp is no address of an SMTP server (smtps://user:password@host:port)")?;
            return Ok(Postman::Smtp(Box::new(transport.build())));
        }
        if !settings.folder.is_empty() {
            return Ok(Postman::Folder(PathBuf::from(&settings.folder)));
        }
        Ok(Postman::Holding)
    }

    /// Whether mails leave at all.
    #[must_use]
    pub const fn sends(&self) -> bool {
        !matches!(self, Postman::Holding)
    }

    /// Hands one mail over. The Message-ID is the same at every try, so that a second copy is recognised.
    ///
    /// # Errors
    /// The class of the failure, without any address or answer.
    pub async fn hand_over(&self, mail: &Mail, from: &str) -> Result<(), &'static str> {
        let message = compose(mail, from)?;
        self.send(message, &mail.message_id).await
    }

    /// Hands over a mail to a subscriber, with the way to leave in its head (RFC 2369, RFC 8058).
    ///
    /// # Errors
    /// The class of the failure, without any address or answer.
    pub async fn hand_over_news(&self, waiting: &WaitingMail, from: &str) -> Result<(), &'static str> {
        let id = news_id(waiting);
        let mail = &waiting.mail;
        let mut builder = begin(from, &mail.to, &mail.subject, &id)?;
        if let Some(leave) = &mail.leave {
            builder = builder.raw_header(header("List-Unsubscribe", format!("<{leave}>")));
            // One click is for https alone (RFC 8058, 3.1).
            if leave.starts_with("https://") {
                builder = builder.raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()));
            }
        }
        let message = builder.body(mail.body_text.clone()).map_err(|_| "text")?;
        self.send(message, &id).await
    }

    async fn send(&self, message: Message, id: &str) -> Result<(), &'static str> {
        match self {
            Postman::Smtp(transport) => match transport.send(message).await {
                Ok(_) => Ok(()),
                Err(error) if error.is_permanent() => Err("refused"),
                Err(_) => Err("unreachable"),
            },
            Postman::Folder(folder) => write_file(folder, id, &message.formatted()),
            Postman::Holding => Err("held"),
        }
    }
}

/// What the Message-ID of a mail to a subscriber begins with.
const NEWS: &str = "news";

/// Names the reader by its random id, so that a mail that comes back says who cannot be reached.
fn news_id(mail: &WaitingMail) -> String {
    format!("{NEWS}.{}.{}", mail.subscriber.simple(), mail.message_id.simple())
}

/// The subscriber that a mail went to, from its Message-ID before the `@`.
pub(crate) fn reader_of(message_id: &str) -> Option<Uuid> {
    let mut parts = message_id.split('.');
    let (NEWS, reader) = (parts.next()?, parts.next()?) else { return None };
    Uuid::try_parse(reader).ok()
}

fn header(name: &'static str, value: String) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value)
}

fn compose(mail: &Mail, from: &str) -> Result<Message, &'static str> {
    let builder = begin(from, &mail.mail.to, &mail.mail.subject, &mail.message_id)?;
    builder.body(mail.mail.body_text.clone()).map_err(|_| "text")
}

fn begin(from: &str, to: &str, subject: &str, id: &str) -> Result<MessageBuilder, &'static str> {
    let from = if from.is_empty() { "noroshi@localhost" } else { from };
    let from: Mailbox = from.parse().map_err(|_| "sender")?;
    let domain = from.email.domain().to_owned();
    let to: Mailbox = to.parse().map_err(|_| "address")?;
    let builder = Message::builder()
        .from(from)
        .to(to)
        .subject(subject)
        .message_id(Some(format!("<{id}@{domain}>")))
        .header(ContentType::TEXT_PLAIN)
        // Nobody's program answers a program (RFC 3834, 5).
        .raw_header(header("Auto-Submitted", "auto-generated".to_owned()));
    Ok(builder)
}

/// Written whole or not at all: a reader never sees half a mail.
fn write_file(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), &'static str> {
    std::fs::create_dir_all(folder).map_err(|_| "folder")?;
    let whole = folder.join(format!("{name}.eml"));
    let part = folder.join(format!(".{name}.part"));
    std::fs::write(&part, bytes).and_then(|()| std::fs::rename(&part, &whole)).map_err(|_| "folder")
}
