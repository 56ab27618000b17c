//! Mails that say that another mail did not arrive: delivery status notifications (RFC 3464), and the many that were
//! written before them or beside them.

use super::entity::Entity;
use super::envelope::{self, Envelope};
use crate::{Limits, charset};

/// Words in the subject of a notice, in lower case.
const FAILED: [&str; 14] = [
    "undeliver",
    "returned mail",
    "returned to sender",
    "failure notice",
    "delivery failure",
    "delivery failed",
    "delivery has failed",
    "mail delivery",
    "delivery status notification",
    "could not be delivered",
    "配信不能",
    "配信できません",
    "未配信",
    "不達",
];
/// Words that say that delivery is tried again.
const DELAYED: [&str; 3] = ["delay", "warning", "遅延"];
/// Local parts of addresses that such notices come from.
const DAEMONS: [&str; 3] = ["mailer-daemon", "postmaster", "mail-daemon"];

/// Our mails have one recipient each; more groups of fields than these are noise.
const MOST_GROUPS: usize = 50;

/// A notice that a mail did not arrive, or not yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bounce {
    /// Message-IDs that it names as those of the mail that did not arrive.
    pub ids: Vec<String>,
    /// Nobody tries any more; else the mail is only late, or it arrived.
    pub failed: bool,
    /// Status code such as `5.1.1` (RFC 3463), where one is given.
    pub status: Option<String>,
}

/// Reads a notice, if the mail is one.
#[must_use]
pub fn read(bytes: &[u8], envelope: &Envelope, subject: &str, texts: &[String], limits: &Limits) -> Option<Bounce> {
    let root = Entity::read(bytes);
    let mut found = Found::default();
    found.visit(&root, 0, limits);
    if let Some(actions) = found.actions {
        let failed = actions.iter().any(|action| action == "failed")
            || actions.is_empty() && found.status.as_ref().is_some_and(|status| status.starts_with('5'));
        return Some(Bounce { ids: found.ids, failed, status: found.status });
    }
    let subject = subject.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| subject.contains(word));
    let local = envelope.from.as_deref().and_then(|from| from.split('@').next());
    let daemon = local.is_some_and(|local| DAEMONS.contains(&local));
    let likely = envelope.names_failed || says(&FAILED) && (daemon || envelope.no_return);
    if !likely {
        return None;
    }
    let mut ids = found.ids;
    ids.extend(texts.iter().flat_map(|text| ids_in_text(text)));
    Some(Bounce { ids, failed: !says(&DELAYED), status: None })
}

#[derive(Default)]
struct Found {
    parts: usize,
    ids: Vec<String>,
    /// Actions of the recipients; there only when the mail has a delivery status.
    actions: Option<Vec<String>>,
    status: Option<String>,
}

impl Found {
    fn visit(&mut self, entity: &Entity<'_>, depth: usize, limits: &Limits) {
        self.parts += 1;
        if self.parts > limits.parts || depth > limits.depth {
            return;
        }
        match entity.media_type().as_str() {
            "message/delivery-status" | "message/global-delivery-status" => self.status_of(entity),
            "message/rfc822"
            | "message/global"
            | "text/rfc822-headers"
            | "message/rfc822-headers"
            | "message/global-headers" => {
                let (content, _) = entity.content();
                self.ids.extend(Entity::read(&content).message_id);
            }
            _ => {
                for part in entity.parts(limits.parts).unwrap_or_default() {
                    self.visit(&Entity::read(part), depth + 1, limits);
                }
            }
        }
    }

    fn status_of(&mut self, entity: &Entity<'_>) {
        let (content, _) = entity.content();
        let (head, _) = charset::head(&content, 64 * 1024);
        let text = String::from_utf8_lossy(head);
        let actions = self.actions.get_or_insert_default();
        // Groups of fields stand apart by empty lines: one for the mail, one for each recipient.
        for group in text.replace("\r\n", "\n").split("\n\n").take(MOST_GROUPS) {
            if let Some(action) = envelope::field(group, "action") {
                actions.push(action.to_lowercase());
            }
            let status = envelope::field(group, "status").filter(|status| is_status(status));
            self.status = self.status.take().or(status);
        }
    }
}

/// `5.1.1`, perhaps with words after it (RFC 3463).
fn is_status(text: &str) -> bool {
    let code = text.split_whitespace().next().unwrap_or_default();
    code.len() <= 11 && code.split('.').count() == 3 && code.chars().all(|c| c.is_ascii_digit() || c == '.')
}

/// Message-IDs in the lines of a quoted head; the id may stand on the next line.
fn ids_in_text(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut lines = text.lines().map(|line| line.trim_start_matches(['>', '|', ' ', '\t'])).peekable();
    while let Some(line) = lines.next() {
        let Some((name, rest)) = line.split_once(':') else { continue };
        if !name.eq_ignore_ascii_case("message-id") {
            continue;
        }
        let rest = if rest.trim().is_empty() { lines.peek().copied().unwrap_or_default() } else { rest };
        found.extend(envelope::ids(rest));
        if found.len() > 20 {
            break;
        }
    }
    found
}
