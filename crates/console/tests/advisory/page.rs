//! The editor as a browser uses it: the form with all that it holds, sent back with what was typed.

use std::collections::BTreeMap;
use std::sync::Arc;

use console::advisory::AdvisoryPreview;
use portal::{PortalState, Setup};
use ui::{Frame, Lang};

use crate::common::scene::{Matter, Scene};
use crate::common::{BASE, Browser, Place, Reply, World};

/// The public site's page, as the program puts it into the console.
struct PortalPage(PortalState);

impl AdvisoryPreview for PortalPage {
    fn render(&self, document_json: &str, _: Lang, frame: Frame) -> Option<String> {
        portal::preview(&self.0, document_json.as_bytes(), frame)
    }
}

/// A scene whose console has a preview.
pub async fn scene(place: &Place) -> Scene {
    let mut world = World::open(place).await;
    let clock = world.clock.clone();
    let setup = Setup {
        folder: world.office.published().to_owned(),
        site: world.console.site.clone(),
        base_url: BASE.into(),
        demo: None,
        scratch: None,
        now: Arc::new(move || casework::clock::Clock::now(&clock)),
    };
    world.console = world.console.clone().with_preview(PortalPage(PortalState::open(setup)));
    world.app = console::routes(world.console.clone());
    Scene::play(world).await
}

/// Where the editor of a case is.
pub fn way(matter: &Matter, rest: &str) -> String {
    format!("/ja/desk/cases/{}/advisory{rest}", matter.number)
}

/// The fields of the editor's form, by name.
pub type Typed = BTreeMap<String, String>;

/// The form of the text as the page has it.
pub fn typed(page: &Reply) -> Typed {
    let html = page.text();
    let form = html.split("id=\"text\"").nth(1).and_then(|rest| rest.split("</form>").next()).expect("the text's form");
    let mut fields = Typed::new();
    for tag in form.split("<input").skip(1).map(|rest| rest.split('>').next().unwrap_or_default()) {
        let ticked = !tag.contains("type=\"checkbox\"") || tag.contains(" checked");
        if let Some(name) = attribute(tag, "name").filter(|_| ticked) {
            fields.insert(name, attribute(tag, "value").unwrap_or_default());
        }
    }
    for rest in form.split("<textarea").skip(1) {
        let (tag, rest) = rest.split_once('>').expect("a tag");
        let text = rest.split("</textarea>").next().unwrap_or_default();
        // A browser leaves out the line break after the tag (HTML, 13.2.6.4.7).
        fields.insert(attribute(tag, "name").expect("a name"), plain(text.strip_prefix('\n').unwrap_or(text)));
    }
    for rest in form.split("<select").skip(1) {
        let (tag, rest) = rest.split_once('>').expect("a tag");
        let options: Vec<&str> = rest.split("</select>").next().unwrap_or_default().split("<option").skip(1).collect();
        let chosen = options.iter().find(|option| option.contains(" selected")).or(options.first());
        let value = chosen.and_then(|option| attribute(option, "value")).unwrap_or_default();
        fields.insert(attribute(tag, "name").expect("a name"), value);
    }
    fields.remove("csrf");
    fields
}

/// Sends a form.
pub async fn post(browser: &mut Browser, path: &str, fields: &Typed) -> Reply {
    let pairs: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post(path, &pairs).await
}

/// Opens the editor, types, and saves.
pub async fn save(browser: &mut Browser, matter: &Matter, new: &[(&str, &str)]) -> Reply {
    let page = browser.get(&way(matter, "")).await;
    assert_eq!(page.status, 200);
    let mut fields = typed(&page);
    fields.extend(new.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    post(browser, &way(matter, ""), &fields).await
}

/// Presses the button of one of the steps on the newest page.
pub async fn press(browser: &mut Browser, matter: &Matter, step: &str, more: &[(&str, &str)]) -> Reply {
    let seen = browser.get(&way(matter, "")).await.seen();
    let mut fields = vec![("seen", seen.as_str())];
    fields.extend_from_slice(more);
    browser.post(&way(matter, step), &fields).await
}

/// Everything that a publication needs, in both languages.
pub const WHOLE: [(&str, &str); 14] = [
    ("title_ja", "みはらしメールにおけるクロスサイト・スクリプティングの脆弱性"),
    ("title_en", "Miharashi Mail vulnerable to cross-site scripting"),
    ("overview_ja", "みはらしメールには脆弱性が存在します。"),
    ("overview_en", "Miharashi Mail contains a vulnerability."),
    ("impact_ja", "任意のスクリプトが実行されます。"),
    ("impact_en", "An arbitrary script may be executed."),
    ("solution_ja", "アップデートしてください。"),
    ("solution_en", "Update the software."),
    ("vendor-0", "株式会社みはらしソフト"),
    ("product-0", "みはらしメール"),
    ("from-0", "3.2.0"),
    ("to-0", "3.4.2"),
    ("bound-0", "fixed"),
    ("cvss-0", "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N"),
];

fn attribute(tag: &str, name: &str) -> Option<String> {
    let value = tag.split(&format!(" {name}=\"")).nth(1)?.split('"').next()?;
    Some(plain(value))
}

fn plain(text: &str) -> String {
    let pairs = [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&")];
    pairs.into_iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}
