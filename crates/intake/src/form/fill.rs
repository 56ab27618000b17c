//! From answers to the rulebook's form, with what cannot be used named item by item.

use rulebook::report::form::{Answer, MAX_LINE, MAX_TEXT, ReportForm, ReportKind};
use rulebook::report::problems::{Fault, FormItem, Problem, is_mail_address};
use rulebook::text::Language;

use super::items::{Item, Shape};
use super::{Entry, Reading, day, ticks};
use crate::plain;

/// A filled form, and what only the reader of the text can see about it.
#[derive(Debug, Default)]
pub struct Filled {
    /// The form.
    pub form: ReportForm,
    /// Answers that say two things, cannot be used or were cut.
    pub problems: Vec<Problem>,
    /// A usable spelling of an address that is not usable as written.
    pub proposed_email: Option<String>,
}

/// Puts the answers of a text into a form of this kind. `damaged` texts contain U+FFFD where bytes were lost.
#[must_use]
pub fn fill(reading: &Reading, kind: ReportKind, damaged: bool) -> Filled {
    let mut filled = Filled::default();
    filled.form.kind = kind;
    filled.form.language = if reading.english * 2 > reading.items() { Language::En } else { Language::Ja };
    for entry in &reading.entries {
        if damaged && entry.value.contains('\u{fffd}') {
            filled.problem(entry.item.form_item(), Fault::Unusable);
        }
        filled.answer(entry);
    }
    for line in &reading.unplaced {
        append(&mut filled.form.notes, line);
    }
    filled.check_elsewhere();
    filled.bound();
    filled
}

impl Filled {
    fn problem(&mut self, item: FormItem, fault: Fault) {
        self.problems.push(Problem { item, fault });
    }

    fn answer(&mut self, entry: &Entry) {
        match entry.item.shape() {
            Shape::Heading => {}
            Shape::Choice => self.choice(entry),
            Shape::Line => self.line(entry, &one_line(&entry.value)),
            Shape::Lines | Shape::Text => self.text(entry.item, entry.value.trim()),
        }
    }

    fn choice(&mut self, entry: &Entry) {
        let value = entry.value.as_str();
        let form = &mut self.form;
        let answer = match entry.item {
            Item::ShareIdentity => &mut form.consents.share_identity,
            Item::DirectContact => &mut form.consents.direct_contact,
            Item::PublishName => &mut form.consents.publish_name,
            Item::ReportedElsewhere => &mut form.reported_elsewhere,
            Item::Encryption => &mut form.encryption,
            Item::AllUsersTold => &mut form.all_users_told,
            Item::Source => {
                form.source = ticks::source(value).choice;
                return;
            }
            Item::Coordination => {
                let ticked = ticks::coordination(value);
                form.coordination = ticked.choice.filter(|_| !ticked.contradiction);
                if ticked.contradiction {
                    self.problem(FormItem::ReportedElsewhere, Fault::Contradiction);
                }
                return;
            }
            _ => return self.reproducibility(value),
        };
        let (said, unusable) = ticks::answer(value);
        *answer = merged(*answer, said);
        let asked = !matches!(entry.item, Item::Encryption | Item::AllUsersTold);
        if unusable && asked {
            self.problem(entry.item.form_item(), Fault::Unusable);
        }
    }

    fn reproducibility(&mut self, value: &str) {
        let ticked = ticks::reproducibility(value);
        self.form.reproducibility = ticked.choice.filter(|_| !ticked.contradiction);
        if ticked.contradiction {
            self.problem(FormItem::Steps, Fault::Contradiction);
        } else if ticked.unusable {
            append(&mut self.form.reproducibility_note, value.trim());
        }
    }

    fn line(&mut self, entry: &Entry, value: &str) {
        if value.is_empty() {
            return;
        }
        let form = &mut self.form;
        let field = match entry.item {
            Item::FinderName | Item::DeveloperName => &mut form.finder_name,
            Item::Affiliation | Item::PersonInCharge => &mut form.affiliation,
            Item::Phone => &mut form.phone,
            Item::Email => return self.email(value),
            Item::CreditName => &mut form.credit_name,
            Item::Acknowledgement if says_none(value) => return append(&mut form.notes, &labelled(entry, value)),
            Item::Acknowledgement => &mut form.credit_name,
            Item::ProductHeading | Item::ProductName => &mut form.product_name,
            Item::ProductLanguage => &mut form.product_language,
            Item::Developer => &mut form.developer,
            Item::WebsiteUrl => return add(&mut form.website_url, &whole_url(value), " "),
            Item::VulnerabilityKind => &mut form.vulnerability_kind,
            Item::CvssVector => return self.cvss(value),
            Item::OwnPage => return add(&mut form.own_page, &whole_url(value), " "),
            Item::WishedDay => return self.wished_day(entry, value),
            Item::ContactMethod if says_mail(value) => return,
            Item::ContactMethod => return append(&mut form.remarks, &labelled(entry, value)),
            _ => &mut form.notes,
        };
        add(field, value, " ");
    }

