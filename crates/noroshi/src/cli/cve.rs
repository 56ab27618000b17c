//! `noroshi cve …`

use clap::Subcommand;

/// `noroshi cve …`
#[derive(Subcommand)]
pub enum CveCommand {
    /// Reserve numbers at the CVE Services
    #[command(after_help = "Example:\n  noroshi cve reserve --data /srv/noroshi 5")]
    Reserve {
        /// How many
        #[arg(value_name = "COUNT", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=100))]
        amount: u32,
        /// Of which year [default: this one]
        #[arg(long)]
        year: Option<i16>,
    },
    /// List our numbers, one a line: number, state, kept for a case or free, when its record was written, trouble
    #[command(after_help = "Example:\n  noroshi cve list --data /srv/noroshi --refresh")]
    List {
        /// Ask the CVE Services first what has become of them
        #[arg(long)]
        refresh: bool,
    },
    /// Write the record of a number whose advisory was published
    #[command(after_help = "Example:\n  noroshi cve publish --data /srv/noroshi CVE-2026-12345")]
    Publish {
        /// The number
        id: String,
    },
    /// Write the record of a number again, as the advisory is now
    #[command(after_help = "Example:\n  noroshi cve update --data /srv/noroshi CVE-2026-12345")]
    Update {
        /// The number
        id: String,
    },
    /// Reject a number, and its record with it; this cannot be taken back here
    #[command(after_help = "Example:\n  noroshi cve reject --data /srv/noroshi CVE-2026-12345 --reason 'Not used.'")]
    Reject {
        /// The number
        id: String,
        /// Why, in English; it is published
        #[arg(long)]
        reason: String,
        /// The numbers to use in its place
        #[arg(long, value_name = "CVE")]
        replaced_by: Vec<String>,
    },
}
