//! Standard output, as a pipe may close on it.

use super::everywhere::Format;
use super::{Outcome, Shared};
use crate::lang::escaped;
use anstream::{AutoStream, ColorChoice};
use std::io::{self, BufWriter, ErrorKind, Write};

/// Standard output, buffered, with colours taken out where they are not wanted. It does not mind that nobody reads on.
pub(super) fn standard_output(shared: &Shared) -> BufWriter<Unminding<Box<dyn Write>>> {
    // A machine's format has no colours to take out; what looks like one there is data.
    let color = if shared.format == Format::Text { shared.color } else { ColorChoice::AlwaysAnsi };
    let out: Box<dyn Write> = Box::new(AutoStream::new(io::stdout().lock(), color));
    BufWriter::with_capacity(1 << 16, Unminding { out, closed: false })
}

/// What `answer` says in JSON, as YAML. What is no JSON, such as a manual page, is left as it is.
pub(super) fn as_yaml(
    out: &mut dyn Write,
    answer: impl FnOnce(&mut dyn Write) -> anyhow::Result<Outcome>,
) -> anyhow::Result<Outcome> {
    let mut said = Vec::new();
    let outcome = answer(&mut said)?;
    write_as_yaml(&said, out)?;
    Ok(outcome)
}

/// JSON as YAML; what is no JSON as it is.
pub(super) fn write_as_yaml(said: &[u8], out: &mut dyn Write) -> anyhow::Result<()> {
    match serde_json::from_slice::<serde_json::Value>(said) {
        Ok(json) => serde_yaml::to_writer(out, &safe(json))?,
        Err(_) => out.write_all(said)?,
    }
    Ok(())
}

/// The same with characters escaped that could mislead a screen: YAML would write them as they are.
fn safe(json: serde_json::Value) -> serde_json::Value {
    use serde_json::Value;
    match json {
        Value::String(text) => Value::String(escaped(&text).into_owned()),
        Value::Array(values) => values.into_iter().map(safe).collect(),
        Value::Object(fields) => fields.into_iter().map(|(name, value)| (name, safe(value))).collect(),
        other => other,
    }
}

/// A writer to which a closed pipe is no error: what comes after it is let go.
pub(super) struct Unminding<W> {
    out: W,
    closed: bool,
}

impl<W: Write> Write for Unminding<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.closed {
            return Ok(bytes.len());
        }
        match self.out.write(bytes) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.closed = true;
                Ok(bytes.len())
            }
            other => other,
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.closed {
            return Ok(());
        }
        match self.out.flush() {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Unminding;
    use std::io::{self, ErrorKind, Write};

    struct ClosedPipe;

    impl Write for ClosedPipe {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Err(ErrorKind::BrokenPipe.into())
        }
    }

    #[test]
    fn a_closed_pipe_is_no_error() {
        let mut out = Unminding { out: ClosedPipe, closed: false };
        assert!(out.write_all(b"nobody reads this").is_ok());
        assert!(out.flush().is_ok());
    }
}
