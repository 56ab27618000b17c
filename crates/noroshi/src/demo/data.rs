//! What the demo is made of: kinds of vulnerabilities, developers, finders, cases. Tables in `data/`, all invented.

use std::collections::BTreeMap;

use rulebook::report::Condition;
use rulebook::report::form::{Answer, Consents};
use rulebook::text::{Language, Localized};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::sites::SiteStory;
use crate::failure::{Failure, Outcome};

/// A kind of vulnerability, with what people say about one of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    /// CWE number.
    pub cwe: u32,
    /// CVSS vector.
    pub vector: String,
    /// Name.
    pub name: Localized,
    /// Name inside an English title.
    pub title_en: String,
    /// Steps to reproduce.
    pub steps: Localized,
    /// What a finder fears.
    pub threat: Localized,
    /// What helps meanwhile.
    pub workaround: Localized,
    /// What an advisory says of the impact.
    pub impact: Localized,
}

/// A product.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Product {
    /// Its key after the developer's.
    pub key: String,
    /// Name in Japanese.
    pub ja: String,
    /// Name in English.
    pub en: String,
    /// First affected version; empty: from the beginning.
    pub from: String,
    /// First version that is fixed.
    pub fixed: String,
    /// Name among platforms; empty where nobody has given one.
    #[serde(default)]
    pub cpe: String,
    /// Package URL; empty for what is no package.
    #[serde(default)]
    pub purl: String,
}

/// A developer of the register.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Maker {
    pub name: String,
    pub name_en: String,
    pub reading: String,
    pub manager: String,
    pub mail: String,
    pub phone: String,
    pub address: String,
    pub website: String,
    pub listed: bool,
    #[serde(default)]
    pub direct: String,
    #[serde(default)]
    pub language: Language,
    #[serde(default)]
    pub notes: String,
    /// The first is the one that it is known for.
    pub products: Vec<Product>,
}

/// A finder.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    pub name: String,
    pub affiliation: String,
    pub phone: String,
    pub mail: String,
    /// `sdp`, a capital for yes: share identity, direct contact, publish name.
    consents: String,
    /// The name to publish, as each language writes it.
    pub credit: Localized,
    #[serde(default)]
    pub language: Language,
}

/// How far a case has come, in the order of the road.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Goal {
    NeedsReading,
    Received,
    Website,
    Rejected,
    Accepted,
    HandedOver,
    Contacted,
    Confirmed,
    DetailsSent,
    Verified,
    DateAgreed,
    Drafted,
    Previewed,
    Approved,
    CoSigned,
    Published,
    Updated,
}

/// What else happened in a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Extra {
    /// A file came with the report.
    Attachment,
    /// The desk asked the finder.
    Question,
    /// And the finder answered.
    Answered,
    /// The finder asked how things are.
    Talk,
    /// Somebody took it.
    Owner,
    /// Somebody noted something.
    Note,
    /// It was marked as of large influence.
    High,
    /// Nobody rated it yet.
    Unrated,
    /// The two bodies wrote to each other.
    Bodies,
    /// Coordinator and developer wrote to each other.
    Message,
    /// The agreed day was moved.
    DayChanged,
}

/// How far the ladder for a developer that does not answer was gone (付録5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ladder {
    /// The checklist was worked through.
    Searched,
    /// A letter was sent.
    Written,
    /// It was tried three times.
    Tried,
    /// Its name is listed.
    Name,
    /// Its product as well.
    Product,
    /// With a deadline.
    Deadline,
}

/// What came of the ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Then {
    /// Somebody got in touch.
    Resumed,
    /// The handling ended, and it came off the list.
    Removed,
}

/// How far a judgement on publication has come, because the developer refuses (Ⅳ.3.(2)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Judged {
    /// The committee is convened, and votes are waited for.
    Waiting,
    /// It is decided.
    Decided,
}

/// What a developer answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answers {
    #[default]
    Affected,
    NotAffected,
    Investigating,
    /// It was written to and says nothing.
    Silent,
    /// Nothing arrives.
    Unreachable,
    CannotReproduce,
    NeedsMore,
    OtherProduct,
    NotVulnerability,
}

