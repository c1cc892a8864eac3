//! Writes a plan to measure with to standard output:
//!
//! ```text
//! cargo run --release --example generate -- 100000 > big.scf.yaml
//! cargo run --release --example generate -- 100000 chain > chain.scf.yaml
//! ```

mod generator;

use anyhow::{Context, Result};
use generator::Shape;
use std::io::Write;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let usage = || {
        let shapes: Vec<&str> = Shape::ALL.iter().map(|(name, _)| *name).collect();
        format!("usage: generate ITEMS [SHAPE], where SHAPE is one of: {}", shapes.join(", "))
    };
    let items = arguments.next().and_then(|items| items.parse().ok()).with_context(usage)?;
    let name = arguments.next().unwrap_or_else(|| "plausible".into());
    let (_, shape) = Shape::ALL.into_iter().find(|(known, _)| *known == name).with_context(usage)?;
    std::io::stdout().lock().write_all(shape.text(items).as_bytes())?;
    Ok(())
}
