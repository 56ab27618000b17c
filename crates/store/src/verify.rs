//! Re-reading everything: chains, seals, texts, files, keys. Memory stays flat but for one entry per stream and text.

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use sqlx::AnyConnection;
use sqlx::any::AnyRow;
use uuid::Uuid;

use crate::attachments::{open_row, open_sealed};
use crate::bodies::body_label;
use crate::chain::{self, Carried, Hash, header_bytes};
use crate::db::{Columns, Sql};
use crate::error::{Result, StoreError};
use crate::keys::{Unwrapped, unwrap};
use crate::load::read_header;
use crate::master::Master;
use crate::seal::SealKey;
use crate::store::Store;
use crate::stream::{StreamId, Version};

/// What was read and what does not fit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VerifyReport {
    /// Streams read.
    pub streams: u64,
    /// Events read.
    pub events: u64,
    /// Sealed texts read.
    pub texts: u64,
    /// Files read.
    pub files: u64,
    /// The first broken place of each broken stream.
    pub broken: Vec<Broken>,
}

/// A broken place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The stream; `None` when the damage is in no stream that can be named.
    pub stream: Option<StreamId>,
    /// The event in the stream, from 1; without a stream the place in the whole journal; 0 when neither is known.
    pub n: Version,
    /// What does not fit there.
    pub why: Fault,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.stream, self.n) {
            (Some(stream), n) => write!(f, "{stream} event {n}: {}", self.why),
            (None, 0) => write!(f, "{}", self.why),
            (None, n) => write!(f, "journal place {n}: {}", self.why),
        }
    }
}

/// What does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A row cannot be read at all.
    #[error("the row cannot be read")]
    Unreadable,
    /// An event that must be there is not.
    #[error("an event is missing")]
    Missing,
    /// The hash does not follow from the one before, the header and the payload.
    #[error("the hash does not fit: header, payload or order was changed")]
    Hash,
    /// The seal does not open.
    #[error("the payload was changed or sealed by another key")]
    Seal,
    /// The stream's last event is not the one that its head names.
    #[error("the head of the stream does not fit its last event")]
    Head,
    /// A text or a file that came with the event is missing, changed, or one too many.
    #[error("a text or file that came with this event is missing or was changed")]
    Carried,
    /// A text does not open.
    #[error("a sealed text was changed")]
    Text,
    /// A file is missing, cut or changed.
    #[error("an attached file is missing, cut or changed")]
    File,
    /// A text or file hangs on an event that is not there.
    #[error("a text or file hangs on an event that does not exist")]
    Loose,
    /// A key is missing or does not open.
    #[error("the key is missing or does not open")]
    Key,
    /// Fewer events than at the checkpoint.
    #[error("events were cut off since the checkpoint")]
    CutSinceCheckpoint,
    /// Other events than at the checkpoint.
    #[error("events were replaced since the checkpoint")]
    RewrittenSinceCheckpoint,
}

const PAGE: i64 = 500;

/// The report in the making.
struct Verifier<'a> {
    master: &'a Master,
    report: VerifyReport,
    first: BTreeMap<StreamId, (Version, Fault)>,
    kinds: HashMap<Uuid, StreamId>,
    heads: HashMap<StreamId, (Version, Hash)>,
    carried: HashMap<(Uuid, Version), Carried>,
}

impl Store {
    /// Re-reads everything and reports the first broken place of every broken stream.
    ///
    /// It sees one state of the database, so it may run beside a server.
    pub async fn verify(&self) -> Result<VerifyReport> {
        let master = self.master();
        let mut tx = self.db().snapshot().await?;
        let mut verifier = Verifier {
            master: &master,
            report: VerifyReport::default(),
            first: BTreeMap::new(),
            kinds: HashMap::new(),
            heads: HashMap::new(),
            carried: HashMap::new(),
        };
        verifier.read_heads(&mut tx).await?;
        verifier.read_keys(&mut tx).await?;
        verifier.read_texts(&mut tx).await?;
        verifier.read_files(&mut tx, self).await?;
        verifier.read_events(&mut tx).await?;
        verifier.read_places(&mut tx).await?;
        Ok(verifier.finish())
    }
}

