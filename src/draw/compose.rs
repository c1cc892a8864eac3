//! From a checked plan to a picture: what is drawn, in which words, and where.

mod words;

use super::asked::{Direction, Options, With};
use super::beside::{option, related};
use super::cards::{self, Look, badge_room, lay_out};
use super::layout::{Body, Plot, Wish, plot};
use super::letters::is_right_to_left;
use super::marks::{Numbered, bottlenecks};
use super::part::Part;
use super::signs::signs;
use super::{Badge, Band, Edge, Node, Picture, Relation, State};
use crate::check::Check;
use crate::graph::{Failure, Graph, Presence};
use crate::plan::{Id, Item, Kind, Level, Plan};
use crate::report::discreet::short;
use crate::report::wording::Wording;
use std::collections::{HashMap, HashSet};

/// Languages that are written from right to left, where the script is not said.
const RIGHT_TO_LEFT: [&str; 12] = ["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"];
/// The picture of a checked plan.
pub(super) fn picture(check: &Check, wording: Wording<'_>, options: &Options) -> Picture {
    let (Some(plan), Some(graph)) = (&check.plan, &check.graph) else {
        return empty(check.title());
    };
    let part = Part::of(plan, graph, wording, options);
    let drawing = Drawing {
        plan,
        graph,
        wording,
        options,
        part: &part,
        weak: bottlenecks(check),
        failure: (!options.without.is_empty()).then(|| graph.failing(plan, &options.without)),
        direction: options.direction.unwrap_or_else(|| direction(plan)),
    };
    drawing.picture(check)
}

struct Drawing<'a> {
    plan: &'a Plan,
    graph: &'a Graph,
    wording: Wording<'a>,
    options: &'a Options,
    part: &'a Part,
    /// What much falls without.
    weak: HashSet<Id>,
    failure: Option<Failure<'a>>,
    direction: Direction,
}

