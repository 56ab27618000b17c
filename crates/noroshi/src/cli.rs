//! The command line.

use std::net::SocketAddr;

use clap::{Parser, Subcommand};

use crate::place::Place;

/// Exit codes and the shape of commands, under the help of the program.
const AFTER: &str = "\
Exit codes: 0 done; 1 not done, and stderr says why; 64 the command line is not understood. \
`report import` also has 2: taken in, but somebody has to read it.

Example:
  noroshi demo";

/// Runs a coordinated vulnerability disclosure partnership, from the report to the public advisory.
#[derive(Parser)]
#[command(name = "noroshi", version, after_help = AFTER, propagate_version = true, disable_help_subcommand = true)]
pub struct Cli {
    /// Where the data are.
    #[command(flatten)]
    pub place: Place,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Subcommand)]
pub enum Command {
    /// Make the data folder with keys and database
    #[command(after_help = "Example:\n  noroshi init --data /srv/noroshi")]
    Init,
    /// Serve the web pages and do what comes due
    #[command(after_help = "Example:\n  noroshi serve --data /srv/noroshi --listen 127.0.0.1:8787")]
    Serve {
        /// Address and port to listen on [default: server.listen of the settings]
        #[arg(long, value_name = "ADDR")]
        listen: Option<SocketAddr>,
    },
    /// Serve an invented partnership to look around in [default folder: ./demo-data]
    #[command(after_help = "Example:\n  noroshi demo\n\nA second start on the same folder keeps what is there.")]
    Demo {
        /// Address and port to listen on
        #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8787")]
        listen: SocketAddr,
    },
}
