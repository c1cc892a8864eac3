//! A page of the documentation: its code blocks and its links.

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};
use std::ops::Range;
use std::path::{Path, PathBuf};

/// One page, as it stands in the project.
pub struct Page {
    /// From the project's folder on.
    pub path: PathBuf,
    pub text: String,
}

/// A block between fences.
pub struct Block {
    /// What stands after the opening fence: the language first.
    pub info: Vec<String>,
    pub text: String,
    /// Where the text stands in the page.
    pub range: Range<usize>,
}

impl Page {
    /// Every page of the project, by path.
    pub fn all() -> Vec<Self> {
        let folders = ["", "docs", "docs/findings", "examples"];
        let mut paths: Vec<PathBuf> = folders.iter().flat_map(|folder| pages_in(folder)).collect();
        paths.sort();
        paths.into_iter().map(Self::read).collect()
    }

    fn read(path: PathBuf) -> Self {
        let text = std::fs::read_to_string(in_project(&path)).expect("a page can be read");
        Self { path, text }
    }

    /// The blocks between fences, in order.
    pub fn blocks(&self) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        let mut open = false;
        for (event, range) in Parser::new(&self.text).into_offset_iter() {
            match event {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                    let info = info.split_whitespace().map(str::to_owned).collect();
                    blocks.push(Block { info, text: String::new(), range: range.end..range.end });
                    open = true;
                }
                Event::Text(text) if open => {
                    let block = blocks.last_mut().expect("the open block");
                    block.range = block.range.start.min(range.start)..range.end;
                    block.text.push_str(&text);
                }
                Event::End(TagEnd::CodeBlock) => open = false,
                _ => {}
            }
        }
        blocks
    }

    /// What the page links to, as written.
    pub fn links(&self) -> Vec<String> {
        let link = |event| match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                Some(dest_url.to_string())
            }
            _ => None,
        };
        Parser::new(&self.text).filter_map(link).collect()
    }

    /// The names by which the headings of the page are linked to.
    pub fn anchors(&self) -> Vec<String> {
        let mut anchors = Vec::new();
        let mut heading: Option<String> = None;
        for event in Parser::new(&self.text) {
            match event {
                Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
                Event::End(TagEnd::Heading(_)) => anchors.extend(heading.take().map(|title| anchor(&title))),
                Event::Text(text) | Event::Code(text) => {
                    if let Some(title) = &mut heading {
                        title.push_str(&text);
                    }
                }
                _ => {}
            }
        }
        anchors
    }

    /// A place in the page for a message.
    pub fn place(&self, block: &Block) -> String {
        let line = self.text[..block.range.start].lines().count() + 1;
        format!("{}:{line}", self.path.display())
    }
}

impl Block {
    pub fn is(&self, language: &str) -> bool {
        self.info.first().is_some_and(|first| first == language)
    }

    pub fn has(&self, mark: &str) -> bool {
        self.info.iter().skip(1).any(|word| word == mark)
    }

    /// The file name in the info, where the reader is told to write the block to a file.
    pub fn file(&self) -> Option<&str> {
        let is_file =
            |word: &&str| Path::new(word).extension().is_some_and(|end| end == "yaml" || end == "toml");
        self.info.iter().skip(1).map(String::as_str).find(is_file)
    }
}

/// The path from wherever the tests run.
pub fn in_project(path: &Path) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn pages_in(folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(in_project(Path::new(folder))).expect("a folder of pages");
    let names = entries.map(|entry| entry.expect("an entry").file_name());
    let is_page = |path: &PathBuf| path.extension().is_some_and(|end| end == "md");
    names.map(|name| Path::new(folder).join(name)).filter(is_page).collect()
}

/// A heading as hosts of repositories turn it into a link.
fn anchor(title: &str) -> String {
    let kept = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_');
    title.trim().to_lowercase().chars().filter(kept).map(|c| if c == ' ' { '-' } else { c }).collect()
}