impl Verifier<'_> {
    fn found(&mut self, stream: StreamId, n: Version, why: Fault) {
        let first = self.first.entry(stream).or_insert((n, why));
        if n < first.0 {
            *first = (n, why);
        }
    }

    fn found_at(&mut self, stream: Option<StreamId>, n: Version, why: Fault) {
        match stream {
            Some(stream) => self.found(stream, n, why),
            None => self.report.broken.push(Broken { stream: None, n, why }),
        }
    }

    async fn read_heads(&mut self, tx: &mut AnyConnection) -> Result<()> {
        for row in Sql::new("SELECT kind, id, version, head FROM streams").fetch_all(tx).await? {
            let head = || -> Result<_> { Ok((row.stream_kind(0)?, row.uuid(1)?, row.int(2)?, row.hash(3)?)) };
            let Ok((kind, id, version, hash)) = head() else {
                self.found_at(None, 0, Fault::Unreadable);
                continue;
            };
            self.kinds.insert(id, StreamId::new(kind, id));
            self.heads.insert(StreamId::new(kind, id), (version, hash));
        }
        self.report.streams = self.heads.len() as u64;
        Ok(())
    }

    async fn read_keys(&mut self, tx: &mut AnyConnection) -> Result<()> {
        for row in Sql::new("SELECT id, owner, master, wrapped FROM keys").fetch_all(tx).await? {
            let owner = row.text(1)?;
            let key = row.uuid(0).and_then(|id| unwrap(self.master, id, &owner, &row.text(2)?, row.maybe_bytes(3)?));
            let is_person = owner.starts_with("person/");
            match key {
                Ok(Some(_)) => {}
                Ok(None) if is_person => {}
                _ => {
                    let id = owner.rsplit('/').next().and_then(|id| Uuid::parse_str(id).ok());
                    let stream = id.and_then(|id| self.kinds.get(&id).copied()).filter(|_| !is_person);
                    self.found_at(stream, stream.map_or(0, |_| 1), Fault::Key);
                }
            }
        }
        Ok(())
    }

    async fn read_texts(&mut self, tx: &mut AnyConnection) -> Result<()> {
        let mut keys = Unwrapped::new(self.master);
        let mut after = String::new();
        loop {
            let rows = page(tx, BODIES, &after).await?;
            let Some(last) = rows.last() else { return Ok(()) };
            after = last.text(0)?;
            for row in &rows {
                self.report.texts += 1;
                self.read_text(row, &mut keys);
            }
        }
    }

    fn read_text(&mut self, row: &AnyRow, keys: &mut Unwrapped<'_>) {
        let Ok((id, place, sealed)) = self.hang(row) else { return self.found_at(None, 0, Fault::Unreadable) };
        let opened = match key_of(row, keys) {
            Ok(None) => Ok(()),
            Ok(Some(key)) => key.open(&body_label(&id), &sealed).map(drop).map_err(|_| Fault::Text),
            Err(fault) => Err(fault),
        };
        if let Err(fault) = opened {
            self.found_at(self.kinds.get(&place.0).copied(), place.1, fault);
        }
    }

    async fn read_files(&mut self, tx: &mut AnyConnection, store: &Store) -> Result<()> {
        let mut keys = Unwrapped::new(self.master);
        let mut after = String::new();
        loop {
            let rows = page(tx, ATTACHMENTS, &after).await?;
            let Some(last) = rows.last() else { return Ok(()) };
            after = last.text(0)?;
            for row in &rows {
                self.report.files += 1;
                self.read_file(row, &mut keys, store).await;
            }
        }
    }

    async fn read_file(&mut self, row: &AnyRow, keys: &mut Unwrapped<'_>, store: &Store) {
        let Ok((id, place, sealed)) = self.hang(row) else { return self.found_at(None, 0, Fault::Unreadable) };
        let opened = match key_of(row, keys) {
            Ok(None) => Ok(()),
            Ok(Some(key)) => prove_file(store, key, id, row, &sealed).await.map_err(|_| Fault::File),
            Err(fault) => Err(fault),
        };
        if let Err(fault) = opened {
            self.found_at(self.kinds.get(&place.0).copied(), place.1, fault);
        }
    }

    /// Notes that a text or file hangs on an event; gives its id, that place and its sealed bytes.
    fn hang(&mut self, row: &AnyRow) -> Result<(Uuid, (Uuid, Version), Vec<u8>)> {
        let (id, place, sealed) = (row.uuid(0)?, (row.uuid(1)?, row.int(2)?), row.bytes(3)?);
        self.carried.entry(place).or_default().add(id, &sealed);
        Ok((id, place, sealed))
    }

    async fn read_events(&mut self, tx: &mut AnyConnection) -> Result<()> {
        let mut keys = Unwrapped::new(self.master);
        let mut after = (String::new(), 0);
        let mut chain = Chain::default();
        loop {
            let rows = Sql::new(EVENTS)
                .bind(after.0.as_str())
                .bind(after.1)
                .push(" ORDER BY e.stream_id, e.n LIMIT ")
                .push_bind(PAGE)
                .fetch_all(tx)
                .await?;
            let Some(last) = rows.last() else { break };
            after = (last.text(1)?, last.int(2)?);
            for row in &rows {
                self.report.events += 1;
                self.read_event(row, &mut keys, &mut chain);
            }
        }
        self.end_stream(&chain);
        Ok(())
    }

    fn read_event(&mut self, row: &AnyRow, keys: &mut Unwrapped<'_>, chain: &mut Chain) {
        let Ok(header) = read_header(row) else {
            return self.found_at(None, row.int(3).unwrap_or(0), Fault::Unreadable);
        };
        let (stream, n) = (header.stream, header.n);
        if chain.stream != Some(stream) {
            self.end_stream(chain);
            *chain = Chain { stream: Some(stream), ..Chain::default() };
        }
        let hung = self.carried.remove(&(stream.id, n)).unwrap_or_default();
        let checked = || -> Result<Hash, Fault> {
            if n != chain.version + 1 {
                return Err(Fault::Missing);
            }
            let unreadable = |_| Fault::Unreadable;
            let (carried, sealed) = (row.bytes(8).map_err(unreadable)?, row.bytes(9).map_err(unreadable)?);
            let bytes = header_bytes(&header, row.uuid(14).map_err(unreadable)?, &carried);
            let hash = chain::next(&chain.hash, &bytes, &sealed);
            if row.hash(15).map_err(unreadable)? != hash {
                return Err(Fault::Hash);
            }
            let key = row.maybe_text(10).ok().flatten().and_then(|_| keys.of_row(row, 10).ok()?.1).ok_or(Fault::Key)?;
            key.open(&bytes, &sealed).map_err(|_| Fault::Seal)?;
            if carried != hung.digest() { Err(Fault::Carried) } else { Ok(hash) }
        };
        match checked() {
            Ok(hash) => (chain.version, chain.hash) = (n, hash),
            Err(why) => {
                // Where an event is missing, the place of the missing one is named.
                let place = if why == Fault::Missing { chain.version + 1 } else { n };
                if !chain.is_broken {
                    self.found(stream, place.min(n), why);
                }
                chain.is_broken = true;
                chain.version = n;
                chain.hash = row.hash(15).unwrap_or_default();
            }
        }
    }

    fn end_stream(&mut self, chain: &Chain) {
        let Some(stream) = chain.stream else { return };
        match self.heads.remove(&stream) {
            Some((version, hash)) if (version, hash) == (chain.version, chain.hash) => {}
            Some((version, _)) if version > chain.version => self.found(stream, chain.version + 1, Fault::Missing),
            _ => self.found(stream, chain.version, Fault::Head),
        }
    }

    /// The places of the whole journal have no gap, and there are as many as were given out.
    async fn read_places(&mut self, tx: &mut AnyConnection) -> Result<()> {
        let row = Sql::new("SELECT value FROM counters WHERE name = 'event'").fetch_optional(tx).await?;
        let given = row.map_or(Ok(0), |row| row.int(0))?;
        if given != i64::try_from(self.report.events).unwrap_or(i64::MAX) {
            let place = first_gap(tx).await?;
            self.found_at(None, place, Fault::Missing);
        }
        Ok(())
    }

    fn finish(mut self) -> VerifyReport {
        for stream in std::mem::take(&mut self.heads).into_keys() {
            self.found(stream, 1, Fault::Missing);
        }
        for (id, n) in std::mem::take(&mut self.carried).into_keys() {
            self.found_at(self.kinds.get(&id).copied(), n, Fault::Loose);
        }
        let first = self.first.into_iter();
        let named = first.map(|(stream, (n, why))| Broken { stream: Some(stream), n, why });
        self.report.broken.splice(0..0, named);
        self.report
    }
}

