//! Checkpoints: a signed Merkle root over the heads of all streams, which finds what was cut off later (decision 22).
//!
//! The text is for everybody: it says when, how many events and streams there were, and one hash that tells nothing.
//! The heads themselves stay in the database, sealed; with them a cut stream can be named. They are believed only when
//! they give the signed root.

use std::collections::BTreeMap;

use ed25519_dalek::{Signature, Signer, SigningKey, Verifier, VerifyingKey};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use sqlx::AnyConnection;
use uuid::Uuid;

use crate::chain::Hash;
use crate::db::{Columns, Sql};
use crate::error::{Result, StoreError};
use crate::seal::{hex, unhex};
use crate::store::Store;
use crate::stream::{StreamId, StreamKind, Version};
use crate::verify::{Broken, Fault};

/// A checkpoint, as it is published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checkpoint {
    noroshi_checkpoint: u32,
    /// When it was made.
    pub at: Timestamp,
    /// The number of events in the journal.
    pub events: i64,
    /// The number of streams.
    pub streams: u64,
    /// The Merkle root over all heads (RFC 6962 section 2.1), hexadecimal.
    pub root: String,
    /// The Ed25519 key that signed it, hexadecimal.
    pub key: String,
    signature: String,
}

type Heads = BTreeMap<StreamId, (Version, Hash)>;

/// The heads of so many checkpoints are kept; their texts are in the published tree.
const HEADS_KEPT: i64 = 30;

impl Checkpoint {
    /// The text: JSON in one line.
    pub fn text(&self) -> String {
        serde_json::to_string(self).expect("texts and numbers always serialise")
    }

    /// Reads the text and proves its signature by the key it names. Whether that key is ours is for the caller.
    pub fn parse(text: &str) -> Result<Checkpoint> {
        let parsed: Checkpoint =
            serde_json::from_str(text).map_err(|_| StoreError::invalid("this file is not a checkpoint"))?;
        parsed.proven().ok_or(StoreError::invalid("the signature of this checkpoint is wrong"))?;
        Ok(parsed)
    }

    fn proven(&self) -> Option<()> {
        let key = VerifyingKey::from_bytes(&unhex(&self.key)?).ok()?;
        let signature = Signature::from_bytes(&unhex(&self.signature)?);
        key.verify(&self.signed_bytes()?, &signature).ok()
    }

    fn signed_bytes(&self) -> Option<Vec<u8>> {
        let root: Hash = unhex(&self.root)?;
        let mut bytes = b"noroshi checkpoint 1\0".to_vec();
        bytes.extend_from_slice(&self.at.as_microsecond().to_be_bytes());
        bytes.extend_from_slice(&self.events.to_be_bytes());
        bytes.extend_from_slice(&self.streams.to_be_bytes());
        bytes.extend_from_slice(&root);
        Some(bytes)
    }
}

impl Store {
    /// The public half of the key that signs checkpoints, hexadecimal.
    pub fn checkpoint_key(&self) -> String {
        hex(self.signing_key().verifying_key().as_bytes())
    }

    /// Signs the state of the whole journal as it is now.
    pub async fn checkpoint(&self, now: Timestamp) -> Result<Checkpoint> {
        let mut tx = self.db().begin().await?;
        let (events, heads) = current(&mut tx).await?;
        let signing = self.signing_key();
        let mut checkpoint = Checkpoint {
            noroshi_checkpoint: 1,
            at: Timestamp::from_microsecond(now.as_microsecond()).expect("an instant stays in range"),
            events,
            streams: heads.len() as u64,
            root: hex(&root(&heads)),
            key: hex(signing.verifying_key().as_bytes()),
            signature: String::new(),
        };
        let bytes = checkpoint.signed_bytes().expect("the root was just written");
        checkpoint.signature = hex(&signing.sign(&bytes).to_bytes());
        self.keep(&mut tx, &checkpoint, &heads).await?;
        tx.commit().await?;
        Ok(checkpoint)
    }