impl Drawing<'_> {
    fn picture(&self, check: &Check) -> Picture {
        let mut hidden = HashSet::new();
        let mut nodes: Vec<Node> =
            self.part.drawn.iter().map(|&at| self.item(&self.plan.items[at as usize], &mut hidden)).collect();
        let mut edges = self.supports();
        let mut place_of: HashMap<Id, usize> = HashMap::new();
        if self.options.in_column {
            self.column(&mut nodes, &mut edges, &mut place_of, &mut hidden);
        }
        let place = |id: Id| match self.plan.item(id) {
            Some(_) => self.part.home(self.plan, id),
            None => place_of.get(&id).copied(),
        };
        let is_hidden = |id: Id| match self.plan.item(id) {
            Some(_) => self.part.hides(self.plan, id),
            None => self.wording.hides(id),
        };
        // Where the picture asks what falls, numbers would only be in the way.
        let numbered = if self.failure.is_some() {
            Numbered { legend: Vec::new(), more: 0, marks: vec![Vec::new(); nodes.len()] }
        } else {
            Numbered::of(check, self.wording, nodes.len(), self.part.is_cut_out, place, is_hidden)
        };
        for (node, marks) in nodes.iter_mut().zip(numbered.marks) {
            node.marks = marks;
        }
        let bands = self.set(&mut nodes, &mut edges);
        edges.extend(self.waits());
        let left_out = self.part.hidden + hidden.len();
        let mut picture = Picture {
            title: self.title(check),
            about: self.about(check),
            language: self.plan.language.as_ref().map(|tag| tag.value.to_string()),
            direction: self.direction,
            width: bands.1.width,
            height: bands.1.height,
            bands: bands.0,
            nodes,
            edges,
            legend: numbered.legend,
            legend_title: self.wording.catalogue.say("draw-legend", &[]),
            more: (numbered.more > 0)
                .then(|| self.wording.catalogue.say("draw-more", &[("count", numbered.more.into())])),
            subtitle: self.subtitle(),
            without: self.headline(),
            notes: self.notes(left_out),
            key: Vec::new(),
            left_out,
        };
        picture.key = signs(&picture, self.wording.catalogue);
        picture
    }

    /// The box of an item, without a place.
    fn item(&self, item: &Item, hidden: &mut HashSet<Id>) -> Node {
        let mut node = self.node(item.id);
        if let Some(place) = self.part.place(self.plan, item.id) {
            let counts = self.part.folded[place];
            let folded = Level::ALL.into_iter().map(|level| (level, counts[level as usize]));
            node.folded = folded.filter(|(_, count)| *count > 0).collect();
        }
        if !self.options.in_column {
            node.badges = self.badges(item, hidden);
            node.beside = node.badges.iter().map(|badge| (badge.id.clone(), badge.kind)).collect();
        }
        node
    }

    /// What is said of anything that is drawn.
    fn node(&self, id: Id) -> Node {
        Node {
            id: self.plan.names.name(id).to_owned(),
            kind: self.plan.names.get(id).kind,
            written: self.wording.written(id).into_owned(),
            title: self.wording.unescaped_title(id).into_owned(),
            lines: Vec::new(),
            captions: Vec::new(),
            badges: Vec::new(),
            beside: Vec::new(),
            frame: super::Frame::default(),
            state: self.state(id),
            marks: Vec::new(),
            is_bottleneck: self.weak.contains(&id),
            folded: Vec::new(),
        }
    }

    fn state(&self, id: Id) -> State {
        let was = match self.graph.presence(id) {
            Presence::Absent => State::Absent,
            Presence::Done => State::Done,
            Presence::Open => State::Open,
        };
        match &self.failure {
            Some(failure) if was != State::Absent => {
                if failure.has_failed(id) {
                    State::Failed
                } else if failure.has_fallen(id) || failure.has_left(id) {
                    State::Fallen
                } else {
                    was
                }
            }
            _ => was,
        }
    }

    /// Whether a thing that is no item has failed or falls.
    fn is_grey(&self, id: Id) -> bool {
        self.options.without.contains(&id) || self.state(id).is_grey()
    }

    fn badges(&self, item: &Item, hidden: &mut HashSet<Id>) -> Vec<Badge> {
        let room = badge_room(Look::of(self.plan.names.get(item.id).kind, self.is_down()));
        let mut badges = Vec::new();
        for &with in &self.asked() {
            for (id, relation) in related(self.plan, item, with) {
                // Of a choice it is the option that tells something here.
                let told =
                    if relation == Relation::OnlyIf { option(self.plan, item).unwrap_or(id) } else { id };
                if self.wording.hides(told) || self.wording.hides(id) {
                    hidden.insert(id);
                    continue;
                }
                let title = self.wording.unescaped_title(told);
                badges.push(Badge {
                    id: self.plan.names.name(told).to_owned(),
                    kind: self.plan.names.get(id).kind,
                    line: cards::short(short(&title), room),
                    title: title.into_owned(),
                    frame: super::Frame::default(),
                    is_bottleneck: self.weak.contains(&id),
                    is_grey: self.is_grey(id) || self.is_grey(told),
                });
            }
        }
        badges
    }

    /// What is asked for beside the items, each once, in its own order.
    fn asked(&self) -> Vec<With> {
        With::ALL.into_iter().filter(|with| self.options.with.contains(with)).collect()
    }

    /// Boxes for people and the like, and lines from them to the work.
    fn column(
        &self,
        nodes: &mut Vec<Node>,
        edges: &mut Vec<Edge>,
        place_of: &mut HashMap<Id, usize>,
        hidden: &mut HashSet<Id>,
    ) {
        for with in self.asked() {
            let mut joined: HashSet<(usize, usize)> = HashSet::new();
            for item in &self.plan.items {
                let Some(to) = self.part.home(self.plan, item.id) else { continue };
                for (id, relation) in related(self.plan, item, with) {
                    if self.wording.hides(id) {
                        hidden.insert(id);
                        continue;
                    }
                    let from = *place_of.entry(id).or_insert_with(|| {
                        nodes.push(self.node(id));
                        if self.is_grey(id) && !nodes[nodes.len() - 1].state.is_grey() {
                            let last = nodes.len() - 1;
                            nodes[last].state = State::Failed;
                        }
                        nodes.len() - 1
                    });
                    if joined.insert((from, to)) {
                        let is_grey = self.is_grey(id) || self.is_grey(item.id);
                        edges.push(Edge { from, to, relation, route: None, is_grey });
                    }
                }
            }
        }
    }

    /// What supports what, as far as both are drawn.
    fn supports(&self) -> Vec<Edge> {
        let mut edges = Vec::new();
        for (from, &at) in self.part.drawn.iter().enumerate() {
            let item = &self.plan.items[at as usize];
            let above = self
                .graph
                .supports(item.id)
                .filter_map(|id| self.part.place(self.plan, id).map(|to| (to, id)));
            for (to, id) in above.filter(|(to, _)| *to != from) {
                let is_grey = self.state(item.id).is_grey() || self.state(id) == State::Failed;
                edges.push(Edge { from, to, relation: Relation::Supports, route: None, is_grey });
            }
        }
        edges
    }

    /// What waits for what, as far as both are drawn.
    fn waits(&self) -> Vec<Edge> {
        let mut edges = Vec::new();
        for (from, &at) in self.part.drawn.iter().enumerate() {
            let item = &self.plan.items[at as usize];
            let on = item.depends_on().iter().filter_map(|on| self.part.place(self.plan, on.id));
            for to in on.filter(|to| *to != from) {
                edges.push(Edge { from, to, relation: Relation::DependsOn, route: None, is_grey: false });
            }
        }
        edges
    }

    fn is_down(&self) -> bool {
        self.direction == Direction::TopDown
    }

    /// Gives boxes their size, and everything its place.
    fn set(&self, nodes: &mut [Node], edges: &mut [Edge]) -> (Vec<Band>, Plot) {
        let catalogue = self.wording.catalogue;
        let more = |count: usize| catalogue.say("draw-more-badges", &[("count", count.into())]);
        let mut used: Vec<Option<Level>> = nodes.iter().map(|node| node.kind.level()).collect();
        // Things that are no items stand behind all levels.
        used.sort_by_key(|level| level.map_or(usize::MAX, |level| level as usize));
        used.dedup();
        let mut bodies = Vec::with_capacity(nodes.len());
        for (at, node) in nodes.iter_mut().enumerate() {
            let captions = self.captions(node, self.part.drawn.get(at).copied());
            let look = Look::of(node.kind, self.is_down());
            lay_out(node, &captions, look, self.direction == Direction::RightToLeft, &more);
            let level = node.kind.level();
            bodies.push(Body {
                band: used.iter().position(|&band| band == level).unwrap_or(0) as u32,
                width: node.frame.width,
                height: node.frame.height,
                has_marks: !node.marks.is_empty(),
                can_stack: matches!(level, Some(Level::Task)),
            });
        }
        let wishes: Vec<Wish> = edges
            .iter()
            .map(|edge| Wish {
                from: edge.from as u32,
                to: edge.to as u32,
                lane: u8::from(edge.relation != Relation::Supports),
            })
            .collect();
        let plot = plot(&bodies, &wishes, self.direction);
        for (node, frame) in nodes.iter_mut().zip(&plot.frames) {
            node.frame = *frame;
        }
        for (edge, route) in edges.iter_mut().zip(&plot.routes) {
            edge.route = Some(route.clone());
        }
        let beside: HashSet<Kind> = nodes.iter().map(|node| node.kind).collect();
        let bands = used.iter().zip(&plot.bands);
        let bands = bands
            .map(|(&level, &frame)| Band { level, title: self.band_title(level, &beside), frame })
            .collect();
        (bands, plot)
    }
}

