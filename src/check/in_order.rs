//! Many plans checked beside each other, and told one after the other.

use super::{Check, Options, check};
use crate::source::Source;
use std::any::Any;
use std::collections::{HashMap, VecDeque};
use std::io;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc;

/// Plans that are being checked or wait to be told, for each thread.
const MOST_PLANS: usize = 16;
/// Bytes of text of such plans: a plan takes about ten times the memory of its text.
const MOST_BYTES: u64 = 16 << 20;

/// Checks every file on all processors, each with its own options, and gives each to `tell` in the order of `files`, or
/// why the system does not give its text. How much memory it takes does not grow with the number of files: no more than a few plans are there at a time.
///
/// # Errors
/// The first of `tell`; nothing more is told then.
pub fn check_in_order<E>(
    files: &[PathBuf],
    open: impl Fn(&Path) -> io::Result<Source> + Sync,
    options: impl Fn(&Path) -> Options + Sync,
    tell: impl FnMut(&Path, io::Result<Check>) -> Result<(), E>,
) -> Result<(), E> {
    in_order(files, |file| Ok(check(open(file)?, &options(file))), tell)
}

/// Does the same work on every file on all processors, and gives what comes of each to `tell` in the order of `files`, a
/// few at a time.
///
/// # Errors
/// The first of `tell`; nothing more is told then.
pub fn in_order<T: Send, E>(
    files: &[PathBuf],
    work: impl Fn(&Path) -> io::Result<T> + Sync,
    mut tell: impl FnMut(&Path, io::Result<T>) -> Result<(), E>,
) -> Result<(), E> {
    if let [file] = files {
        // Threads would cost more than they bring.
        return tell(file, work(file));
    }
    rayon::in_place_scope(|scope| {
        let (done, told) = mpsc::channel();
        let mut waiting: HashMap<usize, Outcome<T>> = HashMap::new();
        let mut flight = Flight::default();
        for (turn, file) in files.iter().enumerate() {
            for index in flight.take_off(turn, files) {
                let (done, work) = (done.clone(), &work);
                scope.spawn(move |_| {
                    // Whoever waits for this plan must hear of it, also where checking it panics.
                    let outcome = catch_unwind(AssertUnwindSafe(|| work(&files[index])));
                    // Nobody listens any more once `tell` has failed.
                    let _ = done.send((index, outcome));
                });
            }
            let outcome = loop {
                if let Some(outcome) = waiting.remove(&turn) {
                    break outcome;
                }
                match told.recv() {
                    Ok((index, outcome)) => drop(waiting.insert(index, outcome)),
                    // Cannot be: this function itself holds a sender.
                    Err(_) => return Ok(()),
                }
            };
            flight.land();
            tell(file, outcome.unwrap_or_else(|panic| resume_unwind(panic)))?;
        }
        Ok(())
    })
}

type Outcome<T> = Result<io::Result<T>, Box<dyn Any + Send>>;

/// The plans that have been begun and not yet told.
#[derive(Debug, Default)]
struct Flight {
    /// The next to begin.
    next: usize,
    /// Bytes of each that is begun, in their order.
    bytes: VecDeque<u64>,
    total: u64,
}

impl Flight {
    /// The plans to begin now: as many as there is room for, and always the one whose turn it is.
    fn take_off(&mut self, turn: usize, files: &[PathBuf]) -> Range<usize> {
        let first = self.next;
        let most = MOST_PLANS * rayon::current_num_threads();
        while self.next < files.len() && self.next - turn < most {
            // What cannot be asked is told when its turn comes.
            let bytes = std::fs::metadata(&files[self.next]).map_or(0, |about| about.len());
            if self.next > turn && self.total + bytes > MOST_BYTES {
                break;
            }
            self.bytes.push_back(bytes);
            self.total += bytes;
            self.next += 1;
        }
        first..self.next
    }

    /// The first of them is there.
    fn land(&mut self) {
        self.total -= self.bytes.pop_front().unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::{Flight, MOST_PLANS, check_in_order};
    use crate::check::Options;
    use crate::source::Source;
    use std::io::{self, ErrorKind};
    use std::path::{Path, PathBuf};

    fn options() -> Options {
        Options::on(jiff::civil::date(2026, 11, 23))
    }

    /// The later a plan comes, the sooner it is read.
    fn open(file: &Path) -> io::Result<Source> {
        let number: u64 = file.to_str().unwrap().parse().unwrap();
        std::thread::sleep(std::time::Duration::from_micros(300 - number));
        if number == 7 {
            return Err(ErrorKind::NotFound.into());
        }
        Ok(Source::new(file.to_str().unwrap(), "ambition: Peace.".into()))
    }

    #[test]
    fn plans_are_told_in_their_order() {
        let files: Vec<PathBuf> = (0..200).map(|number| number.to_string().into()).collect();
        let mut told = Vec::new();
        let all: Result<(), ()> = check_in_order(
            &files,
            open,
            |_: &Path| options(),
            |file, check| {
                assert_eq!(check.is_err(), file == Path::new("7"));
                told.push(file.to_owned());
                Ok(())
            },
        );
        assert_eq!((all, &told), (Ok(()), &files));
    }

    #[test]
    fn where_telling_fails_it_ends() {
        let files: Vec<PathBuf> = (0..200).map(|number| number.to_string().into()).collect();
        let mut told = 0;
        let end = check_in_order(
            &files,
            open,
            |_: &Path| options(),
            |_, _| {
                told += 1;
                if told == 3 { Err("enough") } else { Ok(()) }
            },
        );
        assert_eq!((end, told), (Err("enough"), 3));
    }

    #[test]
    fn a_panic_is_not_waited_for() {
        let files = ["1".into(), "no number".into(), "2".into()];
        let end = std::panic::catch_unwind(|| {
            check_in_order(&files, open, |_: &Path| options(), |_, _| Ok::<_, ()>(()))
        });
        assert!(end.is_err());
    }

    #[test]
    fn only_some_are_begun_before_the_first_is_told() {
        let files: Vec<PathBuf> = (0..10_000).map(|number| number.to_string().into()).collect();
        let mut flight = Flight::default();
        let most = MOST_PLANS * rayon::current_num_threads();
        assert_eq!(flight.take_off(0, &files), 0..most);
        flight.land();
        assert_eq!(flight.take_off(1, &files), most..most + 1);
    }
}
