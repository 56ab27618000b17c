//! The journal: appending to streams and reading them back.
//!
//! Appends happen one after the other: each begins by moving the journal's counter, whose row stays locked until the
//! commit. So the order of `seq` is the order of commits without gaps, and no two appends can wait for each other.

use std::collections::{BTreeSet, HashMap};

use jiff::Timestamp;
use sqlx::AnyConnection;
use sqlx::any::AnyRow;
use uuid::Uuid;

use crate::append::{Append, StreamAppend};
use crate::chain::{self, Carried, Hash, header_bytes};
use crate::db::{BATCH, Columns, Sql};
use crate::error::{Result, StoreError, is_duplicate};
use crate::keys::{DataKey, KEY, KeyOwner, Unwrapped, keys_of};
use crate::seal::SealKey;
use crate::store::Store;
use crate::stream::{Event, Header, StreamId, StreamKind, Version};
use crate::{attachments, bodies, cards, cells, claims, duties, jobs, links, outbox, publications, sessions, tokens};

/// A subject, by what is known of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject<'a> {
    /// The id of its stream.
    Id(Uuid),
    /// The public number on its card.
    Number {
        /// The kind of the card.
        kind: &'a str,
        /// The number.
        number: &'a str,
    },
}

/// A sealed event, ready to be written.
struct Row {
    header: Header,
    key_id: Uuid,
    carried: Vec<u8>,
    sealed: Vec<u8>,
    hash: Hash,
}

