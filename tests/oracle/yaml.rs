//! Puts a small tree on paper as YAML, each time in another style.
//!
//! All decisions of style come from [`Dice`]; when the dice are used up, the plainest style is left,
//! so a failing case shrinks towards a plain file.

use std::collections::BTreeMap;

/// Decisions read from a list of bytes. After its end every throw is 0.
#[derive(Clone, Debug, Default)]
pub struct Dice {
    bytes: Vec<u8>,
    next: usize,
}

impl Dice {
    pub fn new(bytes: Vec<u8>) -> Dice {
        Dice { bytes, next: 0 }
    }

    /// A number from 0 to `sides` - 1.
    pub fn throw(&mut self, sides: usize) -> usize {
        let byte = self.bytes.get(self.next).copied().unwrap_or(0);
        self.next += 1;
        usize::from(byte) % sides
    }

    /// True once in `sides` throws, and never when the dice are used up.
    pub fn once_in(&mut self, sides: usize) -> bool {
        self.throw(sides) == sides - 1
    }

    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for place in 0..list.len() {
            let other = place + self.throw(list.len() - place);
            list.swap(place, other);
        }
    }
}

#[derive(Clone, Debug)]
pub enum Scalar {
    /// A key or a word of a fixed list.
    Word(String),
    Number(u64),
    /// A date, which stays as it is.
    Date(&'static str),
    /// An id, or a reference to one: it is written under its final name.
    Id(String),
    /// `choice.option`, the choice under its final name.
    Pick(String, String),
    /// A sentence in plain words.
    Text(String),
}

#[derive(Clone, Debug)]
pub enum Node {
    /// A key with nothing after it.
    Nothing,
    Scalar(Scalar),
    List(Vec<Node>),
    Map(Vec<(Scalar, Node)>),
}

pub fn word(word: &str) -> Scalar {
    Scalar::Word(word.to_owned())
}

pub fn id(id: &str) -> Scalar {
    Scalar::Id(id.to_owned())
}

pub fn text(text: &str) -> Scalar {
    Scalar::Text(text.to_owned())
}

impl From<Scalar> for Node {
    fn from(scalar: Scalar) -> Node {
        Node::Scalar(scalar)
    }
}

/// The text of a whole document. `names` gives the final name of the ids that have another one.
pub fn document(entries: &[(Scalar, Node)], names: &BTreeMap<String, String>, dice: &mut Dice) -> String {
    let step = 2 + dice.throw(3);
    let lists_indented = dice.once_in(2);
    let remarks = dice.once_in(4);
    let mut pen = Pen { names, dice, step, lists_indented, remarks, out: String::new() };
    if pen.dice.once_in(8) {
        pen.out.push_str("---\n");
    }
    pen.block_map(entries, 0);
    let mut out = pen.out;
    if dice.once_in(8) {
        out = out.replace('\n', "\r\n");
    }
    if dice.once_in(8) {
        out.insert(0, '\u{feff}');
    }
    out
}

struct Pen<'a> {
    names: &'a BTreeMap<String, String>,
    dice: &'a mut Dice,
    step: usize,
    lists_indented: bool,
    remarks: bool,
    out: String,
}