/// A case, from its report on.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Story {
    /// So many days ago its report came.
    pub days: i64,
    /// How far it has come.
    pub to: Goal,
    #[serde(default)]
    pub kind: String,
    /// `developer/product`.
    #[serde(default)]
    pub product: String,
    /// Where in the product.
    #[serde(default, rename = "where")]
    pub place: Localized,
    #[serde(default)]
    pub finder: String,
    /// `developer` or `developer:answer`; the product's developer when empty.
    #[serde(default)]
    pub developers: Vec<String>,
    #[serde(default)]
    pub with: Vec<Extra>,
    /// The condition that failed.
    pub fails: Option<Condition>,
    /// Address of a web site, for the website track.
    #[serde(default)]
    pub site: String,
    /// A developer reports on its own product.
    #[serde(default)]
    pub own: bool,
    /// So many days after the report it wishes to publish.
    #[serde(default)]
    pub wished: i64,
    /// The report came as this file.
    #[serde(default)]
    pub file: String,
    /// Its developer never answers: how far the ladder was gone.
    pub ladder: Option<Ladder>,
    /// What came of the ladder, if anything did.
    pub then: Option<Then>,
    /// The developer refuses the publication: how far the judgement has come.
    pub judged: Option<Judged>,
}

#[derive(Deserialize)]
struct Stories {
    case: Vec<Story>,
}

#[derive(Deserialize)]
struct SiteStories {
    site: Vec<SiteStory>,
}

/// Everything.
pub struct World {
    pub kinds: BTreeMap<String, Kind>,
    pub makers: BTreeMap<String, Maker>,
    pub people: BTreeMap<String, Person>,
    pub stories: Vec<Story>,
    pub sites: Vec<SiteStory>,
}

impl World {
    /// Reads the tables that are built in.
    ///
    /// # Errors
    /// When a table is broken; a test reads them.
    pub fn read() -> Outcome<World> {
        let mut makers: BTreeMap<String, Maker> = table(include_str!("data/developers-1.toml"))?;
        makers.extend(table::<BTreeMap<String, Maker>>(include_str!("data/developers-2.toml"))?);
        makers.extend(table::<BTreeMap<String, Maker>>(include_str!("data/developers-3.toml"))?);
        let files = [
            include_str!("data/cases-1.toml"),
            include_str!("data/cases-2.toml"),
            include_str!("data/cases-3.toml"),
            include_str!("data/cases-4.toml"),
            include_str!("data/cases-5.toml"),
        ];
        let mut stories = Vec::new();
        for file in files {
            stories.extend(table::<Stories>(file)?.case);
        }
        let (kinds, people) = (table(include_str!("data/kinds.toml"))?, table(include_str!("data/finders.toml"))?);
        let sites = table::<SiteStories>(include_str!("data/sites.toml"))?.site;
        Ok(World { kinds, makers, people, stories, sites })
    }

    /// The kind of a case.
    pub fn kind(&self, story: &Story) -> Outcome<&Kind> {
        self.kind_of(&story.kind)
    }

    /// A kind by its key.
    pub fn kind_of(&self, key: &str) -> Outcome<&Kind> {
        self.kinds.get(key).ok_or_else(|| missing(key))
    }

    /// A developer by its key.
    pub fn maker(&self, key: &str) -> Outcome<&Maker> {
        self.makers.get(key).ok_or_else(|| missing(key))
    }

    /// A finder by its key.
    pub fn person(&self, key: &str) -> Outcome<&Person> {
        self.people.get(key).ok_or_else(|| missing(key))
    }

    /// The product of a case with its developer.
    pub fn product(&self, story: &Story) -> Outcome<(&Maker, &Product)> {
        let (maker, product) = story.product.split_once('/').ok_or_else(|| missing(&story.product))?;
        let maker = self.maker(maker)?;
        let found = maker.products.iter().find(|one| one.key == product);
        Ok((maker, found.ok_or_else(|| missing(&story.product))?))
    }