    fn text(&mut self, item: Item, value: &str) {
        let form = &mut self.form;
        let field = match item {
            Item::ProductVersion => &mut form.product_version,
            Item::PatchLevel => &mut form.patch_level,
            Item::Configuration => &mut form.configuration,
            Item::HowFound => &mut form.how_found,
            Item::WhyVulnerability => &mut form.why_vulnerability,
            Item::Steps => &mut form.steps,
            Item::ReproducibilityNote => &mut form.reproducibility_note,
            Item::Threat => &mut form.threat,
            Item::Workaround => &mut form.workaround,
            Item::Fix if form.kind != ReportKind::OwnProduct => &mut form.workaround,
            Item::Fix => &mut form.fix,
            Item::Proof => &mut form.proof,
            Item::ElsewhereDetails => &mut form.elsewhere_details,
            Item::Remarks => &mut form.remarks,
            _ => &mut form.notes,
        };
        append(field, value);
    }

    /// The address as written, or the one address that is plainly meant by `Name <address>`; never a changed one.
    fn email(&mut self, value: &str) {
        let mut meant = addresses(value);
        meant.dedup();
        match meant.as_slice() {
            [address] if self.form.email.is_empty() => self.form.email = (*address).to_owned(),
            _ => add(&mut self.form.email, value, " "),
        }
        if is_mail_address(&self.form.email) {
            return;
        }
        let narrowed = plain::nfkc(value);
        if let [address] = addresses(&narrowed).as_slice() {
            self.proposed_email = Some((*address).to_owned());
        }
    }

    /// The vector inside what was written (`8.0（CVSS:3.1/AV:…）`).
    fn cvss(&mut self, value: &str) {
        if says_none(value) {
            return;
        }
        let narrowed = plain::nfkc(value);
        let vector = narrowed.find("CVSS:").map(|at| &narrowed[at..]);
        let end =
            |text: &str| text.find(|c: char| !(c.is_ascii_alphanumeric() || "/:.".contains(c))).unwrap_or(text.len());
        match vector.map(|text| &text[..end(text)]).filter(|text| is_vector(text)) {
            Some(vector) => vector.clone_into(&mut self.form.cvss_vector),
            None => {
                value.clone_into(&mut self.form.cvss_vector);
                self.problem(FormItem::CvssVector, Fault::Unusable);
            }
        }
    }

    /// A day that cannot be read as one, or says more than a day, is kept as a note.
    fn wished_day(&mut self, entry: &Entry, value: &str) {
        let read = day::read(value);
        self.form.wished_day = read.map(|(date, _)| date);
        if !matches!(read, Some((_, true))) && !says_none(value) {
            append(&mut self.form.notes, &labelled(entry, value));
        }
    }

    /// "Not reported elsewhere" with a place where it was reported speaks against itself (Ⅳ.3.(1).2.イ).
    fn check_elsewhere(&mut self) {
        let details = self.form.elsewhere_details.trim();
        if self.form.reported_elsewhere == Answer::No && !details.is_empty() && !says_none(details) {
            self.problem(FormItem::ReportedElsewhere, Fault::Contradiction);
        }
    }

    /// Cuts what is too long for the form. The original is kept whole elsewhere.
    fn bound(&mut self) {
        let form = &mut self.form;
        let lines = [
            &mut form.finder_name,
            &mut form.affiliation,
            &mut form.phone,
            &mut form.email,
            &mut form.credit_name,
            &mut form.product_name,
            &mut form.product_language,
            &mut form.developer,
            &mut form.website_url,
            &mut form.vulnerability_kind,
            &mut form.cvss_vector,
            &mut form.own_page,
        ];
        let mut cut = false;
        for field in lines {
            cut |= shorten(field, MAX_LINE);
        }
        let texts = [
            &mut form.product_version,
            &mut form.patch_level,
            &mut form.configuration,
            &mut form.how_found,
            &mut form.why_vulnerability,
            &mut form.steps,
            &mut form.reproducibility_note,
            &mut form.threat,
            &mut form.workaround,
            &mut form.proof,
            &mut form.notes,
            &mut form.elsewhere_details,
            &mut form.remarks,
            &mut form.fix,
        ];
        for field in texts {
            cut |= shorten(field, MAX_TEXT);
        }
        if cut {
            self.problem(FormItem::TooLong, Fault::Unusable);
        }
    }
}

fn shorten(field: &mut String, most: usize) -> bool {
    let (kept, cut) = plain::clip(field, most);
    let length = kept.len();
    field.truncate(length);
    cut
}

/// Two answers to one question: equal, or a contradiction.
fn merged(before: Answer, now: Answer) -> Answer {
    match (before, now) {
        (Answer::Unanswered, answer) | (answer, Answer::Unanswered) => answer,
        (before, now) if before == now => now,
        _ => Answer::Both,
    }
}

