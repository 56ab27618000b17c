//! Columns of a row as the types of this crate.

use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::Row;
use sqlx::any::AnyRow;
use uuid::Uuid;

use crate::error::{Result, StoreError};
use crate::stream::StreamKind;

/// Reads a column by its place in the select.
pub(crate) trait Columns {
    fn str(&self, column: usize) -> Result<&str>;
    fn text(&self, column: usize) -> Result<String>;
    fn maybe_text(&self, column: usize) -> Result<Option<String>>;
    fn int(&self, column: usize) -> Result<i64>;
    fn maybe_int(&self, column: usize) -> Result<Option<i64>>;
    fn slice(&self, column: usize) -> Result<&[u8]>;
    fn bytes(&self, column: usize) -> Result<Vec<u8>>;
    fn maybe_bytes(&self, column: usize) -> Result<Option<Vec<u8>>>;

    fn uuid(&self, column: usize) -> Result<Uuid> {
        Uuid::parse_str(self.str(column)?).map_err(|_| StoreError::corrupt("an id is not a UUID"))
    }

    fn maybe_uuid(&self, column: usize) -> Result<Option<Uuid>> {
        let Some(text) = self.maybe_text(column)? else { return Ok(None) };
        Uuid::parse_str(&text).map(Some).map_err(|_| StoreError::corrupt("an id is not a UUID"))
    }

    fn stream_kind(&self, column: usize) -> Result<StreamKind> {
        self.str(column)?.parse().map_err(|_| StoreError::corrupt("a stream has an unknown kind"))
    }

    fn instant(&self, column: usize) -> Result<Timestamp> {
        Timestamp::from_microsecond(self.int(column)?).map_err(|_| StoreError::corrupt("an instant is out of range"))
    }

    /// A day, or none for [`NO_DAY`](crate::cards::NO_DAY).
    fn due(&self, column: usize) -> Result<Option<Date>> {
        let text = self.text(column)?;
        if text == crate::cards::NO_DAY {
            return Ok(None);
        }
        text.parse().map(Some).map_err(|_| StoreError::corrupt("a day is not a date"))
    }

    fn hash(&self, column: usize) -> Result<[u8; 32]> {
        self.bytes(column)?.try_into().map_err(|_| StoreError::corrupt("a hash has not 32 bytes"))
    }
}

impl Columns for AnyRow {
    fn str(&self, column: usize) -> Result<&str> {
        Ok(self.try_get(column)?)
    }

    fn text(&self, column: usize) -> Result<String> {
        Ok(self.try_get(column)?)
    }

    fn maybe_text(&self, column: usize) -> Result<Option<String>> {
        Ok(self.try_get(column)?)
    }

    fn int(&self, column: usize) -> Result<i64> {
        Ok(self.try_get(column)?)
    }

    fn maybe_int(&self, column: usize) -> Result<Option<i64>> {
        Ok(self.try_get(column)?)
    }

    fn slice(&self, column: usize) -> Result<&[u8]> {
        Ok(self.try_get(column)?)
    }

    fn bytes(&self, column: usize) -> Result<Vec<u8>> {
        Ok(self.try_get(column)?)
    }

    fn maybe_bytes(&self, column: usize) -> Result<Option<Vec<u8>>> {
        Ok(self.try_get(column)?)
    }
}
