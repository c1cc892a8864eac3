//! Items of the five levels.

use super::Reader;
use super::faults::Field;
use super::keys::{Key, Place};
use super::references::{KindSet, keep_first};
use super::words::{OfConstituency, OfParty};
use crate::plan::{Common, Degree, Funding, Item, Kind, Level, Link, Needs, Ref, Sign, Text, Work};
use crate::source::{Located, Node, Shape, Slip, text_with_colon};

impl<'t> Reader<'t> {
    /// An item; it goes into the plan where it has an id.
    pub(super) fn read_item(&mut self, number: u32) {
        let entry = &self.entries[number as usize];
        let (kind, id, whole) = (entry.kind, entry.id, entry.whole);
        let mut item = Item {
            id: id.unwrap_or(crate::plan::Id(0)),
            level: kind.level().unwrap_or(Level::Ambition),
            holder: self.holder_of(number),
            supports: Vec::new(),
            needs: None,
            because: None,
            assumes: Vec::new(),
            status: None,
            start: None,
            end: None,
            feeds_back: Vec::new(),
            track: None,
            signs: Vec::new(),
            work: None,
            common: None,
            whole,
        };
        let mut title = self.bare_title(number);
        let mut fields = self.fields_of(number);
        while let Some((key, value)) = fields.next(self) {
            let field = Field::of(Some(number)).key(key);
            match key {
                Key::Title => title = self.text(field, value),
                Key::Supports => item.supports = self.references(field, value, KindSet::LEVELS),
                Key::Needs => item.needs = self.needs(field, value),
                Key::Because => item.because = self.text(field, value),
                Key::Assumes => {
                    item.assumes = self.references(field, value, KindSet::of(Kind::Assumption));
                }
                Key::Status => item.status = self.word(field, value),
                Key::Start => item.start = self.date(field, value),
                Key::End => item.end = self.date(field, value),
                Key::FeedsBack => item.feeds_back = self.references(field, value, KindSet::THINGS),
                Key::Track => item.track = self.word(field, value),
                Key::Signs => item.signs = self.signs(field, value),
                Key::Description | Key::Tags | Key::Notes | Key::Sensitivity => {
                    let common: &mut Common = item.common.get_or_insert_default();
                    self.common(field, key, value, common);
                }
                Key::Id => _ = self.scalar(field, value),
                // Nested items are read on their own.
                _ if key.section_of().is_some() => {}
                _ => self.work(field, key, value, item.work.get_or_insert_default()),
            }
        }
        self.take_title(number, title);
        if id.is_some() {
            self.plan.items.push(item);
        } else {
            self.mark_supported(&item);
        }
    }

    /// Notes what an item that is not in the plan would have supported: that it lacks support need not be said.
    fn mark_supported(&mut self, item: &Item) {
        // Without an ambition there is no plan, and its items do not stand where they are counted.
        let holder =
            item.holder.and_then(|holder| self.plan.items.get(holder as usize)).map(|holder| holder.id);
        let mut supported: Vec<_> = item.supports.iter().map(|link| link.id).chain(holder).collect();
        if supported.is_empty() {
            supported.extend(self.plan.items.first().map(|ambition| ambition.id));
        }
        self.plan.faulty.extend(supported.into_iter().map(|id| (Some(id), "supporters")));
    }

    /// The item that this one is nested in, as an index into the plan's items.
    fn holder_of(&self, number: u32) -> Option<u32> {
        let holder = self.entries[number as usize].parent?;
        let holder = self.plan.names.get(self.entries[holder as usize].id?);
        holder.kind.level().map(|_| holder.index)
    }

    /// What only objectives, activities and tasks have.
    fn work(&mut self, field: Field<'_>, key: Key, value: Node<'t>, work: &mut Work) {
        let people = KindSet::of(Kind::Person);
        let organisations = KindSet::of(Kind::Organisation);
        match key {
            Key::Who => work.who = self.reference(field, value, people),
            Key::Deputy => work.deputies = self.references(field, value, people),
            Key::Team => work.team = self.references(field, value, people),
            Key::For => work.care_for = self.references(field, value, people),
            Key::Lead => work.lead = self.reference(field, value, organisations),
            Key::Partners => work.partners = self.references(field, value, organisations),
            Key::Days => work.days = self.count(field, value),
            Key::DependsOn => work.depends_on = self.references(field, value, KindSet::SEQUENCE),
            Key::OnlyIf => work.only_if = self.option(field, value),
            Key::Hours => work.hours = self.number(field, value),
            Key::Every => work.every = self.word(field, value),
            Key::Cost => work.cost = self.money(field, value),
            Key::FundedBy => work.funded_by = self.funding(field, value),
            Key::With => work.with = self.links(field, value),
            Key::Kind => work.kind = self.word(field, value),
            _ => {}
        }
    }

