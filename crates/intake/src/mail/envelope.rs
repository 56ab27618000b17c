//! The head of a mail beyond what a form needs: from whom, in answer to what, sent by hand or by a machine.

use mail_parser::{HeaderName, HeaderValue, MessageParser};

use super::entity;
use crate::plain;

/// Most ids looked at of the mails that one answers.
const MOST_ANSWERED: usize = 100;
/// Longest id, in bytes (RFC 5322: a line).
const LONGEST_ID: usize = 998;

/// How subjects of automatic answers begin, in lower case.
const ABSENT: [&str; 14] = [
    "automatic reply",
    "auto reply",
    "auto-reply",
    "autoreply",
    "auto response",
    "out of office",
    "out of the office",
    "自動応答",
    "自動返信",
    "[自動返信",
    "【自動返信",
    "【自動応答",
    "不在通知",
    "不在のお知らせ",
];

/// How a machine came to send a mail (RFC 3834).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Automatic {
    /// In answer to another mail: somebody is out of office.
    Reply,
    /// For another reason: a newsletter, a list, a program.
    Other,
}

/// What the head of a mail says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Envelope {
    /// The one address of From, in lower case. None when there is none, or several: then nobody knows who writes.
    pub from: Option<String>,
    /// Ids of the mails that it answers, without brackets, the nearest first.
    pub answers: Vec<String>,
    /// Whether a machine sent it.
    pub automatic: Option<Automatic>,
    /// The envelope's sender is empty (`Return-Path: <>`): nothing may ever be answered (RFC 5321, 4.5.5).
    pub no_return: bool,
    /// It names recipients that were not reached (`X-Failed-Recipients`).
    pub names_failed: bool,
    /// Its day as sent.
    pub date: String,
}

impl Envelope {
    /// Reads the head of a mail.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Self {
        let (head, _) = entity::split_head(bytes);
        let head = entity::readable_head(head);
        let mut envelope = Envelope::default();
        if let Some(parsed) = MessageParser::default().parse_headers(head.as_ref()) {
            envelope.from = only_sender(&parsed);
            let subject = parsed.subject().unwrap_or_default().trim().to_lowercase();
            let text = String::from_utf8_lossy(&head);
            envelope.take_fields(&text, &subject);
        }
        envelope
    }

    fn take_fields(&mut self, head: &str, subject: &str) {
        self.answers = ids(&field(head, "in-reply-to").unwrap_or_default());
        let mut older = ids(&field(head, "references").unwrap_or_default());
        older.reverse();
        older.retain(|id| !self.answers.contains(id));
        self.answers.extend(older);
        self.answers.truncate(MOST_ANSWERED);
        self.no_return = field(head, "return-path").is_some_and(|path| path.replace(' ', "") == "<>");
        self.names_failed = field(head, "x-failed-recipients").is_some();
        self.date =
            field(head, "date").map(|date| plain::clip(&plain::tidy(&date), 100).0.to_owned()).unwrap_or_default();
        self.automatic = automatic(head, subject).or(self.no_return.then_some(Automatic::Other));
    }
}

fn automatic(head: &str, subject: &str) -> Option<Automatic> {
    let first = |name: &str| {
        let value = field(head, name)?.to_lowercase();
        Some(value.split([';', ' ', '(']).next().unwrap_or_default().to_owned())
    };
    match first("auto-submitted").as_deref() {
        Some("auto-replied") => return Some(Automatic::Reply),
        Some("no" | "") | None => {}
        Some(_) => return Some(Automatic::Other),
    }
    let answers = ["x-autoreply", "x-autorespond", "x-autoresponse", "x-auto-reply"];
    if answers.iter().any(|name| first(name).is_some_and(|value| value != "no")) {
        return Some(Automatic::Reply);
    }
    match first("precedence").as_deref() {
        Some("auto_reply" | "auto-reply") => return Some(Automatic::Reply),
        Some("bulk" | "junk" | "list") => return Some(Automatic::Other),
        _ => {}
    }
    ABSENT.iter().any(|beginning| subject.starts_with(beginning)).then_some(Automatic::Reply)
}

