//! Where a plan is shown: a port that only this computer reaches, and a word in the address that nobody can guess.

use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, TcpListener};

/// The port that is taken where nobody asks for another, so that the address begins the same every time.
pub const PORT: u16 = 7119;

/// Letters and digits that are not taken for each other when somebody types them.
const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstvwxyz0123456789";
/// How many of them the word has: 80 bits.
const LETTERS_OF_WORD: usize = 16;

/// A place on this computer where a plan is shown.
#[derive(Debug)]
pub struct Place {
    pub(super) listener: TcpListener,
    /// The port.
    pub port: u16,
    /// Whoever uses the same computer can reach the port; without this word, they are shown nothing.
    pub(super) word: String,
    /// The port that was asked for, where it is taken.
    pub instead_of: Option<u16>,
}

impl Place {
    /// A place at this port (0: any), or at one that the system chooses where it is taken. It listens at 127.0.0.1 and
    /// nowhere else.
    ///
    /// # Errors
    /// Where the system gives no port, or nothing to make the word of.
    pub fn at(port: u16) -> io::Result<Self> {
        let bound = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
        let (listener, instead_of) = match bound(port) {
            Ok(listener) => (listener, None),
            // Some systems call a port forbidden that another program holds back.
            Err(error) if matches!(error.kind(), ErrorKind::AddrInUse | ErrorKind::PermissionDenied) => {
                (bound(0)?, Some(port))
            }
            Err(error) => return Err(error),
        };
        let port = listener.local_addr()?.port();
        Ok(Self { listener, port, word: word()?, instead_of })
    }

    /// The address to open for the page.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://{}:{}/{}/", Ipv4Addr::LOCALHOST, self.port, self.word)
    }

    /// The address to open before a class.
    #[must_use]
    pub fn address_to_present(&self) -> String {
        self.address() + "present"
    }
}

/// A word of chance.
fn word() -> io::Result<String> {
    let mut chance = [0; LETTERS_OF_WORD];
    getrandom::fill(&mut chance).map_err(io::Error::other)?;
    Ok(chance.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect())
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn a_port_that_is_taken_gives_way_to_another() {
        let first = Place::at(0).unwrap();
        let second = Place::at(first.port).unwrap();
        assert_eq!((first.instead_of, second.instead_of), (None, Some(first.port)));
        assert_ne!(first.port, second.port);
        assert!(second.listener.local_addr().unwrap().ip().is_loopback());
    }

    #[test]
    fn the_word_is_another_every_time() {
        let words: Vec<String> = (0..3).map(|_| super::word().unwrap()).collect();
        assert!(words.iter().all(|word| word.len() == 16 && word.is_ascii()), "{words:?}");
        assert!(words[0] != words[1] && words[1] != words[2], "{words:?}");
    }
}
