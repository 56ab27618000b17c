//! Reading streams back, whole, and the journal in its order.

use std::collections::HashMap;

use jiff::Timestamp;
use sqlx::AnyConnection;
use sqlx::any::AnyRow;
use uuid::Uuid;

use crate::chain::header_bytes;
use crate::db::{BATCH, Backend, Columns, Sql};
use crate::error::{Result, StoreError};
use crate::keys::{KEY, Unwrapped, unwrap};
use crate::seal::SealKey;
use crate::store::Store;
use crate::stream::{Event, Header, StreamId, StreamKind, Version};

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

/// Whole streams, a row for each: rows of single events would cost more than what is in them. A row has the kind, the id,
/// and all events one behind the other; see [`Written`]. Goes on with the ids and [`BY_STREAM`].
macro_rules! streams {
    ($begin:literal, $end:literal) => {
        concat!(
            " SELECT MIN(e.stream_kind), e.stream_id, ",
            $begin,
            "concat_ws(' ', e.n, e.seq, e.schema, e.at, e.actor, e.kind, octet_length(e.carried), octet_length(e.sealed), \
             k.id, k.owner, k.master, octet_length(k.wrapped))",
            $end,
            " FROM events e LEFT JOIN keys k ON k.id = e.key_id AND e.n = 1 WHERE e.stream_id IN "
        )
    };
}

const STREAMS_OF_SQLITE: &str =
    streams!("CAST(string_agg(concat(", ", char(10), e.carried, e.sealed, k.wrapped), '') AS BLOB)");
const STREAMS_OF_POSTGRES: &str =
    streams!("string_agg(convert_to(", " || chr(10), 'UTF8') || e.carried || e.sealed || COALESCE(k.wrapped, ''), '')");
const BY_STREAM: &str = " GROUP BY e.stream_id";

/// Single events: the small columns in one text (see [`KEY`]), then what came along, the payload, and the key.
const EVENTS: &str =
    "SELECT e.stream_kind || ' ' || e.stream_id || ' ' || e.n || ' ' || e.seq || ' ' || e.schema || ' ' ||
     e.at || ' ' || e.actor || ' ' || e.kind, e.carried, e.sealed,";
const AFTER: &str = "FROM events e JOIN keys k ON k.id = e.key_id WHERE e.seq > ";

impl Store {
    /// All events of a stream, in order; none when it does not exist.
    pub async fn load(&self, stream: StreamId) -> Result<Vec<Event>> {
        Ok(self.load_many(&[stream]).await?.remove(&stream).unwrap_or_default())
    }

    /// All events of several streams in one query; those that do not exist are left out.
    pub async fn load_many(&self, streams: &[StreamId]) -> Result<HashMap<StreamId, Vec<Event>>> {
        let mut loaded = HashMap::with_capacity(streams.len());
        for some in streams.chunks(BATCH) {
            let rows = Sql::new(self.select_streams())
                .list(some.iter().map(|stream| stream.id.to_string()))
                .push(BY_STREAM)
                .fetch_all(&mut *self.db().read().await?)
                .await?;
            self.open_streams(&rows, &mut loaded)?;
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
            .push(self.select_streams())
            .push("(SELECT id FROM root UNION ALL SELECT l.b FROM links l JOIN root ON l.a = root.id WHERE l.relation IN ")
            .list(relations.iter().copied())
            .push(")")
            .push(BY_STREAM)
            .fetch_all(&mut *self.db().read().await?)
            .await?;
        let mut loaded = HashMap::new();
        self.open_streams(&rows, &mut loaded)?;
        Ok(loaded)
    }

    fn select_streams(&self) -> &'static str {
        match self.db().backend {
            Backend::Sqlite => STREAMS_OF_SQLITE,
            Backend::Postgres => STREAMS_OF_POSTGRES,
        }
    }