/// The address of From, when there is exactly one field with exactly one address.
fn only_sender(parsed: &mail_parser::Message<'_>) -> Option<String> {
    let mut fields = parsed.headers().iter().filter(|header| header.name == HeaderName::From);
    let (field, another) = (fields.next()?, fields.next());
    let HeaderValue::Address(address) = &field.value else { return None };
    let mut addresses = address.iter();
    let (one, second) = (addresses.next()?, addresses.next());
    if another.is_some() || second.is_some() {
        return None;
    }
    let text = one.address.as_deref()?.trim().to_lowercase();
    rulebook::report::problems::is_mail_address(&text).then_some(text)
}

/// The first field of this name (lower case), its folded lines in one.
pub fn field(head: &str, name: &str) -> Option<String> {
    let mut value: Option<String> = None;
    for line in head.lines() {
        let folded = line.starts_with([' ', '\t']);
        match &mut value {
            Some(value) if folded => {
                value.push(' ');
                value.push_str(line.trim());
            }
            Some(_) => break,
            None if !folded => {
                let Some((found, rest)) = line.split_once(':') else { continue };
                if found.trim_end().eq_ignore_ascii_case(name) {
                    value = Some(rest.trim().to_owned());
                }
            }
            None => {}
        }
    }
    value
}

/// The ids between brackets in a text, without the brackets.
pub fn ids(text: &str) -> Vec<String> {
    let usable = |id: &str| {
        !id.is_empty() && id.len() <= LONGEST_ID && id.chars().all(|c| c.is_ascii_graphic() && c != '<' && c != '>')
    };
    let between = text.split('<').skip(1).filter_map(|rest| rest.split_once('>').map(|(id, _)| id.trim()));
    between.filter(|id| usable(id)).take(MOST_ANSWERED).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(head: &str) -> Envelope {
        Envelope::read(format!("{head}\r\n\r\nbody").as_bytes())
    }

    #[test]
    fn the_nearest_answered_mail_comes_first() {
        let envelope =
            read("From: Homura <Homura@Hinomi.example>\r\nReferences: <a@x>\r\n <b@x> <c@x>\r\nIn-Reply-To: <c@x>");
        assert_eq!(envelope.answers, ["c@x", "b@x", "a@x"]);
        assert_eq!(envelope.from.as_deref(), Some("homura@hinomi.example"));
    }

    #[test]
    fn with_several_senders_nobody_knows_who_writes() {
        for head in [
            "From: a@x.example, b@x.example",
            "From: a@x.example\r\nFrom: b@x.example",
            "From: nobody",
            "From: =?utf-8?q?a=40x.example?=",
            "Subject: x",
        ] {
            assert_eq!(read(head).from, None, "{head}");
        }
    }

    #[test]
    fn machines_are_known_by_what_they_say() {
        for (head, expected) in [
            ("Auto-Submitted: no", None),
            ("Auto-Submitted: auto-replied (vacation)", Some(Automatic::Reply)),
            ("Auto-Submitted: auto-generated", Some(Automatic::Other)),
            ("Precedence: bulk", Some(Automatic::Other)),
            ("X-Autoreply: yes", Some(Automatic::Reply)),
            ("Return-Path: <>", Some(Automatic::Other)),
            ("Return-Path: <a@x.example>", None),
            ("Subject: Out of Office: until Monday", Some(Automatic::Reply)),
            ("Subject: =?UTF-8?B?6Ieq5YuV5b+c562U77ya5LiN5Zyo?=", Some(Automatic::Reply)),
            ("Subject: Re: out of office hours", None),
        ] {
            assert_eq!(read(head).automatic, expected, "{head}");
        }
    }

    #[test]
    fn many_and_long_ids_are_bounded() {
        let many: String = (0..5000).map(|i| format!("<{i}@x>\r\n ")).collect();
        let envelope = read(&format!("From: a@x.example\r\nReferences: {many}<{}@x>", "y".repeat(2000)));
        assert!(envelope.answers.len() <= MOST_ANSWERED);
        assert!(envelope.answers.iter().all(|id| id.len() <= LONGEST_ID));
    }
}