impl Store {
    /// Appends: everything, or nothing and an error.
    pub async fn append(&self, append: Append) -> Result<()> {
        check(&append)?;
        let mut tx = self.db().begin().await?;
        let first = take_places(&mut tx, &append).await?;
        let heads = heads(&mut tx, &append.streams).await?;
        let keys = keys_of(&mut tx, &self.master(), self.entropy(), owners(&append), append.at).await?;
        let texts = bodies::seal(self.entropy(), &keys, &append.bodies);
        let files = attachments::adopt(self.entropy(), &keys, &append.attachments)?;

        let mut carried = Carried::default();
        texts.iter().for_each(|text| carried.add(text.id, &text.sealed));
        files.iter().for_each(|file| carried.add(file.id, &file.sealed));
        let rows = self.seal_events(&append, first, &heads, &keys, carried.digest());
        insert_events(&mut tx, &rows).await?;
        move_heads(&mut tx, &rows).await?;
        if let Some((stream, n)) = carrier(&append) {
            bodies::insert(&mut tx, stream, n, &texts).await?;
            attachments::insert(&mut tx, stream, n, &files).await?;
        }
        self.write_beside(&mut tx, &append).await?;
        if let Some(draft) = &append.draft {
            self.remove_draft(&mut tx, draft).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    fn seal_events(
        &self,
        append: &Append,
        first: i64,
        heads: &HashMap<StreamId, Hash>,
        keys: &HashMap<String, DataKey>,
        carried: Vec<u8>,
    ) -> Vec<Row> {
        let carrier = carrier(append);
        let mut rows = Vec::new();
        for of in append.streams.iter().filter(|of| !of.events.is_empty()) {
            let key = &keys[&KeyOwner::Stream(of.stream).text()];
            let mut hash = heads.get(&of.stream).copied().unwrap_or(chain::START);
            for (n, event) in (of.expected + 1..).zip(&of.events) {
                let header = Header {
                    stream: of.stream,
                    n,
                    seq: first + rows.len() as i64,
                    kind: event.kind.clone(),
                    schema: event.schema,
                    at: append.at,
                    actor: append.actor,
                };
                let carried = if carrier == Some((of.stream, n)) { carried.clone() } else { Vec::new() };
                let bytes = header_bytes(&header, key.id, &carried);
                let sealed = key.key.seal(self.entropy(), &bytes, &event.payload);
                hash = chain::next(&hash, &bytes, &sealed);
                rows.push(Row { header, key_id: key.id, carried, sealed, hash });
            }
        }
        rows
    }

    async fn write_beside(&self, tx: &mut AnyConnection, append: &Append) -> Result<()> {
        let (secrets, entropy) = (self.secrets(), self.entropy());
        claims::release(tx, secrets, &append.releases).await?;
        claims::take(tx, secrets, &append.claims).await?;
        claims::step(tx, &append.sequences).await?;
        cards::write(tx, &secrets.projection, entropy, &append.rows).await?;
        cells::write(tx, &append.cells).await?;
        duties::replace(tx, &secrets.projection, entropy, &append.duties).await?;
        links::remove(tx, &append.unlinks).await?;
        links::make(tx, &append.links).await?;
        outbox::enqueue(tx, secrets, entropy, &append.mails).await?;
        jobs::enqueue(tx, &append.jobs).await?;
        tokens::revoke(tx, &append.revocations).await?;
        sessions::end(tx, &append.ended_sessions).await?;
        tokens::hand_out(tx, secrets, entropy, &append.tokens).await?;
        publications::put(tx, &secrets.publication, entropy, append.at, &append.publications).await
    }

    /// All events of a stream, in order; none when it does not exist.
    pub async fn load(&self, stream: StreamId) -> Result<Vec<Event>> {
        Ok(self.load_many(&[stream]).await?.remove(&stream).unwrap_or_default())
    }

    /// All events of several streams in one query; those that do not exist are left out.
    pub async fn load_many(&self, streams: &[StreamId]) -> Result<HashMap<StreamId, Vec<Event>>> {
        let mut loaded: HashMap<StreamId, Vec<Event>> = HashMap::with_capacity(streams.len());
        for some in streams.chunks(BATCH) {
            let rows = Sql::new(SELECT)
                .push(KEY)
                .push(OF_STREAMS)
                .push("WHERE e.stream_id IN ")
                .list(some.iter().map(|stream| stream.id.to_string()))
                .push(" ORDER BY e.stream_id, e.n")
                .fetch_all(&mut *self.db().read().await?)
                .await?;
            self.open_events(&rows, &mut loaded)?;
        }
        loaded.retain(|stream, _| streams.contains(stream));
        Ok(loaded)
    }

    /// All events of a subject's stream and of the streams that it is linked to in these relations: one query. Streams
    /// without events are left out, and so is everything when there is no such subject.
    pub async fn load_linked(&self, subject: Subject<'_>, relations: &[&str]) -> Result<HashMap<StreamId, Vec<Event>>> {
        let root = match subject {
            Subject::Id(id) => {
                Sql::new("WITH root AS (SELECT CAST(").push_bind(id.to_string()).push(" AS TEXT) AS id)")
            }
            Subject::Number { kind, number } => Sql::new("WITH root AS (SELECT id FROM cards WHERE kind = ")
                .push_bind(kind)
                .push(" AND number = ")
                .push_bind(number)
                .push(")"),
        };
        let rows = root
            .push(SELECT)
            .push(KEY)
            .push(OF_STREAMS)
            .push("WHERE e.stream_id IN (SELECT id FROM root UNION ALL SELECT l.b FROM links l JOIN root ON l.a = root.id")
            .push(" WHERE l.relation IN ")
            .list(relations.iter().copied())
            .push(") ORDER BY e.stream_id, e.n")
            .fetch_all(&mut *self.db().read().await?)
            .await?;
        let mut loaded = HashMap::new();
        self.open_events(&rows, &mut loaded)?;
        Ok(loaded)
    }

    /// Adds the events of rows that come in the order of their streams, each of them from its first on.
    fn open_events(&self, rows: &[AnyRow], loaded: &mut HashMap<StreamId, Vec<Event>>) -> Result<()> {
        let master = self.master();
        let mut keys = Unwrapped::new(&master);
        let mut key = None;
        for row in rows {
            let header = small(row)?;
            let events = loaded.entry(header.stream).or_default();
            if header.n != events.len() as Version + 1 {
                return Err(StoreError::corrupt("an event of a stream is missing"));
            }
            if header.n == 1 {
                key = Some(keys.of_text(row, 3)?);
            }
            events.push(open_event(row, header, key)?);
        }
        Ok(())
    }

    /// The number of events in a stream; 0 when it does not exist.
    pub async fn version(&self, stream: StreamId) -> Result<Version> {
        let row = Sql::new("SELECT version FROM streams WHERE id = $1 AND kind = $2")
            .bind(stream.id.to_string())
            .bind(stream.kind.as_str())
            .fetch_optional(&mut *self.db().read().await?)
            .await?;
        row.map_or(Ok(0), |row| row.int(0))
    }

    /// The ids of all streams of a kind, oldest first.
    pub async fn streams(&self, kind: StreamKind) -> Result<Vec<Uuid>> {
        let rows = Sql::new("SELECT id FROM streams WHERE kind = $1 ORDER BY id")
            .bind(kind.as_str())
            .fetch_all(&mut *self.db().read().await?)
            .await?;
        rows.iter().map(|row| row.uuid(0)).collect()
    }

    /// Events of all streams after this place of the journal; 0 begins at the first.
    pub async fn events_after(&self, seq: i64, limit: u32) -> Result<Vec<Event>> {
        self.read_events_after(&mut *self.db().read().await?, seq, limit).await
    }

    pub(crate) async fn read_events_after(
        &self,
        connection: &mut AnyConnection,
        seq: i64,
        limit: u32,
    ) -> Result<Vec<Event>> {
        let master = self.master();
        let mut keys = Unwrapped::new(&master);
        let select = Sql::new(SELECT).push(KEY).push(OF_EACH).push("WHERE e.seq > ").push_bind(seq);
        let rows = select.push(" ORDER BY e.seq LIMIT ").push_bind(i64::from(limit)).fetch_all(connection).await?;
        rows.iter().map(|row| open_event(row, small(row)?, Some(keys.of_text(row, 3)?))).collect()
    }
}

/// The small columns of an event in one text (see [`KEY`]), then what came along, and the payload.
const SELECT: &str =
    " SELECT e.stream_kind || ' ' || e.stream_id || ' ' || e.n || ' ' || e.seq || ' ' || e.schema || ' ' ||
     e.at || ' ' || e.actor || ' ' || e.kind, e.carried, e.sealed,";
/// For whole streams: the key of a stream stands beside its first event, and holds for all of it.
const OF_STREAMS: &str = "FROM events e LEFT JOIN keys k ON k.id = e.key_id AND e.n = 1 ";
/// For events of any streams: each with its key.
const OF_EACH: &str = "FROM events e JOIN keys k ON k.id = e.key_id ";

/// The header from the first column of [`SELECT`].
fn small(row: &AnyRow) -> Result<Header> {
    let mut parts = row.str(0)?.splitn(8, ' ');
    let mut next = || parts.next().ok_or(StoreError::corrupt("an event lacks a column"));
    let id = |text: &str| Uuid::parse_str(text).map_err(|_| StoreError::corrupt("an id is not a UUID"));
    let number = |text: &str| text.parse().map_err(|_| StoreError::corrupt("a number of an event is none"));
    let kind = next()?.parse().map_err(|_| StoreError::corrupt("a stream has an unknown kind"))?;
    let stream = StreamId::new(kind, id(next()?)?);
    let (n, seq): (Version, i64) = (number(next()?)?, number(next()?)?);
    let schema = schema(number(next()?)?)?;
    let at = Timestamp::from_microsecond(number(next()?)?);
    let at = at.map_err(|_| StoreError::corrupt("an instant is out of range"))?;
    Ok(Header { stream, n, seq, schema, at, actor: id(next()?)?, kind: next()?.to_owned() })
}

fn schema(number: i64) -> Result<u32> {
    u32::try_from(number).map_err(|_| StoreError::corrupt("an event has an impossible schema"))
}

/// The header from eight columns.
pub(crate) fn read_header(row: &AnyRow) -> Result<Header> {
    Ok(Header {
        stream: StreamId::new(row.stream_kind(0)?, row.uuid(1)?),
        n: row.int(2)?,
        seq: row.int(3)?,
        kind: row.text(4)?,
        schema: schema(row.int(5)?)?,
        at: row.instant(6)?,
        actor: row.uuid(7)?,
    })
}

fn open_event(row: &AnyRow, header: Header, key: Option<(Uuid, Option<&SealKey>)>) -> Result<Event> {
    let Some((key_id, Some(key))) = key else {
        return Err(StoreError::NoKey { what: "the key of a stream is gone" });
    };
    let payload = key.open(&header_bytes(&header, key_id, row.slice(1)?), row.slice(2)?);
    Ok(Event { header, payload: payload.map_err(|_| StoreError::corrupt("an event does not open"))? })
}

fn check(append: &Append) -> Result<()> {
    let mut seen = BTreeSet::new();
    if !append.streams.iter().all(|of| seen.insert(of.stream.id)) {
        return Err(StoreError::invalid("an append names a stream twice"));
    }
    let carries = !append.bodies.is_empty() || !append.attachments.is_empty();
    if carries && carrier(append).is_none() {
        return Err(StoreError::invalid("texts and files need an event to hang on"));
    }
    Ok(())
}

/// The event that texts and files hang on: the last of the first stream that has one.
fn carrier(append: &Append) -> Option<(StreamId, Version)> {
    let of = append.streams.iter().find(|of| !of.events.is_empty())?;
    Some((of.stream, of.expected + of.events.len() as Version))
}

fn owners(append: &Append) -> BTreeSet<String> {
    let streams = append.streams.iter().filter(|of| !of.events.is_empty()).map(|of| KeyOwner::Stream(of.stream));
    let bodies = append.bodies.iter().map(|body| body.owner);
    let files = append.attachments.iter().map(|file| file.owner);
    streams.chain(bodies).chain(files).map(|owner| owner.text()).collect()
}

/// Makes every append wait until this transaction ends.
pub(crate) async fn hold_appends(tx: &mut AnyConnection) -> Result<()> {
    Sql::new("UPDATE counters SET value = value WHERE name = 'event'").execute(tx).await?;
    Ok(())
}

/// Locks the journal and takes the places of the new events; gives the first of them.
async fn take_places(tx: &mut AnyConnection, append: &Append) -> Result<i64> {
    let events: usize = append.streams.iter().map(|of| of.events.len()).sum();
    let row = Sql::new("UPDATE counters SET value = value + $1 WHERE name = 'event' RETURNING value")
        .bind(events as i64)
        .fetch_one(tx)
        .await?;
    Ok(row.int(0)? - events as i64 + 1)
}

/// The last hashes of the streams, once their versions are the expected ones.
async fn heads(tx: &mut AnyConnection, streams: &[StreamAppend]) -> Result<HashMap<StreamId, Hash>> {
    if streams.is_empty() {
        return Ok(HashMap::new());
    }
    let mut found = HashMap::new();
    for some in streams.chunks(BATCH) {
        let rows = Sql::new("SELECT kind, id, version, head FROM streams WHERE id IN ")
            .list(some.iter().map(|of| of.stream.id.to_string()))
            .fetch_all(tx)
            .await?;
        for row in &rows {
            found.insert(StreamId::new(row.stream_kind(0)?, row.uuid(1)?), (row.int(2)?, row.hash(3)?));
        }
    }
    for of in streams {
        if found.get(&of.stream).map_or(0, |(version, _)| *version) != of.expected {
            return Err(StoreError::Conflict { stream: of.stream });
        }
    }
    Ok(found.into_iter().map(|(stream, (_, hash))| (stream, hash)).collect())
}

async fn insert_events(tx: &mut AnyConnection, rows: &[Row]) -> Result<()> {
    for rows in rows.chunks(BATCH) {
        let made = Sql::new(
            "INSERT INTO events (seq, stream_kind, stream_id, n, kind, schema, at, actor, key_id, carried, sealed, hash)
             VALUES ",
        )
        .rows(rows, |event, row| {
            let header = &event.header;
            row.bind(header.seq).bind(header.stream.kind.as_str()).bind(header.stream.id.to_string());
            row.bind(header.n).bind(header.kind.as_str()).bind(i64::from(header.schema));
            row.bind(header.at.as_microsecond()).bind(header.actor.to_string()).bind(event.key_id.to_string());
            row.bind(event.carried.as_slice()).bind(event.sealed.as_slice()).bind(event.hash.as_slice());
        })
        .execute(tx)
        .await;
        match made {
            Err(error) if is_duplicate(&error) => {
                return Err(StoreError::corrupt("the head of a stream is out of step"));
            }
            other => other?,
        };
    }
    Ok(())
}

async fn move_heads(tx: &mut AnyConnection, rows: &[Row]) -> Result<()> {
    let mut last: HashMap<StreamId, &Row> = HashMap::new();
    for row in rows {
        last.insert(row.header.stream, row);
    }
    let last: Vec<&Row> = last.into_values().collect();
    for rows in last.chunks(BATCH) {
        Sql::new("INSERT INTO streams (id, kind, version, head) VALUES ")
            .rows(rows, |event, row| {
                row.bind(event.header.stream.id.to_string()).bind(event.header.stream.kind.as_str());
                row.bind(event.header.n).bind(event.hash.as_slice());
            })
            .push(" ON CONFLICT (id) DO UPDATE SET version = excluded.version, head = excluded.head")
            .execute(tx)
            .await?;
    }
    Ok(())
}
