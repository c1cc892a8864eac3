//! Messages as they come and go: `Content-Length`, an empty line, JSON.
//!
//! The types of the messages are those of `lsp-server`. Its own reading is not used: it takes any length for granted, ends
//! with the first body that is no message, and puts the text of the plan into its errors.

use gen_lsp_types as lsp;
use lsp_server::{ErrorCode, Message, RequestId, Response};
use serde::Serialize;
use serde::de::IgnoredAny;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// Longest body that is read: the longest plan, with every byte of it written as an escape.
const LONGEST_BODY: u64 = 4 << 30;
/// Longest line of a head.
const LONGEST_LINE: u64 = 8 << 10;
/// Messages that are read before they are looked at: enough to see whether somebody goes on typing.
const READ_AHEAD: usize = 256;

/// What came in.
#[derive(Debug)]
pub enum Incoming {
    /// A message.
    Message(Message),
    /// A body that is none, and what is wrong with it.
    Unreadable(ErrorCode),
}

/// What comes in, in its order. It ends where the stream ends or can no longer be cut into messages.
pub fn listen(input: impl Read + Send + 'static) -> Receiver<Incoming> {
    let (sender, receiver) = sync_channel(READ_AHEAD);
    // Nothing waits for this thread: it ends with the stream, or with the process.
    thread::spawn(move || read_all(BufReader::new(input), &sender));
    receiver
}

fn read_all(mut input: impl BufRead, sender: &SyncSender<Incoming>) {
    while let Ok(Some(body)) = read_body(&mut input) {
        let incoming = match serde_json::from_slice(&body) {
            Ok(message) => Incoming::Message(message),
            Err(_) if serde_json::from_slice::<IgnoredAny>(&body).is_ok() => {
                Incoming::Unreadable(ErrorCode::InvalidRequest)
            }
            Err(_) => Incoming::Unreadable(ErrorCode::ParseError),
        };
        if sender.send(incoming).is_err() {
            return;
        }
    }
}

/// The next body; nothing at the end of the stream.
fn read_body(input: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line)?;
        let Some(line) = line.strip_suffix(b"\n") else { return Ok(None) };
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() {
            break;
        }
        let (name, value) = std::str::from_utf8(line)
            .ok()
            .and_then(|line| line.split_once(':'))
            .ok_or(io::ErrorKind::InvalidData)?;
        if name.trim().eq_ignore_ascii_case("content-length") {
            length = Some(value.trim().parse::<u64>().map_err(|_| io::ErrorKind::InvalidData)?);
        }
    }
    let length = length.filter(|length| *length <= LONGEST_BODY).ok_or(io::ErrorKind::InvalidData)?;
    // What is announced need not come: memory grows with what is there.
    let mut body = Vec::new();
    input.take(length).read_to_end(&mut body)?;
    Ok((body.len() as u64 == length).then_some(body))
}

/// Writes the answer to a request; `result` is JSON already.
///
/// # Errors
/// Where nobody reads any more.
pub fn answer(out: &mut dyn Write, id: &RequestId, result: &str) -> io::Result<()> {
    let id = serde_json::to_string(id)?;
    body(out, &format!(r#"{{"jsonrpc":"2.0","id":{id},"result":{result}}}"#))
}

/// Writes why a request is not answered.
///
/// # Errors
/// Where nobody reads any more.
pub fn refuse(out: &mut dyn Write, id: RequestId, code: ErrorCode, sentence: String) -> io::Result<()> {
    Message::from(Response::new_err(id, code as i32, sentence)).write(&mut &mut *out)
}

/// Writes a message that asks for no answer. It goes straight into JSON: thousands of findings are told at each pause.
///
/// # Errors
/// Where nobody reads any more.
pub fn tell<N: lsp::Notification>(out: &mut dyn Write, params: &N::Params) -> io::Result<()>
where
    N::Params: Serialize,
{
    let (method, params) = (serde_json::to_string(N::METHOD.as_str())?, serde_json::to_string(params)?);
    body(out, &format!(r#"{{"jsonrpc":"2.0","method":{method},"params":{params}}}"#))
}

/// Answers a body that was no message: nobody knows which request it was.
///
/// # Errors
/// Where nobody reads any more.
pub fn refuse_body(out: &mut dyn Write, code: ErrorCode) -> io::Result<()> {
    let code = code as i32;
    let error = format!(r#"{{"code":{code},"message":"not a message of the protocol"}}"#);
    body(out, &format!(r#"{{"jsonrpc":"2.0","id":null,"error":{error}}}"#))
}

fn body(out: &mut dyn Write, body: &str) -> io::Result<()> {
    write!(out, "Content-Length: {}\r\n\r\n{body}", body.len())?;
    out.flush()
}