impl Pen<'_> {
    fn block_map(&mut self, entries: &[(Scalar, Node)], indent: usize) {
        for (key, value) in entries {
            self.remark_line(indent);
            self.spaces(indent);
            self.map_entry(key, value, indent);
        }
    }

    /// From the key on; the spaces before it are written.
    fn map_entry(&mut self, key: &Scalar, value: &Node, indent: usize) {
        let key = self.on_one_line(key);
        self.out.push_str(&key);
        self.out.push(':');
        match value {
            Node::Nothing => self.end_of_line(),
            Node::Scalar(scalar) => {
                self.out.push(' ');
                self.block_scalar(scalar, indent);
            }
            _ if self.dice.once_in(4) => {
                self.out.push(' ');
                self.flow(value, indent + self.step);
                self.end_of_line();
            }
            Node::List(members) => {
                self.end_of_line();
                let indent = if self.lists_indented { indent + self.step } else { indent };
                self.block_list(members, indent);
            }
            Node::Map(entries) => {
                self.end_of_line();
                self.block_map(entries, indent + self.step);
            }
        }
    }

    fn block_list(&mut self, members: &[Node], indent: usize) {
        for member in members {
            self.remark_line(indent);
            self.spaces(indent);
            self.out.push_str("- ");
            match member {
                Node::Scalar(scalar) => self.block_scalar(scalar, indent),
                Node::Map(entries) if !self.dice.once_in(4) => {
                    for (place, (key, value)) in entries.iter().enumerate() {
                        if place > 0 {
                            self.spaces(indent + 2);
                        }
                        self.map_entry(key, value, indent + 2);
                    }
                }
                _ => {
                    self.flow(member, indent + self.step);
                    self.end_of_line();
                }
            }
        }
    }

    /// A scalar in block style with the end of its line; a text may go over more lines.
    fn block_scalar(&mut self, scalar: &Scalar, indent: usize) {
        if let Scalar::Text(text) = scalar {
            match self.dice.throw(12) {
                9 => return self.lines_below("|-", text.lines(), indent),
                // Folded: the reader joins the lines with a space.
                10 if !text.contains('\n') => return self.lines_below(">-", text.split(' '), indent),
                _ => {}
            }
        }
        let scalar = self.on_one_line(scalar);
        self.out.push_str(&scalar);
        self.end_of_line();
    }

    fn lines_below<'t>(&mut self, header: &str, lines: impl Iterator<Item = &'t str>, indent: usize) {
        self.out.push_str(header);
        self.out.push('\n');
        for line in lines {
            self.spaces(indent + self.step);
            self.out.push_str(line);
            self.out.push('\n');
        }
    }

    fn flow(&mut self, node: &Node, indent: usize) {
        match node {
            Node::Nothing => self.out.push('~'),
            Node::Scalar(scalar) => {
                let scalar = self.on_one_line(scalar);
                self.out.push_str(&scalar);
            }
            Node::List(members) => {
                self.out.push('[');
                for (place, member) in members.iter().enumerate() {
                    self.flow_comma(place, indent);
                    self.flow(member, indent);
                }
                self.out.push(']');
            }
            Node::Map(entries) => {
                self.out.push('{');
                for (place, (key, value)) in entries.iter().enumerate() {
                    self.flow_comma(place, indent);
                    let key = self.on_one_line(key);
                    self.out.push_str(&key);
                    self.out.push_str(": ");
                    self.flow(value, indent);
                }
                self.out.push('}');
            }
        }
    }

    fn flow_comma(&mut self, place: usize, indent: usize) {
        if place == 0 {
            return;
        }
        self.out.push(',');
        if self.dice.once_in(8) {
            self.out.push('\n');
            self.spaces(indent);
        } else {
            self.out.push(' ');
        }
    }

    fn on_one_line(&mut self, scalar: &Scalar) -> String {
        match scalar {
            Scalar::Number(number) => number.to_string(),
            Scalar::Date(day) => (*day).to_owned(),
            Scalar::Word(word) => self.sometimes_quoted(word),
            Scalar::Id(id) => {
                let name = self.name(id);
                self.sometimes_quoted(&name)
            }
            Scalar::Pick(choice, option) => {
                let name = self.name(choice);
                self.sometimes_quoted(&format!("{name}.{option}"))
            }
            Scalar::Text(text) => match self.dice.throw(4) {
                2 if !text.contains('\n') => single_quoted(text),
                3 => double_quoted(text),
                _ if is_plain(text) => text.clone(),
                _ => double_quoted(text),
            },
        }
    }

    fn name(&self, id: &str) -> String {
        self.names.get(id).cloned().unwrap_or_else(|| id.to_owned())
    }

    fn sometimes_quoted(&mut self, word: &str) -> String {
        match self.dice.throw(12) {
            10 => single_quoted(word),
            11 => double_quoted(word),
            _ => word.to_owned(),
        }
    }

    fn end_of_line(&mut self) {
        if self.remarks && self.dice.once_in(6) {
            self.out.push_str("   # a remark: with [signs], \"quotes\" and a - dash");
        }
        self.out.push('\n');
    }

    fn remark_line(&mut self, indent: usize) {
        if !self.remarks {
            return;
        }
        match self.dice.throw(8) {
            6 => self.out.push('\n'),
            7 => {
                self.spaces(indent);
                self.out.push_str("# a remark on a line of its own\n");
            }
            _ => {}
        }
    }

    fn spaces(&mut self, count: usize) {
        self.out.extend(std::iter::repeat_n(' ', count));
    }
}

/// Words and spaces alone can stand without quotes in every style.
fn is_plain(text: &str) -> bool {
    text.chars().all(|letter| letter.is_alphanumeric() || letter == ' ')
        && text.starts_with(char::is_alphabetic)
}

fn single_quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

fn double_quoted(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    format!("\"{text}\"")
}
