//! Showing one thing after another, for teaching: before each, somebody may guess.

use super::Shared;
use console::{Key, Term};
use std::io::{self, Write};

/// Writes these texts one by one, each when a key is pressed, and says whether all of them were shown. Without a screen
/// all at once.
///
/// # Errors
/// Where `out` takes no more.
pub(super) fn one_by_one(texts: &[String], shared: &Shared, out: &mut dyn Write) -> io::Result<bool> {
    let term = Term::stdout();
    if !term.is_term() {
        shared.complain(&shared.say("reveal-no-screen", &[]));
        texts.iter().try_for_each(|text| out.write_all(text.as_bytes()))?;
        return Ok(true);
    }
    let wait = |out: &mut dyn Write, rest: usize| -> io::Result<bool> {
        let prompt = shared.say("reveal-prompt", &[("count", rest.into())]);
        out.flush()?;
        term.write_str(&prompt)?;
        let key = term.read_key();
        term.clear_line()?;
        Ok(is_for_next(&key?))
    };
    reveal(texts, out, wait)
}

/// Writes the texts, each after `wait` says so; it is told how many are hidden still.
fn reveal(
    texts: &[String],
    out: &mut dyn Write,
    mut wait: impl FnMut(&mut dyn Write, usize) -> io::Result<bool>,
) -> io::Result<bool> {
    for (number, text) in texts.iter().enumerate() {
        if !wait(out, texts.len() - number)? {
            return Ok(false);
        }
        out.write_all(text.as_bytes())?;
    }
    Ok(true)
}

/// Every key shows the next, but those with which people leave a page.
fn is_for_next(key: &Key) -> bool {
    !matches!(key, Key::Char('q' | 'Q') | Key::CtrlC)
}

#[cfg(test)]
mod tests {
    use super::{Key, is_for_next, reveal};

    #[test]
    fn each_key_shows_the_next_and_q_ends() {
        let texts = ["one\n", "two\n", "three\n"].map(String::from);
        let mut keys = [Key::Char(' '), Key::Enter, Key::Char('q')].into_iter();
        let mut hidden = Vec::new();
        let mut out = Vec::new();
        let all = reveal(&texts, &mut out, |_, rest| {
            hidden.push(rest);
            Ok(keys.next().is_some_and(|key| is_for_next(&key)))
        })
        .unwrap();
        assert!(!all);
        assert_eq!(String::from_utf8(out).unwrap(), "one\ntwo\n");
        assert_eq!(hidden, [3, 2, 1]);
    }
}