    fn open_streams(&self, rows: &[AnyRow], loaded: &mut HashMap<StreamId, Vec<Event>>) -> Result<()> {
        let master = self.master();
        for row in rows {
            let stream = StreamId::new(row.stream_kind(0)?, row.uuid(1)?);
            let mut written = Written::all(stream, row.slice(2)?)?;
            // Databases promise no order within a group.
            written.sort_by_key(|event| event.header.n);
            let first = written.first().and_then(|first| first.key.as_ref());
            let first = first.ok_or(StoreError::corrupt("the first event of a stream is missing"))?;
            let id = uuid(first.id)?;
            let key = unwrap(&master, id, first.owner, first.master, first.wrapped.map(<[u8]>::to_vec))?;
            let mut events = Vec::with_capacity(written.len());
            for event in written {
                if event.header.n != events.len() as Version + 1 {
                    return Err(StoreError::corrupt("an event of a stream is missing"));
                }
                events.push(open_event(event.header, event.carried, event.sealed.to_vec(), (id, key.as_ref()))?);
            }
            loaded.insert(stream, events);
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
        let select = Sql::new(EVENTS).push(KEY).push(AFTER).push_bind(seq);
        let rows = select.push(" ORDER BY e.seq LIMIT ").push_bind(i64::from(limit)).fetch_all(connection).await?;
        let open = |row: &AnyRow| open_event(small(row)?, row.slice(1)?, row.bytes(2)?, keys.of_text(row, 3)?);
        rows.iter().map(open).collect()
    }
}

/// An event among those of its stream. A line in words, with blanks between: number, place, schema, instant, actor, name, how
/// long is what came along and how long the payload; of the first event then the key, which holds for all, with the length of
/// what is wrapped. Behind the line all that has a length.
struct Written<'a> {
    header: Header,
    carried: &'a [u8],
    sealed: &'a [u8],
    key: Option<WrittenKey<'a>>,
}

/// A key among the events of its stream; nothing is wrapped when it was destroyed.
struct WrittenKey<'a> {
    id: &'a str,
    owner: &'a str,
    master: &'a str,
    wrapped: Option<&'a [u8]>,
}

impl<'a> Written<'a> {
    /// All events of a stream.
    fn all(stream: StreamId, mut bytes: &'a [u8]) -> Result<Vec<Self>> {
        let mut all = Vec::new();
        while !bytes.is_empty() {
            all.push(Written::read(stream, &mut bytes)?);
        }
        Ok(all)
    }

    /// The next event; leaves what is behind it.
    fn read(stream: StreamId, bytes: &mut &'a [u8]) -> Result<Self> {
        let end = bytes.iter().position(|byte| *byte == b'\n').ok_or(LACKING)?;
        let mut parts = std::str::from_utf8(&bytes[..end]).map_err(|_| LACKING)?.split(' ');
        *bytes = &bytes[end + 1..];
        let mut take = |length: &str| -> Result<&'a [u8]> {
            let (taken, rest) = length.parse().ok().and_then(|length| bytes.split_at_checked(length)).ok_or(LACKING)?;
            *bytes = rest;
            Ok(taken)
        };
        let header = header(stream, &mut parts)?;
        let mut next = || parts.next().ok_or(LACKING);
        let (carried, sealed) = (take(next()?)?, take(next()?)?);
        let Ok(id) = next() else { return Ok(Written { header, carried, sealed, key: None }) };
        let (owner, master) = (next()?, next()?);
        let wrapped = next().ok().map(take).transpose()?;
        Ok(Written { header, carried, sealed, key: Some(WrittenKey { id, owner, master, wrapped }) })
    }
}

const LACKING: StoreError = StoreError::corrupt("an event lacks a column");

/// The header from the first column of [`EVENTS`].
fn small(row: &AnyRow) -> Result<Header> {
    let mut parts = row.str(0)?.split(' ');
    let mut next = || parts.next().ok_or(LACKING);
    let kind = next()?.parse().map_err(|_| StoreError::corrupt("a stream has an unknown kind"))?;
    let stream = StreamId::new(kind, uuid(next()?)?);
    header(stream, &mut parts)
}

/// What is left of a header when the stream is known.
fn header<'a>(stream: StreamId, parts: &mut impl Iterator<Item = &'a str>) -> Result<Header> {
    let mut next = || parts.next().ok_or(LACKING);
    let number = |text: &str| text.parse().map_err(|_| StoreError::corrupt("a number of an event is none"));
    let (n, seq): (Version, i64) = (number(next()?)?, number(next()?)?);
    let schema = schema(number(next()?)?)?;
    let at = Timestamp::from_microsecond(number(next()?)?);
    let at = at.map_err(|_| StoreError::corrupt("an instant is out of range"))?;
    Ok(Header { stream, n, seq, schema, at, actor: uuid(next()?)?, kind: next()?.to_owned() })
}

fn uuid(text: &str) -> Result<Uuid> {
    Uuid::parse_str(text).map_err(|_| StoreError::corrupt("an id is not a UUID"))
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

fn open_event(header: Header, carried: &[u8], sealed: Vec<u8>, key: (Uuid, Option<&SealKey>)) -> Result<Event> {
    let (key_id, Some(key)) = key else {
        return Err(StoreError::NoKey { what: "the key of a stream is gone" });
    };
    let payload = key.open_in_place(&header_bytes(&header, key_id, carried), sealed);
    Ok(Event { header, payload: payload.map_err(|_| StoreError::corrupt("an event does not open"))? })
}
