//! The journal: appending to streams.
//!
//! Appends happen one after the other: each begins by moving the journal's counter, whose row stays locked until the
//! commit. So the order of `seq` is the order of commits without gaps, and no two appends can wait for each other.

use std::collections::{BTreeSet, HashMap};

use sqlx::AnyConnection;
use uuid::Uuid;

use crate::append::{Append, StreamAppend};
use crate::chain::{self, Carried, Hash, header_bytes};
use crate::db::{BATCH, Columns, Sql};
use crate::error::{Result, StoreError, is_duplicate};
use crate::keys::{DataKey, KeyOwner, keys_of};
use crate::store::Store;
use crate::stream::{Header, StreamId, Version};
use crate::{attachments, bodies, cards, cells, claims, duties, jobs, links, outbox, publications, sessions, tokens};

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
}

fn check(append: &Append) -> Result<()> {
    let mut seen = BTreeSet::new();
    if !append.streams.iter().all(|of| seen.insert(of.stream.id)) {
        return Err(StoreError::invalid("an append names a stream twice"));
    }
    let is_name = |name: &str| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if !append.streams.iter().flat_map(|of| &of.events).all(|event| is_name(&event.kind)) {
        return Err(StoreError::invalid("an event has a name that is none"));
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
