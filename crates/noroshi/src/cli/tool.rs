//! `noroshi tool …`: the calculators.

use clap::{Args, Subcommand};

/// What to calculate with.
#[derive(Subcommand)]
pub enum ToolCommand {
    /// Count business days from FROM to TO, both included
    #[command(after_help = "Example:\n  noroshi tool business-days 2026-04-28 2026-05-07\n\n\
        Business days are Monday to Friday without the holidays of Japan and 29 December to 3 January.")]
    BusinessDays(Lines),
    /// Compare two CPE names, or write one in all its forms
    #[command(after_help = "Example:\n  noroshi tool cpe \
        '{\"source\":\"cpe:2.3:a:example:*:*:*:*:*:*:*:*:*\",\"target\":\"cpe:/a:example:groupware:2.3\"}'\n  \
        noroshi tool cpe '{\"name\":\"cpe:/a:example:groupware:2.3\"}'")]
    Cpe(Lines),
    /// Score a CVSS vector of version 2.0, 3.0, 3.1 or 4.0
    #[command(after_help = "Example:\n  noroshi tool cvss CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H")]
    Cvss(Lines),
    /// Take a package URL apart, and put it into its right form
    #[command(after_help = "Example:\n  noroshi tool purl pkg:npm/%40scope/name@1.0.0")]
    Purl(Lines),
    /// Ask an SSVC decision table
    #[command(after_help = "Example:\n  noroshi tool ssvc \
        '{\"table\":\"ssvc:DT_COORD_PUBLISH:1.0.0\",\"inputs\":{\"SINV\":\"UU\",\"E\":\"A\"}}'")]
    Ssvc(Lines),
    /// Ask whether a range holds a version, or which of two versions is older
    #[command(
        after_help = "Example:\n  noroshi tool vers '{\"vers\":\"vers:npm/>=1.0.0|<2.0.0\",\"version\":\"1.5.0\"}'\n  \
        noroshi tool vers '{\"type\":\"deb\",\"a\":\"1.0~rc1\",\"b\":\"1.0\"}'"
    )]
    Vers(Lines),
    /// Ask a machine of Vultron for its next state, or judge a history
    #[command(
        after_help = "Example:\n  noroshi tool vultron '{\"machine\":\"rm\",\"state\":\"R\",\"event\":\"validate\"}'\n  \
        noroshi tool vultron '{\"history\":\"VFDPXA\"}'"
    )]
    Vultron(Lines),
}

/// Where the lines come from.
#[derive(Args)]
pub struct Lines {
    /// One line [default: the lines of stdin, each answered by one line]
    #[arg(value_name = "LINE")]
    pub line: Vec<String>,
}