    /// The product of a developer in a case: the case's own, or what it is known for.
    pub fn product_of<'a>(&'a self, story: &Story, developer: &str) -> Outcome<&'a Product> {
        if story.product.split('/').next() == Some(developer) {
            return Ok(self.product(story)?.1);
        }
        self.maker(developer)?.products.first().ok_or_else(|| missing(developer))
    }
}

impl Story {
    /// Whether something happened in it.
    pub fn has(&self, extra: Extra) -> bool {
        self.with.contains(&extra)
    }

    /// Its developers with their answers.
    pub fn asked(&self) -> Outcome<Vec<(String, Answers)>> {
        if self.developers.is_empty() {
            let maker = self.product.split('/').next().unwrap_or_default();
            return Ok(vec![(maker.to_owned(), Answers::Affected)]);
        }
        self.developers.iter().map(|developer| answer(developer)).collect()
    }
}

impl Person {
    /// The three consents.
    pub fn consents(&self) -> Consents {
        let yes = |letter: char| Answer::from(self.consents.contains(letter));
        Consents { share_identity: yes('S'), direct_contact: yes('D'), publish_name: yes('P') }
    }
}

impl Product {
    /// The name in a language.
    pub fn name(&self, language: Language) -> &str {
        match language {
            Language::Ja => &self.ja,
            Language::En => &self.en,
        }
    }

    /// The name as its developer states it for readers of both languages.
    pub fn full_name(&self) -> String {
        if self.ja == self.en { self.ja.clone() } else { format!("{}（{}）", self.ja, self.en) }
    }

    /// The affected versions, as a person writes them.
    pub fn versions(&self, language: Language) -> String {
        match (language, self.from.as_str()) {
            (Language::Ja, "") => format!("{}より前のバージョン", self.fixed),
            (Language::Ja, from) => format!("{from}以上{}未満", self.fixed),
            (Language::En, "") => format!("prior to {}", self.fixed),
            (Language::En, from) => format!("{from} and later, prior to {}", self.fixed),
        }
    }
}

fn answer(text: &str) -> Outcome<(String, Answers)> {
    let Some((developer, word)) = text.split_once(':') else { return Ok((text.to_owned(), Answers::Affected)) };
    let answers = toml::Value::from(word).try_into().map_err(|_| missing(text))?;
    Ok((developer.to_owned(), answers))
}

fn table<T: DeserializeOwned>(text: &str) -> Outcome<T> {
    toml::from_str(text).map_err(|error| Failure::new(format!("a table of the demo is broken: {}", error.message())))
}

fn missing(name: &str) -> Failure {
    Failure::new(format!("the demo names {name:?}, which is not there"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_sixty_cases_in_every_stage_and_each_name_is_there() {
        let world = World::read().expect("the tables are whole");
        assert_eq!(world.stories.len(), 69);
        for story in world.stories.iter().filter(|story| story.file.is_empty()) {
            world.kind(story).expect("its kind");
            if story.site.is_empty() {
                world.product(story).expect("its product");
            }
            if !story.own {
                world.person(&story.finder).expect("its finder");
            }
            for (developer, _) in story.asked().expect("its answers").iter().filter(|_| story.site.is_empty()) {
                world.product_of(story, developer).expect("its developer");
            }
        }
        let most = world.stories.iter().map(|story| story.developers.len()).max();
        assert_eq!(most, Some(25));
    }

    #[test]
    fn everything_is_invented() {
        let world = World::read().expect("the tables are whole");
        assert!(world.makers.len() >= 12);
        for maker in world.makers.values() {
            assert!(maker.mail.ends_with(".example") && maker.website.trim_end_matches('/').ends_with(".example"));
        }
        assert!(world.people.values().all(|person| person.mail.ends_with(".example")));
        for site in &world.sites {
            assert!(rulebook::site::site_of(&site.url).ends_with(".example") && site.mail.ends_with(".example"));
        }
    }
}