    async fn keep(&self, tx: &mut AnyConnection, checkpoint: &Checkpoint, heads: &Heads) -> Result<()> {
        let sealed = self.secrets().heads.seal(self.entropy(), &heads_label(checkpoint.events), &pack(heads));
        Sql::new(
            "INSERT INTO checkpoints (seq, at, text, heads) VALUES ($1, $2, $3, $4) ON CONFLICT (seq)
             DO UPDATE SET at = excluded.at, text = excluded.text, heads = excluded.heads",
        )
        .bind(checkpoint.events)
        .bind(checkpoint.at.as_microsecond())
        .bind(checkpoint.text())
        .bind(sealed)
        .execute(tx)
        .await?;
        Sql::new(
            "DELETE FROM checkpoints WHERE seq <= (SELECT seq FROM checkpoints ORDER BY seq DESC LIMIT 1 OFFSET $1)",
        )
        .bind(HEADS_KEPT)
        .execute(tx)
        .await?;
        Ok(())
    }

    /// Compares the journal with a checkpoint's text and names every stream that was cut or rewritten since.
    ///
    /// This compares heads; that each head is true to its events is what [`Store::verify`] proves.
    pub async fn verify_against(&self, text: &str) -> Result<Vec<Broken>> {
        let checkpoint = Checkpoint::parse(text)?;
        if checkpoint.key != self.checkpoint_key() {
            return Err(StoreError::invalid("this checkpoint was signed by another installation"));
        }
        let mut tx = self.db().snapshot().await?;
        let now = as_of(&mut tx, checkpoint.events).await?;
        if hex(&root(&now)) == checkpoint.root {
            return Ok(Vec::new());
        }
        let Some(then) = self.kept_heads(&mut tx, &checkpoint).await? else {
            let n = crate::verify::first_gap(&mut tx).await?;
            return Ok(vec![Broken { stream: None, n, why: Fault::CutSinceCheckpoint }]);
        };
        let compare = |(stream, (version, head)): (&StreamId, &(Version, Hash))| {
            let (found, hash) = now.get(stream).copied().unwrap_or_default();
            let why = match found {
                found if found < *version => Fault::CutSinceCheckpoint,
                _ if hash != *head => Fault::RewrittenSinceCheckpoint,
                _ => return None,
            };
            Some(Broken { stream: Some(*stream), n: (found + 1).min(*version), why })
        };
        let mut broken: Vec<Broken> = then.iter().filter_map(compare).collect();
        let added = now.keys().filter(|stream| !then.contains_key(stream));
        broken.extend(added.map(|stream| Broken { stream: Some(*stream), n: 1, why: Fault::RewrittenSinceCheckpoint }));
        Ok(broken)
    }

    /// The heads kept beside this checkpoint, if they are there and give its root.
    async fn kept_heads(&self, connection: &mut AnyConnection, checkpoint: &Checkpoint) -> Result<Option<Heads>> {
        let select = Sql::new("SELECT heads FROM checkpoints WHERE seq = $1").bind(checkpoint.events);
        let Some(row) = select.fetch_optional(connection).await? else { return Ok(None) };
        let packed = self.secrets().heads.open(&heads_label(checkpoint.events), &row.bytes(0)?).ok();
        let heads = packed.and_then(|packed| unpack(&packed));
        Ok(heads.filter(|heads| hex(&root(heads)) == checkpoint.root))
    }

    fn signing_key(&self) -> SigningKey {
        SigningKey::from_bytes(self.signing_seed().bytes())
    }
}

/// All heads and the number of events, seen in one statement.
async fn current(connection: &mut AnyConnection) -> Result<(i64, Heads)> {
    let rows = Sql::new(
        "SELECT s.kind, s.id, s.version, s.head, c.value FROM counters c LEFT JOIN streams s ON 1 = 1
         WHERE c.name = 'event'",
    )
    .fetch_all(connection)
    .await?;
    let events = rows.first().map_or(Ok(0), |row| row.int(4))?;
    let mut heads = Heads::new();
    for row in &rows {
        if row.maybe_text(1)?.is_some() {
            heads.insert(StreamId::new(row.stream_kind(0)?, row.uuid(1)?), (row.int(2)?, row.hash(3)?));
        }
    }
    Ok((events, heads))
}

