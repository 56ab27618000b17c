//! Decision points: a question, its version, and its values in order of rising urgency.

use std::sync::OnceLock;

use serde::Serialize;

/// A decision point, or the outcome of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Point {
    /// Namespace, key and version: `ssvc:RP:1.0.0`.
    pub id: String,
    /// Its name, in Japanese.
    pub ja: String,
    /// Its name, in English.
    pub en: String,
    /// Its values, the least urgent first.
    pub values: Vec<PointValue>,
}

/// A value of a decision point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PointValue {
    /// Its key: `Y`.
    pub key: String,
    /// Its name, in Japanese.
    pub ja: String,
    /// Its name, in English.
    pub en: String,
}

impl Point {
    /// Its key without namespace and version: `RP`.
    #[must_use]
    pub fn key(&self) -> &str {
        part(&self.id, 1)
    }

    /// The place of a value in the order of urgency.
    #[must_use]
    pub fn place(&self, value: &str) -> Option<usize> {
        self.values.iter().position(|one| one.key == value)
    }
}

/// A part of an id: 0 the namespace, 1 the key, 2 the version.
pub(super) fn part(id: &str, place: usize) -> &str {
    id.split(':').nth(place).unwrap_or_default()
}

/// The decision point of this id.
#[must_use]
pub fn point(id: &str) -> Option<&'static Point> {
    static POINTS: OnceLock<Vec<Point>> = OnceLock::new();
    POINTS.get_or_init(|| read(include_str!("../../data/points.csv"))).iter().find(|point| point.id == id)
}

/// Reads lines of point, its names, value, its names; a line of another shape is left out.
fn read(text: &str) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    for line in text.lines().skip(1) {
        let [id, en, ja, key, value_en, value_ja] = line.split(';').collect::<Vec<_>>()[..] else { continue };
        let value = PointValue { key: key.to_owned(), ja: value_ja.to_owned(), en: value_en.to_owned() };
        match points.iter_mut().find(|point| point.id == id) {
            Some(point) => point.values.push(value),
            None => {
                points.push(Point { id: id.to_owned(), ja: ja.to_owned(), en: en.to_owned(), values: vec![value] });
            }
        }
    }
    points
}
