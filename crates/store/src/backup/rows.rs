//! Rows as JSON lines: an array per row; bytes as base64.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use crate::db::{Cell, Table};

pub(super) fn to_lines(rows: &[Vec<Cell>]) -> Vec<u8> {
    let mut lines = Vec::new();
    for row in rows {
        let row: Vec<Value> = row.iter().map(to_json).collect();
        serde_json::to_writer(&mut lines, &row).expect("writing into memory cannot fail");
        lines.push(b'\n');
    }
    lines
}

fn to_json(cell: &Cell) -> Value {
    match cell {
        Cell::Text(value) => value.as_deref().into(),
        Cell::Int(value) => (*value).into(),
        Cell::Bytes(value) => value.as_ref().map(|bytes| STANDARD.encode(bytes)).into(),
    }
}

pub(super) fn from_lines(table: &Table, lines: &[u8]) -> Option<Vec<Vec<Cell>>> {
    lines.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).map(|line| from_line(table, line)).collect()
}

fn from_line(table: &Table, line: &[u8]) -> Option<Vec<Cell>> {
    let values: Vec<Value> = serde_json::from_slice(line).ok()?;
    let cells: Option<Vec<Cell>> = table.kinds().zip(&values).map(|(kind, value)| from_json(kind, value)).collect();
    cells.filter(|cells| cells.len() == values.len() && cells.len() == table.kinds().count())
}

fn from_json(kind: &str, value: &Value) -> Option<Cell> {
    Some(match (kind, value) {
        ("text", Value::Null) => Cell::Text(None),
        ("text", Value::String(text)) => Cell::Text(Some(text.clone())),
        ("int", Value::Null) => Cell::Int(None),
        ("int", Value::Number(number)) => Cell::Int(Some(number.as_i64()?)),
        ("bytes", Value::Null) => Cell::Bytes(None),
        ("bytes", Value::String(text)) => Cell::Bytes(Some(STANDARD.decode(text).ok()?)),
        _ => return None,
    })
}