fn append(field: &mut String, value: &str) {
    add(field, value, "\n");
}

fn add(field: &mut String, value: &str, between: &str) {
    if value.is_empty() {
        return;
    }
    if !field.is_empty() {
        field.push_str(between);
    }
    field.push_str(value);
}

/// An answer with its label, for a place where other things stand too.
fn labelled(entry: &Entry, value: &str) -> String {
    let colon = if entry.label.is_ascii() { ": " } else { "：" };
    format!("{}{colon}{value}", entry.label)
}

fn one_line(value: &str) -> String {
    let lines = value.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" ").replace('\t', " ")
}

/// An address that a mailer broke over two lines is one address; two addresses stay two.
fn whole_url(value: &str) -> String {
    let mut words = value.split(' ');
    let mut url = words.next().unwrap_or_default().to_owned();
    let broken = url.starts_with("http") && url.is_ascii();
    for word in words {
        let goes_on = broken && word.is_ascii() && !word.starts_with("http");
        if !goes_on {
            url.push(' ');
        }
        url.push_str(word);
    }
    url
}

/// Every mail address in a text, as written.
fn addresses(text: &str) -> Vec<&str> {
    let separates =
        |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '(' | ')' | '（' | '）' | ',' | ';' | '、' | '"');
    let words = text.split(separates).map(|word| word.strip_prefix("mailto:").unwrap_or(word));
    words.filter(|word| is_mail_address(word)).collect()
}

fn says_none(value: &str) -> bool {
    let said = plain::fold_label(value);
    said.is_empty()
        || ["なし", "無し", "特になし", "該当なし", "未定", "none", "na"]
            .iter()
            .any(|none| plain::fold_label(none) == said)
}

fn says_mail(value: &str) -> bool {
    ["電子メール", "メール", "Eメール", "e-mail", "mail"]
        .iter()
        .any(|mail| plain::fold_label(mail) == plain::fold_label(value))
}

/// `CVSS:3.1/AV:N/…` by its shape alone.
fn is_vector(text: &str) -> bool {
    let mut parts = text.split('/');
    let versioned = parts.next().is_some_and(|first| first.len() > "CVSS:".len());
    let mut metrics = 0;
    let sound = parts.all(|part| {
        metrics += 1;
        part.split_once(':').is_some_and(|(name, value)| !name.is_empty() && !value.is_empty() && !value.contains(':'))
    });
    versioned && sound && metrics >= 6
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(text: &str, kind: ReportKind) -> Filled {
        fill(&crate::form::read(text), kind, false)
    }

    #[test]
    fn an_address_is_proposed_never_changed() {
        let full = filled("電子メールアドレス：homura＠hinomi．example", ReportKind::Product);
        assert_eq!(full.form.email, "homura＠hinomi．example");
        assert_eq!(full.proposed_email.as_deref(), Some("homura@hinomi.example"));
        let named = filled("電子メールアドレス：焔 <homura@hinomi.example>", ReportKind::Product);
        assert_eq!((named.form.email.as_str(), named.proposed_email), ("homura@hinomi.example", None));
        let two = filled("電子メールアドレス：a@hinomi.example、b@hinomi.example", ReportKind::Product);
        assert_eq!(two.form.email, "a@hinomi.example、b@hinomi.example");
    }

    #[test]
    fn a_vector_is_found_or_called_unusable() {
        let vector = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
        let found = filled(&format!("CVSS 基本値：9.8（{vector}）"), ReportKind::OwnProduct);
        assert_eq!((found.form.cvss_vector.as_str(), found.problems.len()), (vector, 0));
        let bare = filled("CVSS 基本値：9.8", ReportKind::OwnProduct);
        assert_eq!(bare.problems, [Problem { item: FormItem::CvssVector, fault: Fault::Unusable }]);
    }

    #[test]
    fn what_has_no_field_is_kept_as_a_note() {
        let own = filled("希望する公表日：12月中旬\n謝辞：なし（自社で発見）", ReportKind::OwnProduct);
        assert_eq!(own.form.wished_day, None);
        assert_eq!(own.form.notes, "希望する公表日：12月中旬\n謝辞：なし（自社で発見）");
    }

    #[test]
    fn two_statements_about_others_contradict() {
        let form = filled("1) 届出の有無：[x] なし [ ] あり\n2) 届出先と状況：開発者へ連絡した", ReportKind::Product);
        assert_eq!(form.problems, [Problem { item: FormItem::ReportedElsewhere, fault: Fault::Contradiction }]);
    }

    #[test]
    fn long_answers_are_cut_at_a_character() {
        let long = filled(&format!("名称：{}", "火".repeat(MAX_LINE + 1)), ReportKind::Product);
        assert_eq!(long.form.product_name.chars().count(), MAX_LINE);
        assert_eq!(long.problems, [Problem { item: FormItem::TooLong, fault: Fault::Unusable }]);
    }
}