/// The heads as they were when the journal had so many events.
async fn as_of(connection: &mut AnyConnection, events: i64) -> Result<Heads> {
    let rows = Sql::new(
        "SELECT e.stream_kind, e.stream_id, e.n, e.hash FROM events e JOIN
         (SELECT stream_id, MAX(n) AS last FROM events WHERE seq <= $1 GROUP BY stream_id) l
         ON l.stream_id = e.stream_id AND l.last = e.n",
    )
    .bind(events)
    .fetch_all(connection)
    .await?;
    let mut heads = Heads::new();
    for row in &rows {
        heads.insert(StreamId::new(row.stream_kind(0)?, row.uuid(1)?), (row.int(2)?, row.hash(3)?));
    }
    Ok(heads)
}

fn heads_label(events: i64) -> Vec<u8> {
    [b"heads\0".as_slice(), &events.to_be_bytes()].concat()
}

const PACKED: usize = 1 + 16 + 8 + 32;

fn pack(heads: &Heads) -> Vec<u8> {
    let mut packed = Vec::with_capacity(heads.len() * PACKED);
    for (stream, (version, head)) in heads {
        packed.push(stream.kind as u8);
        packed.extend_from_slice(stream.id.as_bytes());
        packed.extend_from_slice(&version.to_be_bytes());
        packed.extend_from_slice(head);
    }
    packed
}

fn unpack(packed: &[u8]) -> Option<Heads> {
    let one = |bytes: &[u8]| {
        let kind = StreamKind::ALL.get(usize::from(bytes[0]))?;
        let id = Uuid::from_slice(&bytes[1..17]).ok()?;
        let version = Version::from_be_bytes(bytes[17..25].try_into().ok()?);
        Some((StreamId::new(*kind, id), (version, bytes[25..].try_into().ok()?)))
    };
    if !packed.len().is_multiple_of(PACKED) {
        return None;
    }
    packed.chunks_exact(PACKED).map(one).collect()
}

/// The Merkle tree hash (RFC 6962 section 2.1): 0x00 before a leaf, 0x01 before a pair.
fn root(heads: &Heads) -> Hash {
    let leaves: Vec<Hash> = heads.iter().map(|(stream, (version, head))| leaf(stream, *version, head)).collect();
    tree(&leaves)
}

fn leaf(stream: &StreamId, version: Version, head: &Hash) -> Hash {
    let hasher = Sha256::new().chain_update([0]).chain_update([stream.kind as u8]).chain_update(stream.id.as_bytes());
    hasher.chain_update(version.to_be_bytes()).chain_update(head).finalize().into()
}

fn tree(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => Sha256::digest([]).into(),
        [leaf] => *leaf,
        _ => {
            let (left, right) = leaves.split_at(leaves.len().next_power_of_two() / 2);
            Sha256::new().chain_update([1]).chain_update(tree(left)).chain_update(tree(right)).finalize().into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6962 section 2.1: the left part has the largest power of two below the number of leaves.
    #[test]
    fn the_tree_is_that_of_rfc_6962() {
        let leaves: Vec<Hash> = (0..5).map(|i| Sha256::digest([0, i]).into()).collect();
        let pair = |l: &Hash, r: &Hash| -> Hash {
            Sha256::new().chain_update([1]).chain_update(l).chain_update(r).finalize().into()
        };
        let four = pair(&pair(&leaves[0], &leaves[1]), &pair(&leaves[2], &leaves[3]));
        assert_eq!(tree(&leaves[..4]), four);
        assert_eq!(tree(&leaves), pair(&four, &leaves[4]));
        assert_eq!(tree(&leaves[..3]), pair(&pair(&leaves[0], &leaves[1]), &leaves[2]));
        // SHA-256 of nothing, FIPS 180-4.
        assert_eq!(hex(&tree(&[])), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
