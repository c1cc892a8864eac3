//! Build script: lists the message files and first plans under `src/locales` and the pages under `docs/findings`, so that
//! a new language is a new folder, a new page a new file, and nothing else.

#![allow(clippy::print_stdout)] // This is how a build script speaks to cargo.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// The first plan that `scf new` writes.
const STARTER: &str = "starter.scf.yaml";

fn main() -> io::Result<()> {
    let locales = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("src/locales");
    println!("cargo::rerun-if-changed={}", locales.display());
    let mut table = String::from("&[\n");
    for folder in sorted(&locales)?.into_iter().filter(|path| path.is_dir()) {
        let tag = folder.file_name().unwrap_or_default().to_string_lossy();
        let _ = write!(table, "    ({tag:?}, &[");
        for file in
            sorted(&folder)?.into_iter().filter(|path| path.extension().is_some_and(|end| end == "ftl"))
        {
            let _ = write!(table, "include_str!({:?}), ", file.display().to_string());
        }
        table.push_str("]),\n");
    }
    table.push_str("]\n");
    write("locales.rs", &table)?;
    write("starters.rs", &starters(&locales)?)?;
    write("pages.rs", &pages()?)
}

/// The first plan of each language that has one.
fn starters(locales: &Path) -> io::Result<String> {
    let mut table = String::from("&[\n");
    for folder in sorted(locales)?.into_iter().filter(|path| path.join(STARTER).is_file()) {
        let tag = folder.file_name().unwrap_or_default().to_string_lossy();
        let _ =
            writeln!(table, "    ({tag:?}, include_str!({:?})),", folder.join(STARTER).display().to_string());
    }
    Ok(table + "]\n")
}

/// The page of each finding that has one.
fn pages() -> io::Result<String> {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("docs/findings");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut table = String::from("&[\n");
    for file in sorted(&folder)?.into_iter().filter(|path| path.extension().is_some_and(|end| end == "md")) {
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        let _ = writeln!(table, "    ({name:?}, include_str!({:?})),", file.display().to_string());
    }
    Ok(table + "]\n")
}

fn write(name: &str, table: &str) -> io::Result<()> {
    fs::write(Path::new(&env::var("OUT_DIR").unwrap_or_default()).join(name), table)
}

fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}
