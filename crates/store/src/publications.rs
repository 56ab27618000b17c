//! What goes into the published tree: signed files, stored before the commit that publishes them (decision 21).
//!
//! They are sealed like everything else, because until that commit they are secret.

use jiff::Timestamp;
use sqlx::AnyConnection;
use uuid::Uuid;

use crate::db::{BATCH, Columns, Sql};
use crate::entropy::Entropy;
use crate::error::{Result, StoreError, is_duplicate};
use crate::seal::SealKey;
use crate::store::Store;

/// The files of one revision of an advisory.
pub struct NewPublication {
    /// The advisory.
    pub advisory: Uuid,
    /// Its revision, from 1; each can be published once.
    pub revision: i64,
    /// Paths inside the published tree and the exact bytes for them.
    pub files: Vec<(String, Vec<u8>)>,
}

/// A publication that was committed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// Its place among all publications, from 1, without gaps, in the order of commits.
    pub seq: i64,
    /// The advisory.
    pub advisory: Uuid,
    /// Its revision.
    pub revision: i64,
    /// The instant of the append.
    pub at: Timestamp,
    /// Paths and bytes.
    pub files: Vec<(String, Vec<u8>)>,
}

pub(crate) async fn put(
    tx: &mut AnyConnection,
    key: &SealKey,
    entropy: &dyn Entropy,
    at: Timestamp,
    publications: &[NewPublication],
) -> Result<()> {
    for publication in publications {
        let seq = Sql::new("UPDATE counters SET value = value + 1 WHERE name = 'publication' RETURNING value");
        let seq = seq.fetch_one(tx).await?.int(0)?;
        let made = Sql::new("INSERT INTO publications (seq, advisory, revision, at) VALUES ($1, $2, $3, $4)")
            .bind(seq)
            .bind(publication.advisory.to_string())
            .bind(publication.revision)
            .bind(at.as_microsecond())
            .execute(tx)
            .await;
        match made {
            Err(error) if is_duplicate(&error) => return Err(StoreError::Taken { kind: "publication" }),
            other => other?,
        };
        let files: Vec<_> = publication.files.iter().enumerate().collect();
        for some in files.chunks(BATCH) {
            Sql::new("INSERT INTO publication_files (seq, i, sealed) VALUES ")
                .rows(some, |(i, (path, bytes)), row| {
                    let i = *i as i64;
                    row.bind(seq).bind(i).bind(key.seal(entropy, &file_label(seq, i), &join(path, bytes)));
                })
                .execute(tx)
                .await?;
        }
    }
    Ok(())
}

impl Store {
    /// Publications after this place, oldest first; 0 begins at the first.
    pub async fn publications_after(&self, seq: i64, limit: u32) -> Result<Vec<Publication>> {
        let mut connection = self.db().read().await?;
        let rows =
            Sql::new("SELECT seq, advisory, revision, at FROM publications WHERE seq > $1 ORDER BY seq LIMIT $2")
                .bind(seq)
                .bind(i64::from(limit))
                .fetch_all(&mut connection)
                .await?;
        let mut publications = Vec::with_capacity(rows.len());
        for row in &rows {
            let seq = row.int(0)?;
            let sealed = Sql::new("SELECT i, sealed FROM publication_files WHERE seq = $1 ORDER BY i").bind(seq);
            let mut files = Vec::new();
            for file in sealed.fetch_all(&mut connection).await? {
                files.push(self.published_file(seq, file.int(0)?, &file.bytes(1)?)?);
            }
            let (advisory, revision, at) = (row.uuid(1)?, row.int(2)?, row.instant(3)?);
            publications.push(Publication { seq, advisory, revision, at, files });
        }
        Ok(publications)
    }

    /// The number of the newest revision of an advisory; none while it is not published.
    pub async fn newest_revision_of(&self, advisory: Uuid) -> Result<Option<i64>> {
        let newest = Sql::new("SELECT revision FROM publications WHERE advisory = $1 ORDER BY revision DESC LIMIT 1");
        let row = newest.bind(advisory.to_string()).fetch_optional(&mut *self.db().read().await?).await?;
        row.map(|row| row.int(0)).transpose()
    }

    /// The newest revision of an advisory.
    pub async fn newest_publication_of(&self, advisory: Uuid) -> Result<Option<Publication>> {
        let newest = Sql::new("SELECT seq FROM publications WHERE advisory = $1 ORDER BY revision DESC LIMIT 1");
        let row = newest.bind(advisory.to_string()).fetch_optional(&mut *self.db().read().await?).await?;
        let Some(row) = row else { return Ok(None) };
        Ok(self.publications_after(row.int(0)? - 1, 1).await?.pop())
    }

    fn published_file(&self, seq: i64, i: i64, sealed: &[u8]) -> Result<(String, Vec<u8>)> {
        let damaged = StoreError::corrupt("a file to be published does not open");
        let Ok(joined) = self.secrets().publication.open(&file_label(seq, i), sealed) else { return Err(damaged) };
        split(joined).ok_or(damaged)
    }
}

fn file_label(seq: i64, i: i64) -> Vec<u8> {
    [b"publication\0".as_slice(), &seq.to_be_bytes(), &i.to_be_bytes()].concat()
}

/// A file as it is sealed: the length of its path, the path, the bytes.
fn join(path: &str, bytes: &[u8]) -> Vec<u8> {
    [(path.len() as u32).to_be_bytes().as_slice(), path.as_bytes(), bytes].concat()
}

fn split(mut joined: Vec<u8>) -> Option<(String, Vec<u8>)> {
    let length = u32::from_be_bytes(joined.get(..4)?.try_into().ok()?) as usize;
    let path = String::from_utf8(joined.get(4..4 + length)?.to_vec()).ok()?;
    joined.drain(..4 + length);
    Some((path, joined))
}
