//! The public page of an advisory beside nginx that serves the same bytes from a file: `wrk` asks both, in turn, in the
//! same run. Both write a line of their log for each request, as they do when nobody says otherwise, and both logs go
//! nowhere. Where nginx or wrk is not installed, the row says so.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::Outcome;
use crate::program::{Running, beside_us};
use crate::quiet;
use crate::table::{Row, Unit};
use crate::tree::Published;

/// How long each is asked in a round.
const SECONDS: &str = "1s";
/// Rounds, of which the best of each counts: what else goes on only takes requests away.
const ROUNDS: usize = 40;
/// Connections at once.
const CONNECTIONS: &str = "16";
/// How long nginx may take to begin.
const PATIENCE: Duration = Duration::from_secs(10);

/// The row: requests of nginx over ours, at most 1 / 0.8.
pub fn rows(folder: &Path, published: &Published) -> Outcome<Vec<Row>> {
    let measured = match (found("nginx"), found("wrk"), beside_us()) {
        (Some(nginx), Some(wrk), Some(program)) => {
            eprintln!("asking beside nginx …");
            Ok(measure(&nginx, &wrk, &program, folder, published)?)
        }
        _ => {
            eprintln!("!! nginx or wrk is not installed: the page is not measured beside nginx");
            Err("nginx and wrk are not installed (apt-get install nginx-light wrk)".to_owned())
        }
    };
    let how = format!(
        "requests of nginx over ours, each the best of {ROUNDS} rounds in turn, wrk with {CONNECTIONS} connections for {SECONDS}"
    );
    Ok(vec![Row::of("public advisory page, 10 developers, beside nginx", Some(1.25), Unit::Times, measured, &how)])
}

fn found(name: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect::<Vec<_>>())?;
    let folders = folders.into_iter().chain([PathBuf::from("/usr/sbin")]);
    folders.map(|folder| folder.join(name)).find(|path| path.is_file())
}

fn measure(nginx: &Path, wrk: &Path, program: &Path, folder: &Path, published: &Published) -> Outcome<f64> {
    let number = published.of_ten.first().ok_or("there is no advisory of ten developers")?;
    let path = format!("/ja/advisories/{number}");
    let ours = Running::start(program, folder)?;
    ours.wait_for(&path, "")?;
    // Its search is made by then, as in the rows before.
    ours.wait_until_complete()?;
    let page = ours.page(&path)?;
    let files = folder.join("nginx");
    std::fs::create_dir_all(files.join("root/ja/advisories"))?;
    std::fs::write(files.join("root").join(&path[1..]), &page)?;
    let theirs = Theirs::start(nginx, &files)?;
    let mut best = [0.0_f64; 2];
    for _ in 0..ROUNDS {
        for (best, port) in best.iter_mut().zip([ours.address.port(), theirs.port]) {
            quiet::wait();
            *best = best.max(asked(wrk, port, &path)?);
        }
    }
    let [ours, theirs] = best;
    Ok(theirs / ours)
}

/// Requests a second, as wrk counts them.
fn asked(wrk: &Path, port: u16, path: &str) -> Outcome<f64> {
    let mut command = Command::new(wrk);
    command.args(["-t", "1", "-c", CONNECTIONS, "-d", SECONDS]).arg(format!("http://127.0.0.1:{port}{path}"));
    let said = String::from_utf8_lossy(&command.output()?.stdout).into_owned();
    let line = said.lines().find_map(|line| line.trim().strip_prefix("Requests/sec:"));
    if said.contains("Non-2xx") {
        return Err(format!("wrk was not given pages: {said}").into());
    }
    Ok(line.ok_or("wrk counts no requests")?.trim().parse()?)
}

/// A running nginx; it is ended when this value is dropped.
struct Theirs {
    child: Child,
    port: u16,
}

impl Theirs {
    fn start(nginx: &Path, files: &Path) -> Outcome<Theirs> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let root = files.display();
        let settings = format!(
            "daemon off; master_process off; pid {root}/pid; error_log {root}/errors;\n\
             events {{ worker_connections 256; }}\n\
             http {{ access_log /dev/null; default_type 'text/html; charset=utf-8'; keepalive_requests 1000000;\n\
             client_body_temp_path {root}/a; proxy_temp_path {root}/b; fastcgi_temp_path {root}/c;\n\
             uwsgi_temp_path {root}/d; scgi_temp_path {root}/e; open_file_cache max=100;\n\
             server {{ listen 127.0.0.1:{port}; root {root}/root; }} }}\n"
        );
        let file = files.join("nginx.conf");
        std::fs::write(&file, settings)?;
        let mut command = Command::new(nginx);
        command.arg("-c").arg(&file).arg("-e").arg(files.join("errors")).arg("-p").arg(files);
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        let theirs = Theirs { child, port };
        let begin = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if begin.elapsed() > PATIENCE {
                return Err("nginx does not begin".into());
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        Ok(theirs)
    }
}

impl Drop for Theirs {
    fn drop(&mut self) {
        // It may have ended by itself, and then there is nothing to end.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
