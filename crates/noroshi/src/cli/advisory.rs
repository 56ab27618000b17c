//! `noroshi advisory …`

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// `noroshi advisory …`
#[derive(Subcommand)]
pub enum AdvisoryCommand {
    /// Take advisories of others into the public site; runs beside a server
    #[command(after_help = "Example:\n  noroshi advisory import --data /srv/noroshi cvelistV5/ csaf.tar.xz\n  \
        noroshi advisory import --data /srv/noroshi https://www.example.org/.well-known/csaf/provider-metadata.json\n\n\
        CSAF 2.0 and 2.1, CVE records, OSV and VULDEF are known by their content, in folders, files and archives (.tar, .tar.xz,\n\
        .tar.gz, .zip). Hosts that are fetched from are named in the settings: import.hosts. The same command again takes what\n\
        is new; what breaks off is taken up by the next one. docs/import.md says more.\n\n\
        Exit code 0: all taken in, or there already. 1: at least one document was refused; stderr says which and why.")]
    Import(AdvisoryImportArgs),
}

/// What to take in, and where to tell of it.
#[derive(Args)]
pub struct AdvisoryImportArgs {
    /// Files, folders, archives; https addresses of documents, archives, CSAF providers or their domains
    #[arg(required = true, value_name = "PATH|URL")]
    pub sources: Vec<String>,
    /// Write what became of every document into this file, one line of JSON each, with what was not understood and where
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
}