/// How far a stream was followed.
#[derive(Default)]
struct Chain {
    stream: Option<StreamId>,
    version: Version,
    hash: Hash,
    is_broken: bool,
}

// Left joins: a row whose key is gone must be seen too.
const BODIES: &str = "SELECT b.id, b.stream_id, b.n, b.sealed, k.id, k.owner, k.master, k.wrapped
     FROM bodies b LEFT JOIN keys k ON k.id = b.key_id WHERE b.id > $1 ORDER BY b.id LIMIT ";
const ATTACHMENTS: &str = "SELECT b.id, b.stream_id, b.n, b.sealed, k.id, k.owner, k.master, k.wrapped, b.size
     FROM attachments b LEFT JOIN keys k ON k.id = b.key_id WHERE b.id > $1 ORDER BY b.id LIMIT ";
const EVENTS: &str = "SELECT e.stream_kind, e.stream_id, e.n, e.seq, e.kind, e.schema, e.at, e.actor, e.carried,
     e.sealed, k.id, k.owner, k.master, k.wrapped, e.key_id, e.hash
     FROM events e LEFT JOIN keys k ON k.id = e.key_id WHERE (e.stream_id, e.n) > ($1, $2)";

async fn page(tx: &mut AnyConnection, select: &'static str, after: &str) -> Result<Vec<AnyRow>> {
    Ok(Sql::new(select).bind(after).push_bind(PAGE).fetch_all(tx).await?)
}

