//! SSVC: decision tables of the coordinator, the supplier and the deployer, as versioned data.
//!
//! The tables are files of `data/`, as CERT/CC publishes them; a body that decides otherwise swaps a table for one of
//! its own with [`Table::read`]. What comes out is advice.

pub mod evaluate;
pub mod point;
pub mod selection;
pub mod table;

use std::sync::OnceLock;

pub use evaluate::{Inputs, Outcome, evaluate};
pub use point::{Point, PointValue, point};
pub use selection::{Selection, SelectionList};
pub use table::{Table, TableError};

/// Coordinator: decline, track or coordinate a report.
pub const COORD_TRIAGE: &str = "ssvc:DT_COORD_TRIAGE:1.0.0";
/// Coordinator: publish or not, once the embargo is over.
pub const COORD_PUBLISH: &str = "ssvc:DT_COORD_PUBLISH:1.0.0";
/// Supplier: how urgently to make a fix.
pub const SUPPLIER: &str = "ssvc:DT_SP:1.0.0";
/// Deployer: how urgently to apply it.
pub const DEPLOYER: &str = "ssvc:DT_DP:1.0.0";

/// The tables that come with the program: id, and the rows.
const FILES: [(&str, &str); 7] = [
    (COORD_TRIAGE, include_str!("../../data/coord_triage_1_0_0.csv")),
    (COORD_PUBLISH, include_str!("../../data/coord_publish_1_0_0.csv")),
    (SUPPLIER, include_str!("../../data/supplier_1_0_0.csv")),
    (DEPLOYER, include_str!("../../data/deployer_1_0_0.csv")),
    ("ssvc:DT_U:1.0.0", include_str!("../../data/utility_1_0_0.csv")),
    ("ssvc:DT_PSI:1.0.0", include_str!("../../data/public_safety_impact_1_0_0.csv")),
    ("ssvc:DT_HI:1.0.0", include_str!("../../data/human_impact_1_0_0.csv")),
];

/// Every table that comes with the program.
#[must_use]
pub fn tables() -> &'static [Table] {
    static TABLES: OnceLock<Vec<Table>> = OnceLock::new();
    let read = |(id, text): (&str, &str)| Table::read(id, text).expect("a test reads the tables that are built in");
    TABLES.get_or_init(|| FILES.into_iter().map(read).collect())
}

/// The table of this id, such as `ssvc:DT_COORD_TRIAGE:1.0.0`.
#[must_use]
pub fn table(id: &str) -> Option<&'static Table> {
    tables().iter().find(|table| table.id == id)
}
