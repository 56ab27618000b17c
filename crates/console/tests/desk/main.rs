//! The desks of both bodies: everything from a report to its day done by hand on the pages, nothing typed lost, nothing
//! shown as markup.

#[path = "../common/mod.rs"]
mod common;

mod administrator;
mod advice;
mod arrival;
mod committee;
mod coordinator;
mod cve;
#[path = "../../../casework/tests/common/cve_services.rs"]
#[allow(dead_code, reason = "a part of it is used here")]
mod cve_services;
mod ending;
mod further;
mod hostile;
mod influence;
mod judgement_papers;
mod lists;
#[path = "../../../casework/tests/common/many.rs"]
mod many;
mod oss;
mod outreach;
mod paper;
mod pressing;
mod reach;
mod receiving;
mod register;
mod signatures;
mod site_arrival;
mod site_bulk;
mod sites;
mod stale;
