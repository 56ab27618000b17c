//! Handing mails over: by SMTP, or into a folder as `.eml` (decision 15).

use std::path::{Path, PathBuf};

use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MessageBuilder};
use lettre::transport::smtp::AsyncSmtpTransport;
use lettre::{AsyncTransport, Message, Tokio1Executor};
use store::Mail;

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
        match self {
            Postman::Smtp(transport) => match transport.send(message).await {
                Ok(_) => Ok(()),
                Err(error) if error.is_permanent() => Err("refused"),
                Err(_) => Err("unreachable"),
            },
            Postman::Folder(folder) => write_file(folder, &mail.message_id, &message.formatted()),
            Postman::Holding => Err("held"),
        }
    }
}

fn compose(mail: &Mail, from: &str) -> Result<Message, &'static str> {
    let from = if from.is_empty() { "noroshi@localhost" } else { from };
    let from: Mailbox = from.parse().map_err(|_| "sender")?;
    let domain = from.email.domain().to_owned();
    let to: Mailbox = mail.mail.to.parse().map_err(|_| "address")?;
    let builder: MessageBuilder = Message::builder()
        .from(from)
        .to(to)
        .subject(mail.mail.subject.clone())
        .message_id(Some(format!("<{}@{domain}>", mail.message_id)))
        .header(ContentType::TEXT_PLAIN)
        // Nobody's program answers a program (RFC 3834, 5).
        .raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".into()));
    builder.body(mail.mail.body_text.clone()).map_err(|_| "text")
}

/// Written whole or not at all: a reader never sees half a mail.
fn write_file(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), &'static str> {
    std::fs::create_dir_all(folder).map_err(|_| "folder")?;
    let whole = folder.join(format!("{name}.eml"));
    let part = folder.join(format!(".{name}.part"));
    std::fs::write(&part, bytes).and_then(|()| std::fs::rename(&part, &whole)).map_err(|_| "folder")
}
