//! Who takes part: the parties of the partnership, and the roles of people who sign in.

use serde::{Deserialize, Serialize};

use crate::ids::{AccountId, DeveloperId, ReportId, SiteCaseId};

/// One side of a case. Duties are owed by a party, views are made for a party, commands are given by a party.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// The finder (発見者) of one report.
    Finder(ReportId),
    /// The receiving body (受付機関).
    ReceivingBody,
    /// The coordinator (調整機関).
    Coordinator,
    /// One product developer (製品開発者).
    Developer(DeveloperId),
    /// The program itself, when a day comes due.
    Program,
    /// One member of the publication committee (公表判定委員).
    Member(AccountId),
    /// The site operator (ウェブサイト運営者) of one website case.
    SiteOperator(SiteCaseId),
}

impl Party {
    /// Whether the party is one of the two bodies that run the partnership: they see the whole road.
    #[must_use]
    pub const fn is_staff(self) -> bool {
        matches!(self, Party::ReceivingBody | Party::Coordinator)
    }

    /// Stable word without the id, for messages and the access matrix.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Party::Finder(_) => "finder",
            Party::ReceivingBody => "receiving_body",
            Party::Coordinator => "coordinator",
            Party::Developer(_) => "developer",
            Party::Program => "program",
            Party::Member(_) => "committee_member",
            Party::SiteOperator(_) => "site_operator",
        }
    }

    /// The party of a key.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Party> {
        match key.split_once(':') {
            Some(("finder", id)) => id.parse().ok().map(Party::Finder),
            Some(("developer", id)) => id.parse().ok().map(Party::Developer),
            Some(("committee_member", id)) => id.parse().ok().map(Party::Member),
            Some(("site_operator", id)) => id.parse().ok().map(Party::SiteOperator),
            Some(_) => None,
            None => [Party::ReceivingBody, Party::Coordinator].into_iter().find(|party| party.word() == key),
        }
    }

    /// Key under which duties of this party are listed: the word, with the id where there are many.
    #[must_use]
    pub fn key(self) -> String {
        match self {
            Party::Finder(id) => format!("finder:{id}"),
            Party::Developer(id) => format!("developer:{id}"),
            Party::Member(id) => format!("committee_member:{id}"),
            Party::SiteOperator(id) => format!("site_operator:{id}"),
            other => other.word().to_owned(),
        }
    }
}

/// What a person who signs in may be. An account has exactly one role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Works at the desk of the receiving body.
    ReceivingDesk,
    /// Works at the coordinator.
    Coordinator,
    /// Answers for one developer of the register.
    DeveloperMember(DeveloperId),
    /// Looks after accounts and settings; sees no case.
    Administrator,
    /// Sits on the publication committee; sees the cases that it is seated on.
    CommitteeMember,
    /// Proves that the journal is whole and the procedure was kept; sees no text, no name and no content of a case.
    Auditor,
}

impl Role {
    /// The party for which a person of this role acts, if any; a committee member acts for itself ([`Role::acts_as`]).
    #[must_use]
    pub const fn party(self) -> Option<Party> {
        match self {
            Role::ReceivingDesk => Some(Party::ReceivingBody),
            Role::Coordinator => Some(Party::Coordinator),
            Role::DeveloperMember(id) => Some(Party::Developer(id)),
            Role::Administrator | Role::CommitteeMember | Role::Auditor => None,
        }
    }

    /// The party as which the account of a person of this role acts, if any.
    #[must_use]
    pub const fn acts_as(self, account: AccountId) -> Option<Party> {
        match self {
            Role::CommitteeMember => Some(Party::Member(account)),
            other => other.party(),
        }
    }

    /// Stable word, as the command line and messages have it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Role::ReceivingDesk => "receiving-desk",
            Role::Coordinator => "coordinator",
            Role::DeveloperMember(_) => "developer",
            Role::Administrator => "administrator",
            Role::CommitteeMember => "committee-member",
            Role::Auditor => "auditor",
        }
    }
}
