//! Filling in forms as a person does: what stands in them, what is changed, and sending them.

use crate::common::{Browser, Reply};

/// What a form holds as the page shows it, in order.
#[derive(Clone, Debug)]
pub struct Paper {
    pub action: String,
    /// Whether it takes files.
    pub files: bool,
    pub fields: Vec<(String, String)>,
}

/// The form of a page with this id.
pub fn form(reply: &Reply, id: &str) -> Paper {
    let html = reply.text();
    let marker = format!("id=\"{id}\"");
    let tag = html.split("<form").skip(1).find(|form| form.split('>').next().is_some_and(|tag| tag.contains(&marker)));
    let form = tag.unwrap_or_else(|| panic!("no form {id} in {html}"));
    let form = form.split("</form>").next().unwrap_or_default();
    let tag = form.split('>').next().unwrap_or_default();
    let (action, files) = (attribute(tag, "action").unwrap_or_default(), tag.contains("multipart/form-data"));
    Paper { action, files, fields: fields(form) }
}

/// Whether a page has a form with this id.
pub fn has_form(reply: &Reply, id: &str) -> bool {
    reply.text().contains(&format!("id=\"{id}\""))
}

fn fields(form: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (at, _) in form.match_indices('<') {
        let rest = &form[at + 1..];
        let tag = rest.split('>').next().unwrap_or_default();
        let Some(name) = attribute(tag, "name") else { continue };
        if tag.starts_with("input") {
            let boxed = tag.contains("type=\"checkbox\"") || tag.contains("type=\"radio\"");
            if !boxed || tag.ends_with(" checked") || tag.contains(" checked ") {
                found.push((name, attribute(tag, "value").unwrap_or_default()));
            }
        } else if tag.starts_with("textarea") {
            let text =
                rest.split_once('>').map_or("", |(_, text)| text).split("</textarea>").next().unwrap_or_default();
            found.push((name, unescape(text.strip_prefix('\n').unwrap_or(text))));
        } else if tag.starts_with("select") {
            let options = rest.split("</select>").next().unwrap_or_default();
            let chosen = options.split("<option").skip(1).find(|option| option.contains(" selected"));
            let chosen = chosen.or_else(|| options.split("<option").nth(1)).unwrap_or_default();
            found.push((name, attribute(chosen.split('>').next().unwrap_or_default(), "value").unwrap_or_default()));
        }
    }
    found
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let start = format!(" {name}=\"");
    let value = tag.split(&start).nth(1)?.split('"').next()?;
    Some(unescape(value))
}

fn unescape(text: &str) -> String {
    let pairs = [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">")];
    let text = pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to));
    text.replace("&quot;", "\"").replace("&#38;", "&").replace("&amp;", "&")
}

impl Paper {
    /// Writes into a field, or ticks a box.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        match self.fields.iter_mut().find(|(found, _)| found == name) {
            Some(field) => field.1 = value.to_owned(),
            None => self.fields.push((name.to_owned(), value.to_owned())),
        }
        self
    }

    /// Ticks one more box of a name.
    pub fn tick(mut self, name: &str, value: &str) -> Self {
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Takes a field or a tick away.
    pub fn without(mut self, name: &str) -> Self {
        self.fields.retain(|(found, _)| found != name);
        self
    }

    /// What stands in a field.
    pub fn value(&self, name: &str) -> &str {
        self.fields.iter().find(|(found, _)| found == name).map_or("", |(_, value)| value)
    }

    /// All values of a name.
    pub fn values(&self, name: &str) -> Vec<&str> {
        self.fields.iter().filter(|(found, _)| found == name).map(|(_, value)| value.as_str()).collect()
    }

    /// Sends it.
    pub async fn send(&self, browser: &mut Browser) -> Reply {
        let fields: Vec<(&str, &str)> =
            self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        if self.files {
            let texts: Vec<_> = fields.into_iter().filter(|(name, _)| *name != "attachments").collect();
            return browser.post_files_bare(&self.action, &texts, &[]).await;
        }
        browser.post_bare(&self.action, &fields).await
    }

    /// Sends it and reads the page that it leads to.
    pub async fn done(&self, browser: &mut Browser) -> Reply {
        let reply = self.send(browser).await;
        assert_eq!(reply.status, 303, "{}", words(&reply));
        let page = browser.follow(reply).await;
        assert_eq!(page.status, 200);
        assert!(page.text().contains("notice-success"), "the page says what was done");
        page
    }
}

/// The words of a page without its markup, for messages of tests.
pub fn words(reply: &Reply) -> String {
    let html = reply.text();
    let main = html.split("<main").nth(1).unwrap_or(&html).to_owned();
    let mut words = String::new();
    for part in main.split('<') {
        words.push_str(part.split_once('>').map_or("", |(_, text)| text).trim());
        words.push(' ');
    }
    unescape(&words)
}