/// The key of a text or file: none when its person was erased.
fn key_of<'k>(row: &AnyRow, keys: &'k mut Unwrapped<'_>) -> Result<Option<&'k SealKey>, Fault> {
    let (Ok(Some(_)), Ok(owner)) = (row.maybe_text(4), row.text(5)) else { return Err(Fault::Key) };
    let (_, key) = keys.of_row(row, 4).map_err(|_| Fault::Key)?;
    if key.is_none() && !owner.starts_with("person/") { Err(Fault::Key) } else { Ok(key) }
}

async fn prove_file(store: &Store, key: &SealKey, id: Uuid, row: &AnyRow, sealed: &[u8]) -> Result<(), StoreError> {
    let file = open_row(key, id, row.int(8)?, sealed)?;
    let mut reader = open_sealed(&store.attachments_folder(), &file).await?;
    while reader.next_chunk().await?.is_some() {}
    Ok(())
}

/// The first place of the journal where no event is.
pub(crate) async fn first_gap(tx: &mut AnyConnection) -> Result<i64> {
    let row = Sql::new(
        "SELECT e.seq + 1 FROM events e WHERE NOT EXISTS (SELECT 1 FROM events f WHERE f.seq = e.seq + 1)
         ORDER BY e.seq LIMIT 1",
    )
    .fetch_optional(tx)
    .await?;
    let starts_late = Sql::new("SELECT seq FROM events WHERE seq = 1").fetch_optional(tx).await?.is_none();
    if starts_late { Ok(1) } else { row.map_or(Ok(1), |row| row.int(0)) }
}