/// Which way a plan in its language is read.
fn direction(plan: &Plan) -> Direction {
    let is_right_to_left = match &plan.language {
        Some(tag) => {
            let tag = tag.value.to_ascii_lowercase();
            let mut parts = tag.split(['-', '_']);
            let language = parts.next().unwrap_or_default();
            let script = parts.find(|part| part.len() == 4);
            match script {
                Some(script) => matches!(script, "arab" | "hebr" | "thaa" | "syrc" | "nkoo" | "adlm"),
                None => RIGHT_TO_LEFT.contains(&language),
            }
        }
        None => plan.items.first().is_some_and(|ambition| is_right_to_left(plan.title_of(ambition.id))),
    };
    if is_right_to_left { Direction::RightToLeft } else { Direction::LeftToRight }
}

fn empty(title: &str) -> Picture {
    Picture {
        title: title.to_owned(),
        about: String::new(),
        language: None,
        direction: Direction::LeftToRight,
        width: 0.0,
        height: 0.0,
        bands: Vec::new(),
        nodes: Vec::new(),
        edges: Vec::new(),
        legend: Vec::new(),
        legend_title: String::new(),
        more: None,
        subtitle: String::new(),
        without: None,
        notes: Vec::new(),
        key: Vec::new(),
        left_out: 0,
    }
}

/// Whether a kind of thing stands in the column beside the items.
pub(super) fn is_beside(kind: Kind) -> bool {
    kind.level().is_none()
}
