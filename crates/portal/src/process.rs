//! `pages/process.json` of the published tree: how long steps took in fact, where enough cases stand behind it.

use serde::Deserialize;

/// Where the document lies in the tree.
pub const PROCESS_PATH: &str = "pages/process.json";

/// The document.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Process {
    /// Steps with figures.
    pub steps: Vec<StepFact>,
}

/// A step in figures.
#[derive(Clone, Debug, Deserialize)]
pub struct StepFact {
    /// The step, as the page names it.
    pub step: String,
    /// How many published cases took it.
    #[serde(default)]
    pub cases: u64,
    /// The median of the days that it took.
    #[serde(default)]
    pub median_days: f64,
}

impl Process {
    /// The figures of a step.
    #[must_use]
    pub fn fact(&self, step: &str) -> Option<&StepFact> {
        self.steps.iter().find(|fact| fact.step == step)
    }
}
