//! JSON that is safe to look at: what could mislead a terminal or a reader is written as `\u....`, which JSON reads back
//! as the same character.

use crate::lang::misleads;
use serde::Serialize;
use serde_json::ser::Formatter;
use std::io::{self, Write};

/// Compact JSON with every misleading character escaped.
pub(in crate::report) struct Safe;

impl Safe {
    /// Writes a value.
    pub(in crate::report) fn write(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
        let mut serializer = serde_json::Serializer::with_formatter(out, Self);
        value.serialize(&mut serializer).map_err(io::Error::from)
    }
}

impl Formatter for Safe {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        // The control characters of ASCII but one are escaped before they come here.
        while let Some(at) = rest.find(misleads) {
            let (before, after) = rest.split_at(at);
            writer.write_all(before.as_bytes())?;
            let mut chars = after.chars();
            let mut units = [0; 2];
            for unit in chars.next().unwrap_or_default().encode_utf16(&mut units) {
                write!(writer, "\\u{unit:04x}")?;
            }
            rest = chars.as_str();
        }
        writer.write_all(rest.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::Safe;

    #[test]
    fn what_misleads_is_escaped_and_reads_back() {
        let text = "a\u{202e}b\u{7f}\u{9b}c \"quoted\" caf\u{e9}\n";
        let mut out = Vec::new();
        Safe::write(&mut out, &text).unwrap();
        let json = String::from_utf8(out).unwrap();
        assert_eq!(json, r#""a\u202eb\u007f\u009bc \"quoted\" café\n""#);
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
