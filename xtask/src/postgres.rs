//! A PostgreSQL server for one test run: a new data folder, a free port of the loopback, gone afterwards.

use crate::{guard::Guard, workspace};
use std::fs;
use std::io::Read;
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// The oldest version that is supported.
const OLDEST: u32 = 15;
/// The programs that have to lie side by side.
const NEEDED: [&str; 3] = ["initdb", "postgres", "pg_isready"];
/// How long a new server may take until it answers.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running server; it stops and its folder goes when this value is dropped.
pub struct Server {
    _guard: Guard,
    /// Where tests reach it, with a password.
    pub url: String,
}

/// The folder with the programs of the newest version, if that is new enough.
pub fn programs() -> Option<PathBuf> {
    let packaged = ["/usr/lib/postgresql", "/usr"].into_iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten();
    let packaged = packaged.flatten().map(|entry| entry.path().join("bin"));
    let on_path = workspace::program("initdb").and_then(|program| program.parent().map(Path::to_path_buf));
    let whole = |folder: &PathBuf| NEEDED.iter().all(|program| folder.join(program).is_file());
    let folders = packaged.chain(on_path).filter(whole);
    folders.map(|folder| (version(&folder), folder)).filter(|(version, _)| *version >= OLDEST).max().map(|(_, it)| it)
}

/// 15 of `postgres (PostgreSQL) 15.18 (…)`.
fn version(folder: &Path) -> u32 {
    let said = workspace::output(Command::new(folder.join("postgres")).arg("--version")).unwrap_or_default();
    let number = said.split_whitespace().find(|word| word.starts_with(|first: char| first.is_ascii_digit()));
    number.and_then(|number| number.split('.').next()?.parse().ok()).unwrap_or_default()
}

impl Server {
    /// Makes a new database cluster and starts it. It is quick rather than safe: nothing in it is worth keeping.
    pub fn start() -> Result<Server, String> {
        let programs = programs().ok_or("PostgreSQL is not installed")?;
        let place = Place::make()?;
        place.make_cluster(&programs)?;
        let port = free_port()?;
        let mut server = place.command(Path::new("sh"));
        server.args(["-c", "exec \"$@\" >server.log 2>&1", "sh"]).arg(programs.join("postgres"));
        server.arg("-D").arg(place.folder.join("data"));
        for setting in [
            format!("port={port}"),
            format!("unix_socket_directories={}", place.folder.display()),
            "listen_addresses=127.0.0.1".into(),
            "max_connections=200".into(),
            "fsync=off".into(),
            "synchronous_commit=off".into(),
            "full_page_writes=off".into(),
        ] {
            server.args(["-c", &setting]);
        }
        let mut guard = Guard::start(&server, place.folder.to_str(), place.user)?;
        place.wait_until_ready(&programs, port, &mut guard)?;
        let url = format!("postgres://noroshi:{}@127.0.0.1:{port}/postgres", place.password);
        Ok(Server { _guard: guard, url })
    }
}

/// The folder of a server, and the user who owns it: PostgreSQL refuses to run as root.
struct Place {
    folder: PathBuf,
    user: Option<(u32, u32)>,
    password: String,
}

impl Place {
    fn make() -> Result<Place, String> {
        let folder = std::env::temp_dir().join(format!("noroshi-postgres-{}", std::process::id()));
        let place = Place { user: unprivileged_user()?, password: random_word()?, folder };
        let write = || -> std::io::Result<()> {
            fs::create_dir(&place.folder)?;
            fs::set_permissions(&place.folder, fs::Permissions::from_mode(0o700))?;
            fs::write(place.folder.join("password"), &place.password)?;
            if let Some((user, group)) = place.user {
                chown(place.folder.join("password"), Some(user), Some(group))?;
                chown(&place.folder, Some(user), Some(group))?;
            }
            Ok(())
        };
        write().map_err(|error| format!("{}: {error}", place.folder.display()))?;
        Ok(place)
    }

    fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.folder).env("LC_ALL", "C.UTF-8").env_remove("PGDATA").env_remove("PGPORT");
        command
    }

    fn make_cluster(&self, programs: &Path) -> Result<(), String> {
        let mut initdb = self.command(&programs.join("initdb"));
        initdb.arg("-D").arg(self.folder.join("data")).arg("--pwfile").arg(self.folder.join("password"));
        initdb.args(["--username=noroshi", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync"]);
        let mut said = String::new();
        let mut collect = |line: &str| said = format!("{said}\n{line}");
        let status = Guard::listen_as(&initdb, self.user, &mut collect)?;
        if status.success() { Ok(()) } else { Err(format!("initdb failed: {said}")) }
    }

    fn wait_until_ready(&self, programs: &Path, port: u16, guard: &mut Guard) -> Result<(), String> {
        let start = Instant::now();
        let port = port.to_string();
        let ready = ["-q", "-h", "127.0.0.1", "-p", port.as_str()];
        while workspace::output(Command::new(programs.join("pg_isready")).args(ready)).is_err() {
            if guard.has_ended() || start.elapsed() > PATIENCE {
                let log = fs::read_to_string(self.folder.join("server.log")).unwrap_or_default();
                return Err(format!("PostgreSQL does not start: {log}"));
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}

/// None when we are not root; else the user `postgres`, or `nobody`.
fn unprivileged_user() -> Result<Option<(u32, u32)>, String> {
    if fs::metadata("/proc/self").is_ok_and(|own| own.uid() != 0) {
        return Ok(None);
    }
    let users = fs::read_to_string("/etc/passwd").map_err(|error| format!("/etc/passwd: {error}"))?;
    let found = ["postgres", "nobody"].into_iter().find_map(|name| ids(&users, name));
    found.map(Some).ok_or_else(|| "there is no user postgres or nobody to run PostgreSQL as".into())
}

/// User and group id out of `name:x:uid:gid:…`.
fn ids(users: &str, name: &str) -> Option<(u32, u32)> {
    let line = users.lines().find(|line| line.split(':').next() == Some(name))?;
    let mut numbers = line.split(':').skip(2).map(|field| field.parse().ok());
    Some((numbers.next()??, numbers.next()??))
}

fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| listener.local_addr());
    listener.map(|address| address.port()).map_err(|error| format!("no free port: {error}"))
}

/// 128 random bits in hex.
fn random_word() -> Result<String, String> {
    let mut bytes = [0; 16];
    let mut source = fs::File::open("/dev/urandom").map_err(|error| format!("/dev/urandom: {error}"))?;
    source.read_exact(&mut bytes).map_err(|error| format!("/dev/urandom: {error}"))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_ids_of_users() {
        let users = "root:x:0:0:root:/:/bin/sh\npostgres:x:101:104:,,,:/var/lib/postgresql:/bin/bash\n";
        assert_eq!(ids(users, "postgres"), Some((101, 104)));
        assert_eq!(ids(users, "post"), None);
    }
}
