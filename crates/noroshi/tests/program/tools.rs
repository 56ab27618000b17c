//! A folder, the program, a server, a request.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// A folder of a test, removed with it.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Folder {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("program-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a folder for the test");
        Folder(path)
    }

    /// A path in it.
    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// The same as text for a command line.
    pub fn arg(&self, name: &str) -> String {
        self.path(name).to_str().expect("the path is text").to_owned()
    }

    /// A data folder that `init` made.
    pub fn made(name: &str) -> Folder {
        let folder = Folder::new();
        run(&["init", "--data", &folder.arg(name)]).fine();
        folder
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok();
    }
}

/// The program, in an environment of its own.
pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_noroshi"));
    clean(&mut command);
    command
}

/// Takes the settings of whoever runs the tests out of a command's environment.
pub fn clean(command: &mut Command) {
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("NOROSHI_") {
            command.env_remove(name);
        }
    }
    command.env("LANG", "C").env_remove("LC_ALL").env_remove("LC_MESSAGES");
}

/// What a command did.
pub struct Done {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Done {
    /// It did what it was asked to.
    pub fn fine(self) -> Done {
        assert_eq!(self.code, Some(0), "{}{}", self.out, self.err);
        self
    }

    /// It did not, and said why in a sentence or two.
    pub fn refused(self, saying: &str) -> Done {
        assert_eq!(self.code, Some(1), "{}{}", self.out, self.err);
        assert!(self.err.contains(saying), "{}", self.err);
        let last = self.err.lines().last().unwrap_or_default();
        assert!(last.ends_with('.') && last.matches(". ").count() <= 2, "{}", self.err);
        self
    }
}

/// Runs the program.
pub fn run(args: &[&str]) -> Done {
    done(program().args(args))
}

/// Runs any command to its end.
pub fn done(command: &mut Command) -> Done {
    let output = command.stdin(Stdio::null()).output().expect("the command runs");
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("the output is text");
    Done { code: output.status.code(), out: text(&output.stdout), err: text(&output.stderr) }
}

/// A text form that is whole; each number gives another one.
pub fn form(number: usize) -> String {
    let whole = include_str!("../../../intake/tests/forms/product.txt");
    whole.replace("CWE-22", &format!("CWE-22、{number}番目"))
}

/// Writes such a form into a folder.
pub fn write_form(folder: &Folder, number: usize) -> String {
    let name = format!("form-{number}.txt");
    std::fs::write(folder.path(&name), form(number)).expect("the form can be written");
    folder.arg(&name)
}

/// The numbers of all reports.
pub fn numbers(data: &str) -> Vec<String> {
    let listed = run(&["report", "list", "--json", "--data", data]).fine();
    let listed: serde_json::Value = serde_json::from_str(&listed.out).expect("the list is JSON");
    let text = |report: &serde_json::Value| report["number"].as_str().expect("a number").to_owned();
    listed.as_array().expect("a list").iter().map(text).collect()
}

/// A serving program.
pub struct Server {
    child: Child,
    pub address: SocketAddr,
    out: BufReader<std::process::ChildStdout>,
}

impl Server {
    /// Starts `serve` on a free port.
    pub fn start(data: &str, settings: &[(&str, &str)]) -> Server {
        let mut command = program();
        command.args(["serve", "--data", data, "--listen", "127.0.0.1:0"]);
        Server::spawn(command.envs(settings.iter().copied()))
    }

    /// Starts a command that serves; it says where in its first line with an address.
    pub fn spawn(command: &mut Command) -> Server {
        let started = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
        let mut child = started.expect("the server starts");
        let out = BufReader::new(child.stdout.take().expect("its output"));
        let mut server = Server { child, address: SocketAddr::from(([0, 0, 0, 0], 0)), out };
        server.address = server.told_address();
        server
    }

    fn told_address(&mut self) -> SocketAddr {
        let mut line = String::new();
        while self.out.read_line(&mut line).expect("its output can be read") > 0 {
            if let Some((_, rest)) = line.split_once("http://") {
                let address = rest.split('/').next().and_then(|address| address.parse().ok());
                return address.expect("an address");
            }
            line.clear();
        }
        let mut err = String::new();
        self.child.stderr.take().expect("its errors").read_to_string(&mut err).ok();
        panic!("the server did not start: {err}");
    }

    /// Asks for a path; gives the status and everything that came.
    pub fn get(&self, path: &str) -> (u16, String) {
        get(self.address, path)
    }

    /// Opens a connection and sends bytes.
    pub fn send(&self, bytes: &[u8]) -> TcpStream {
        send(self.address, bytes)
    }

    /// Ends it without a warning.
    pub fn kill(mut self) {
        self.child.kill().expect("it can be killed");
        self.child.wait().expect("it is dead");
    }

    /// Tells it to stop as a service manager does.
    pub fn terminate(&self) {
        let told = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        assert!(told.expect("kill runs").success());
    }

    /// Stops it as a service manager does; gives its exit code and what it wrote to stderr.
    pub fn stop(mut self) -> (Option<i32>, String) {
        self.terminate();
        let mut err = String::new();
        self.child.stderr.take().expect("its errors").read_to_string(&mut err).expect("they are text");
        self.out.read_to_string(&mut String::new()).ok();
        (self.child.wait().expect("it ends").code(), err)
    }
}

impl Server {
    /// Waits until it has ended after [`Server::terminate`].
    pub fn stop_waiting(mut self) -> Option<i32> {
        self.child.stderr.take().expect("its errors").read_to_string(&mut String::new()).ok();
        self.child.wait().expect("it ends").code()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// Asks for a path.
pub fn get(address: SocketAddr, path: &str) -> (u16, String) {
    read(send(address, format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").as_bytes()))
}

/// Opens a connection and sends bytes.
pub fn send(address: SocketAddr, bytes: &[u8]) -> TcpStream {
    let mut stream = TcpStream::connect(address).expect("the server listens");
    stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a time limit");
    stream.write_all(bytes).expect("the server reads");
    stream
}

/// The answer of a connection that ends with it.
pub fn read(mut stream: TcpStream) -> (u16, String) {
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).expect("the server answers");
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let status = text.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
    (status, text)
}
