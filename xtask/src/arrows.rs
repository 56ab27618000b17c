//! The map of the house: what each crate is for, which other crates it may use, and which foreign crate may be used
//! only in some rooms. `ARCHITECTURE.md` shows the same map, made from here.

use crate::{dependencies, workspace};

/// One crate of ours.
pub struct Room {
    /// Its name, also of its folder under `crates/`.
    pub name: &'static str,
    /// What it knows, for the map.
    pub knows: &'static str,
    /// The crates of ours that it may depend on. Everything else is forbidden.
    pub may_use: &'static [&'static str],
}

/// All crates, from the ground up: a room uses only rooms above it in this list.
pub const ROOMS: [Room; 14] = [
    Room { name: "rulebook", knows: "the law as pure functions: cases, clocks, duties, views, editions", may_use: &[] },
    Room {
        name: "models",
        knows: "the field's models beside the law: Vultron states of a case, SSVC decision tables",
        may_use: &["rulebook"],
    },
    Room { name: "formats", knows: "the public document and every format of it, in and out", may_use: &[] },
    Room {
        name: "gather",
        knows: "advisories of others, from files, archives and providers, into packs of the published tree",
        may_use: &["formats"],
    },
    Room { name: "intake", knows: "text forms and e-mails, read into reports", may_use: &["rulebook"] },
    Room { name: "letters", knows: "papers as PDF: letters, notices, minutes, agreements", may_use: &[] },
    Room {
        name: "store",
        knows: "journal, seals, projections, attachments, outbox; SQLite and PostgreSQL",
        may_use: &["rulebook"],
    },
    Room {
        name: "casework",
        knows: "what people can do: authorise, decide, append, project, enqueue; jobs that come due",
        may_use: &["rulebook", "models", "formats", "intake", "letters", "store"],
    },
    Room { name: "ui", knows: "page frame, components, design tokens, languages, errors", may_use: &[] },
    Room {
        name: "search",
        knows: "full text of the advisories in both languages: words, names, readings, filters",
        may_use: &["formats"],
    },
    Room {
        name: "portal",
        knows: "the public site; it reads the published tree only",
        may_use: &["formats", "search", "ui"],
    },
    Room {
        name: "console",
        knows: "everything that touches a case: report form, progress page, desks by role",
        may_use: &["rulebook", "models", "formats", "store", "casework", "ui"],
    },
    Room {
        name: "noroshi",
        knows: "the program: command line, configuration, wiring",
        may_use: &[
            "rulebook", "models", "formats", "gather", "intake", "letters", "store", "casework", "ui", "portal",
            "console",
        ],
    },
    Room {
        name: "bench",
        knows: "the budgets: measures all of the above from the outside; nothing depends on it",
        may_use: &["rulebook", "formats", "store", "casework", "ui", "portal", "console"],
    },
];

/// Foreign crates that are an invariant: who speaks SQL, who serves pages, who sends mail.
const ONLY_IN: [(&str, &[&str]); 6] = [
    ("sqlx", &["store"]),
    ("axum", &["ui", "portal", "console", "noroshi", "bench"]),
    ("askama", &["ui", "portal", "console"]),
    ("tokio", &["store", "casework", "portal", "console", "noroshi", "bench"]),
    ("lettre", &["casework"]),
    ("tantivy", &["search"]),
];

/// All that the law may lean on.
const RULEBOOK_MAY_USE: [&str; 4] = ["jiff", "serde", "thiserror", "uuid"];

/// Every arrow that points the wrong way, one sentence each. Tests (`dev-dependencies`) may lean where they like.
pub fn breaches() -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    for name in dependencies::crate_names()? {
        let manifest = workspace::read(&format!("crates/{name}/Cargo.toml"))?;
        let used = dependencies::keys(&manifest, &["[dependencies]", "[build-dependencies]"]);
        match ROOMS.iter().find(|room| room.name == name) {
            Some(room) => found.extend(used.iter().filter_map(|used| breach(room, used))),
            None => found.push(format!("crates/{name}: draw it on the map in xtask/src/arrows.rs")),
        }
    }
    Ok(found)
}

fn breach(room: &Room, used: &str) -> Option<String> {
    let of_ours = ROOMS.iter().any(|other| other.name == used);
    let only_in = ONLY_IN.iter().find(|(name, _)| *name == used);
    let allowed = if of_ours {
        room.may_use.contains(&used)
    } else if room.name == "rulebook" {
        RULEBOOK_MAY_USE.contains(&used)
    } else {
        only_in.is_none_or(|(_, rooms)| rooms.contains(&room.name))
    };
    (!allowed).then(|| format!("crates/{} must not use {used} (xtask/src/arrows.rs says who may)", room.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room(name: &str) -> &'static Room {
        ROOMS.iter().find(|room| room.name == name).expect("a room of the house")
    }

    #[test]
    fn a_room_uses_only_rooms_above_it() {
        for (place, room) in ROOMS.iter().enumerate() {
            for used in room.may_use {
                assert!(ROOMS[..place].iter().any(|above| above.name == *used), "{} uses {used}", room.name);
            }
        }
    }

    #[test]
    fn invariants_hold() {
        for (from, to) in [("portal", "store"), ("portal", "casework"), ("portal", "rulebook"), ("formats", "rulebook")]
        {
            assert!(breach(room(from), to).is_some(), "{from} → {to}");
        }
        assert!(breach(room("rulebook"), "serde_json").is_some());
        assert!(breach(room("casework"), "sqlx").is_some());
        assert!(breach(room("store"), "sqlx").is_none());
        assert!(breach(room("console"), "casework").is_none());
    }
}