    /// `any`, `all`, or how many.
    fn needs(&mut self, field: Field<'_>, node: Node<'t>) -> Option<Located<Needs>> {
        let text = self.scalar(field, node)?;
        let value = match text {
            "any" => Needs::Any,
            "all" => Needs::All,
            _ if text.starts_with(|c: char| c.is_alphabetic()) => {
                let meant = match text.to_lowercase().as_str() {
                    "any" | "one" | "some" | "or" => "any",
                    "all" | "every" | "both" | "and" => "all",
                    _ => {
                        let words = [("words", "any, all, 1, 2, 3")];
                        self.value_fault(Slip::BadWord, node.span(), field, text, &words);
                        return None;
                    }
                };
                self.value_fault(Slip::MisspeltWord, node.span(), field, text, &[("meant", meant)]);
                return None;
            }
            _ => Needs::Count(self.count(field, node)?.value),
        };
        Some(Located { value, at: node.span() })
    }

    /// One donor, a list of them, or a mapping of donors and what they give.
    fn funding(&mut self, field: Field<'_>, node: Node<'t>) -> Funding {
        let donors = KindSet::of(Kind::Donor);
        if node.shape() != Shape::Mapping {
            let whole = self.references(field, node, donors);
            return if whole.is_empty() { Funding::Unsaid } else { Funding::Whole(whole) };
        }
        let mut amounts = Vec::new();
        for (key, name, value) in self.named(field, node) {
            let donor = self.resolve(field, name, key.span(), donors);
            let amount = self.money(field.part(name), value);
            if let (Some(id), Some(amount)) = (donor, amount) {
                amounts.push((Ref { id, at: key.span() }, amount));
            }
        }
        keep_first(&mut amounts, |(donor, _)| donor.id);
        if amounts.is_empty() { Funding::Unsaid } else { Funding::Amounts(amounts) }
    }

    /// Parties and constituencies: a list of them, or a mapping with degrees.
    fn links(&mut self, field: Field<'_>, node: Node<'t>) -> Vec<Link> {
        if node.shape() != Shape::Mapping {
            let all = self.references(field, node, KindSet::CONTACTS);
            return all.into_iter().map(|to| Link { to, degree: None }).collect();
        }
        let mut links = Vec::new();
        for (key, name, value) in self.named(field, node) {
            let Some(id) = self.resolve(field, name, key.span(), KindSet::CONTACTS) else { continue };
            let part = field.part(name);
            let degree: Option<Located<Degree>> = if self.plan.names.get(id).kind == Kind::Party {
                self.word::<OfParty>(part, value).map(|word| Located { value: word.value.0, at: word.at })
            } else {
                let word = self.word::<OfConstituency>(part, value);
                word.map(|word| Located { value: word.value.0, at: word.at })
            };
            links.push(Link { to: Ref { id, at: key.span() }, degree });
        }
        keep_first(&mut links, |link| link.to.id);
        links
    }

    /// A mapping of names and signs, or a list of signs, which are then named by their place.
    fn signs(&mut self, field: Field<'_>, node: Node<'t>) -> Vec<Sign> {
        match node.shape() {
            Shape::Mapping => {
                let named = self.named(field, node).into_iter();
                named
                    .filter_map(|(key, name, value)| {
                        let name_text = Located { value: self.kept(name, key.span()).into(), at: key.span() };
                        self.sign(field.part(name), name_text, value, false)
                    })
                    .collect()
            }
            Shape::Sequence => {
                let entries = node.children().filter(|entry| !entry.is_unwritten()).zip(1..);
                entries
                    .filter_map(|(entry, number): (_, u32)| {
                        let name = format!("sign-{number}");
                        let at = Located { value: name.as_str().into(), at: entry.span() };
                        self.sign(field.part(&name), at, entry, true)
                    })
                    .collect()
            }
            Shape::Scalar(_) => {
                let name = Located { value: "sign-1".into(), at: node.span() };
                self.sign(field.part("sign-1"), name, node, true).into_iter().collect()
            }
        }
    }

    fn sign(&mut self, field: Field<'_>, name: Text, node: Node<'t>, in_list: bool) -> Option<Sign> {
        let mut sign = Sign { name, measure: None, baseline: None, target: None, value: None, source: None };
        match node.shape() {
            Shape::Scalar(_) => {
                sign.measure = Some(self.text(field, node)?);
                return Some(sign);
            }
            Shape::Sequence => {
                self.shape_fault(Slip::WantsMapping, node, field);
                return None;
            }
            Shape::Mapping => {}
        }
        if let Some(fault) = text_with_colon(node).filter(|_| in_list) {
            self.fault_of_text(fault, field);
            return None;
        }
        for (key, value) in self.mapping(field, Place::Sign, node, in_list) {
            let inner = field.key(key);
            match key {
                Key::Id => {
                    if let Some(name) = self.text(inner, value) {
                        sign.name = name;
                    }
                }
                Key::Measure => sign.measure = self.text(inner, value),
                Key::Baseline => sign.baseline = self.text(inner, value),
                Key::Target => sign.target = self.text(inner, value),
                Key::Value => sign.value = self.text(inner, value),
                Key::Source => sign.source = self.text(inner, value),
                _ => {}
            }
        }
        Some(sign)
    }
}
