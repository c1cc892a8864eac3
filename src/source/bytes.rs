//! Bytes to text: what encodings people's editors save in, and how much is read at most.

use super::{Fault, Limits, Slip, Source, Span};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

impl Source {
    /// A source of these bytes. Where they are no UTF-8, the text is the nearest that can be shown, and
    /// [`super::read`] tells the fault with its place.
    #[must_use]
    pub fn from_bytes(path: impl Into<String>, bytes: Vec<u8>) -> Self {
        if let Some(what) = other_file(&bytes) {
            // Nothing in it is for people to read.
            let mut source = Self::new(path, String::new());
            source.fault =
                Some(Fault::of_text(Slip::OtherFile, Span::default()).with("what", what.to_owned()));
            return source;
        }
        if let Some(order) = utf16(&bytes) {
            let mut source = Self::new(path, decode(&bytes, order));
            source.fault = Some(Fault::of_text(Slip::Utf16, Span::default()));
            return source;
        }
        match String::from_utf8(bytes) {
            Ok(text) => Self::new(path, text),
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                let mark = if error.as_bytes().starts_with("\u{feff}".as_bytes()) { 3 } else { 0 };
                let mut source = Self::new(path, String::from_utf8_lossy(error.as_bytes()).into_owned());
                let at = at.saturating_sub(mark);
                let span = Span::new(at, at + char::REPLACEMENT_CHARACTER.len_utf8());
                source.fault = Some(Fault::of_text(Slip::NotUtf8, span));
                source
            }
        }
    }

    /// A source of which nothing was kept, because there is more of it than a plan may have.
    fn too_large(path: String, limits: Limits) -> Self {
        let mut source = Self::new(path, String::new());
        let limit = format!("{} MiB", limits.file >> 20);
        source.fault = Some(Fault::of_text(Slip::FileTooLarge, Span::default()).with("limit", limit));
        source
    }
}

/// Reads a file.
///
/// # Errors
/// When the system does not give its bytes. A file that is too large, or no text, is a fault that [`super::read`] tells.
pub fn load(path: &Path, limits: Limits) -> io::Result<Source> {
    let file = File::open(path)?;
    let name = path.display().to_string();
    let about = file.metadata()?;
    if about.is_file() && about.len() > limits.file as u64 {
        return Ok(Source::too_large(name, limits));
    }
    load_from(name, file, limits)
}

/// Reads whatever gives bytes, standard input for one; never more of it than a plan may have.
///
/// # Errors
/// When the bytes do not come.
pub fn load_from(name: impl Into<String>, reader: impl Read, limits: Limits) -> io::Result<Source> {
    let mut bytes = Vec::new();
    reader.take(limits.file as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > limits.file {
        return Ok(Source::too_large(name.into(), limits));
    }
    Ok(Source::from_bytes(name, bytes))
}

/// What program these bytes come from, where they are no plain text, by how such files begin.
fn other_file(bytes: &[u8]) -> Option<&'static str> {
    const BEGINNINGS: [(&[u8], &str); 6] = [
        (b"PK\x03\x04", "word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "word"),
        (b"{\\rtf", "rich-text"),
        (b"%PDF-", "pdf"),
        (b"<!DOCTYPE", "page"),
        (b"<html", "page"),
    ];
    BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning)).map(|(_, what)| *what)
}

/// How two bytes make a number.
type Order = fn([u8; 2]) -> u16;

/// The byte order, if these bytes are UTF-16: by their mark; or because a plan begins with a letter or sign of ASCII,
/// and spaces, colons and line breaks follow, so that many bytes are zero, and always the same one of two.
fn utf16(bytes: &[u8]) -> Option<Order> {
    let sample = &bytes[..bytes.len().min(4096)];
    let zeros = |first: usize| sample.iter().skip(first).step_by(2).filter(|&&byte| byte == 0).count();
    let enough = sample.len().div_ceil(16);
    match bytes {
        [0xff, 0xfe, ..] => Some(u16::from_le_bytes),
        [0xfe, 0xff, ..] => Some(u16::from_be_bytes),
        [_, 0, ..] if zeros(0) == 0 && zeros(1) >= enough => Some(u16::from_le_bytes),
        [0, _, ..] if zeros(1) == 0 && zeros(0) >= enough => Some(u16::from_be_bytes),
        _ => None,
    }
}

fn decode(bytes: &[u8], order: Order) -> String {
    let units = bytes.chunks_exact(2).map(|pair| order([pair[0], pair[1]]));
    char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::read;

    fn slips(source: &Source) -> Vec<(Slip, u32, u32)> {
        let faults = read(source, Limits::FORMAT_1).err().unwrap_or_default();
        let place = |fault: &Fault| source.position(fault.at.start);
        faults.iter().map(|fault| (fault.slip, place(fault).line, place(fault).column)).collect()
    }

    #[test]
    fn the_first_byte_that_is_no_text_is_shown_in_its_line() {
        let source = Source::from_bytes("-", b"ambition: x\ntitle: caf\xe9 \xe9\n".to_vec());
        assert_eq!(slips(&source), [(Slip::NotUtf8, 2, 11)]);
        assert_eq!(source.line(2), "title: caf\u{fffd} \u{fffd}");
        let marked = Source::from_bytes("-", b"\xef\xbb\xbfa: \xff".to_vec());
        assert_eq!(slips(&marked), [(Slip::NotUtf8, 1, 4)]);
    }

    #[test]
    fn faults_after_a_byte_that_is_no_text_are_told_too() {
        let source = Source::from_bytes("-", b"ambition: caf\xe9\ntitle: a: b\n".to_vec());
        assert_eq!(slips(&source), [(Slip::NotUtf8, 1, 14), (Slip::ColonInText, 2, 9)]);
    }

    #[test]
    fn utf16_is_known_with_and_without_a_mark() {
        let text = "ambition: Дорога\ntitle: x\n";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for (mark, bytes) in
            [(vec![], &little), (vec![], &big), (vec![0xff, 0xfe], &little), (vec![0xfe, 0xff], &big)]
        {
            let source = Source::from_bytes("-", [mark, bytes.clone()].concat());
            assert_eq!(slips(&source), [(Slip::Utf16, 1, 1)]);
            assert_eq!(source.line(1), "ambition: Дорога");
        }
    }

    #[test]
    fn the_file_of_another_program_is_one_fault() {
        let files: [&[u8]; 4] =
            [b"PK\x03\x04\x14\0\x06\0", b"{\\rtf1\\ansi a: b}", b"%PDF-1.4\n", b"<html>a: b"];
        for bytes in files {
            let source = Source::from_bytes("-", bytes.to_vec());
            assert_eq!(slips(&source), [(Slip::OtherFile, 1, 1)]);
            assert_eq!(source.text(), "");
        }
    }

    #[test]
    fn a_few_zeros_are_not_utf16() {
        let source =
            Source::from_bytes("-", b"ambition: a\0b\0c\0d\ntitle: x and more of the same\n".to_vec());
        assert_eq!(slips(&source)[0], (Slip::NulByte, 1, 12));
    }

    #[test]
    fn no_more_is_read_than_a_plan_may_have() {
        let limits = Limits { file: 1 << 20, ..Limits::FORMAT_1 };
        let source = load_from("-", io::repeat(b' '), limits).unwrap();
        assert_eq!(source.text(), "");
        assert_eq!(slips(&source), [(Slip::FileTooLarge, 1, 1)]);
        assert_eq!(load_from("-", &b"a: b"[..], limits).unwrap().text(), "a: b");
    }
}
