//! placeholder being replaced by the publish engineer
use crate::error::{Error, Result};
use crate::office::Office;
use rulebook::case::CaseFile;
use store::NewPublication;
impl Office {
    pub(crate) async fn publication(&self, _after: &CaseFile) -> Result<NewPublication> {
        Err(Error::Publish("not there"))
    }
    /// x
    pub async fn write_tree(&self) -> Result<()> {
        Err(Error::Publish("not there"))
    }
}
