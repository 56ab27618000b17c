//! Links: which subject stands in which relation to which other, readable from both ends.

use sqlx::AnyConnection;
use uuid::Uuid;

use crate::db::{BATCH, Columns, Sql};
use crate::error::Result;
use crate::store::Store;

/// `a` stands in `relation` to `b`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LinkRow {
    /// The one, such as a case.
    pub a: Uuid,
    /// The relation, such as `developer`.
    pub relation: String,
    /// The other, such as an entry of the register.
    pub b: Uuid,
}

pub(crate) async fn remove(tx: &mut AnyConnection, links: &[LinkRow]) -> Result<()> {
    for link in links {
        Sql::new("DELETE FROM links WHERE a = $1 AND relation = $2 AND b = $3")
            .bind(link.a.to_string())
            .bind(link.relation.as_str())
            .bind(link.b.to_string())
            .execute(tx)
            .await?;
    }
    Ok(())
}

pub(crate) async fn make(tx: &mut AnyConnection, links: &[LinkRow]) -> Result<()> {
    for links in links.chunks(BATCH) {
        Sql::new("INSERT INTO links (a, relation, b) VALUES ")
            .rows(links, |link, row| {
                row.bind(link.a.to_string()).bind(link.relation.as_str()).bind(link.b.to_string());
            })
            .push(" ON CONFLICT DO NOTHING")
            .execute(tx)
            .await?;
    }
    Ok(())
}

impl Store {
    /// Everything that `a` is linked to in this relation.
    pub async fn linked_from(&self, a: Uuid, relation: &str) -> Result<Vec<Uuid>> {
        let select = Sql::new("SELECT b FROM links WHERE a = $1 AND relation = $2 ORDER BY b");
        self.link_ends(select.bind(a.to_string()).bind(relation)).await
    }

    /// Everything that is linked to `b` in this relation.
    pub async fn linked_to(&self, relation: &str, b: Uuid) -> Result<Vec<Uuid>> {
        let select = Sql::new("SELECT a FROM links WHERE b = $1 AND relation = $2 ORDER BY a");
        self.link_ends(select.bind(b.to_string()).bind(relation)).await
    }

    /// All links that begin at one of these, in one query.
    pub async fn links_of(&self, starts: &[Uuid]) -> Result<Vec<LinkRow>> {
        let mut links = Vec::new();
        for some in starts.chunks(BATCH) {
            let rows = Sql::new("SELECT a, relation, b FROM links WHERE a IN ")
                .list(some.iter().map(Uuid::to_string))
                .push(" ORDER BY a, relation, b")
                .fetch_all(&mut *self.db().read().await?)
                .await?;
            for row in &rows {
                links.push(LinkRow { a: row.uuid(0)?, relation: row.text(1)?, b: row.uuid(2)? });
            }
        }
        Ok(links)
    }

    async fn link_ends(&self, select: Sql) -> Result<Vec<Uuid>> {
        let rows = select.fetch_all(&mut *self.db().read().await?).await?;
        rows.iter().map(|row| row.uuid(0)).collect()
    }
}
