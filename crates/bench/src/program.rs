//! The program itself, with the data: how long until it answers, how much memory it takes.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::Outcome;
use crate::figures::{median, resident_mb};
use crate::public;
use crate::table::{Row, Unit};
use crate::tree::Published;

/// Starts of which the median counts.
const STARTS: usize = 3;
/// How long a start may take before it is given up.
const PATIENCE: Duration = Duration::from_secs(120);
/// How often each of the desks' pages is asked for before memory is looked at.
const TIMES: usize = 50;

/// The rows of the program.
pub fn rows(folder: &Path, cookie: &str, published: &Published) -> Outcome<Vec<Row>> {
    let (start, memory) = match beside_us() {
        Some(program) => {
            eprintln!("starting the program …");
            let (start, memory) = measure(&program, folder, cookie, published)?;
            (Ok(start), Ok(memory))
        }
        None => {
            let why = "the program `noroshi` is not built beside this one".to_owned();
            (Err(why.clone()), Err(why))
        }
    };
    let asked =
        format!("VmRSS of `noroshi serve`, its search made, after {} pages", 2 * published.of_ten.len() + 3 * TIMES);
    Ok(vec![
        Row::of("memory, all in one process, the data above", Some(300.0), Unit::Mb, memory, &asked),
        Row::of(
            "start to first answer with that data",
            Some(2.0),
            Unit::Seconds,
            start,
            "from the start of `noroshi serve` until public list and desk have answered",
        ),
    ])
}

/// The program that was built together with this one.
pub fn beside_us() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?.with_file_name("noroshi");
    program.is_file().then_some(program)
}

fn measure(program: &Path, folder: &Path, cookie: &str, published: &Published) -> Outcome<(f64, f64)> {
    let mut starts = Vec::with_capacity(STARTS);
    loop {
        let begin = Instant::now();
        let running = Running::start(program, folder)?;
        running.wait_for("/ja/advisories", cookie)?;
        running.wait_for("/ja/desk", cookie)?;
        starts.push(begin.elapsed().as_secs_f64());
        if starts.len() < STARTS {
            continue;
        }
        // What is measured is the program with everything it has, the search over all advisories included.
        running.wait_until_complete()?;
        let last = published.advisories / 25;
        for page in 0..TIMES {
            running.read(&format!("/ja/advisories?page={}", page * last / TIMES + 1), cookie)?;
            running.read("/ja/desk", cookie)?;
            running.read(&format!("/ja/desk/cases?page={}", page + 1), cookie)?;
        }
        for path in public::pages(&published.of_ten) {
            running.read(&path, cookie)?;
        }
        return Ok((median(starts), resident_mb(running.child.id())?));
    }
}

/// A running program; it is ended when this value is dropped.
pub struct Running {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
}

impl Running {
    /// Starts the program with a data folder.
    pub fn start(program: &Path, folder: &Path) -> Outcome<Running> {
        // The port is free again as soon as it is known.
        let address = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?;
        let mut command = Command::new(program);
        command.arg("serve").arg("--data").arg(folder).args(["--listen", &address.to_string()]);
        // Nothing of the settings of whoever measures.
        command.env_clear().stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        Ok(Running { child: command.spawn()?, address })
    }

    /// Asks until there is a page.
    pub fn wait_for(&self, path: &str, cookie: &str) -> Outcome {
        let begin = Instant::now();
        while let Err(problem) = self.read(path, cookie) {
            if begin.elapsed() > PATIENCE {
                return Err(problem);
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        Ok(())
    }

    /// Waits until everything published can be found.
    pub fn wait_until_complete(&self) -> Outcome {
        let begin = Instant::now();
        loop {
            let answer = self.page("/api/search?per_page=1")?;
            if String::from_utf8_lossy(&answer).contains("\"complete\":true") {
                return Ok(());
            }
            if begin.elapsed() > PATIENCE {
                return Err("the search is not made in time".into());
            }
            std::thread::sleep(Duration::from_millis(200));
        }
    }

    /// The bytes of a page.
    pub fn page(&self, path: &str) -> Outcome<Vec<u8>> {
        let answer = self.answer(path, "")?;
        let begin =
            answer.windows(4).position(|four| four == b"\r\n\r\n").ok_or("an answer without an end of its head")?;
        Ok(answer[begin + 4..].to_vec())
    }

    fn read(&self, path: &str, cookie: &str) -> Outcome {
        let answer = self.answer(path, cookie)?;
        let first = answer.split(|byte| *byte == b'\r').next().unwrap_or_default();
        let first = String::from_utf8_lossy(first);
        if first.contains(" 200 ") { Ok(()) } else { Err(format!("{path} answers {first}").into()) }
    }

    fn answer(&self, path: &str, cookie: &str) -> Outcome<Vec<u8>> {
        let mut stream = TcpStream::connect(self.address)?;
        let host = self.address;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n")?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Ok(answer)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself, and then there is nothing to end.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
