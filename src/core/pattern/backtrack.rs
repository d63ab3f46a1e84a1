//! The matcher: a program and a URL in; whether it matches, what the groups captured, how far it got.
//!
//! It tries one way after the other, as the standard says, and gives up when it has taken more steps than a page can
//! wait for. What it has yet to try, and what it must put back before it does, stands on one stack. What a pattern means
//! that takes too many steps is for others to find out.

use super::letter_case::folded;
use super::program::{Op, Pc, Program, Way};
use super::syntax::NodeId;
use super::unit_set::{is_line_end, is_word};

/// Some 10 ms in the page.
const MOST_STEPS: u32 = 200_000;
/// 4 MB.
const MOST_ENTRIES: usize = 1 << 18;
/// What is kept from one URL to the next.
const ENTRIES_KEPT: usize = 1 << 12;
/// Units that a loop takes in the time of one instruction, about.
const UNITS_A_STEP: usize = 4;
const MOST_WANTED: usize = 8;

pub(super) const UNSET: usize = usize::MAX;

/// What the matcher writes on, to be used again for the next URL.
#[derive(Debug, Default)]
pub struct Buffers {
    /// Two for each group; [`UNSET`]: took no part.
    pub(super) registers: Vec<usize>,
    entries: Vec<Entry>,
    /// For each look-around, which entry it began with.
    looks: Vec<usize>,
    pub(super) furthest: usize,
    pub(super) wanted: Vec<NodeId>,
    pub(super) steps: u32,
}

#[derive(Debug, Clone, Copy)]
enum Entry {
    /// A way not tried yet.
    Way { pc: Pc, at: usize },
    /// A loop that took many: the next shorter way, down to `least`.
    Shorter { pc: Pc, at: usize, least: usize },
    /// A loop that took few: one more, at most `more` times.
    Longer { pc: Pc, at: usize, more: u32 },
    /// Not a way: what a register held before.
    Register { register: usize, held: usize },
    /// Not a way: the look-around there begins. Without any way left inside, a negated one holds.
    Look { pc: Pc, at: usize },
}

pub(super) enum Verdict {
    Matched,
    NotMatched,
    Slow,
}

/// Runs a program on every place of a URL where a match can start.
pub(super) fn run(program: &Program, url: &[u16], buffers: &mut Buffers) -> Verdict {
    buffers.registers.clear();
    buffers.registers.resize(program.registers, UNSET);
    buffers.looks.resize(program.looks.max(buffers.looks.len()), 0);
    buffers.wanted.clear();
    buffers.furthest = 0;
    buffers.steps = 0;
    let mut machine = Machine { program, url, pc: 0, at: 0, buffers };
    let verdict = machine.run();
    if machine.buffers.entries.capacity() > ENTRIES_KEPT {
        machine.buffers.entries = Vec::new();
    }
    verdict
}

struct Machine<'m> {
    program: &'m Program,
    url: &'m [u16],
    pc: Pc,
    at: usize,
    buffers: &'m mut Buffers,
}

impl Machine<'_> {
    fn run(&mut self) -> Verdict {
        let mut start = Some(0);
        while let Some(at) = start {
            match self.run_from(at) {
                Some(true) => return Verdict::Matched,
                Some(false) => start = self.next_start(at + 1),
                None => return Verdict::Slow,
            }
        }
        Verdict::NotMatched
    }

    /// The next place whose unit a match can start with.
    fn next_start(&self, from: usize) -> Option<usize> {
        let Some(first) = &self.program.first else { return Some(from).filter(|from| *from <= self.url.len()) };
        let rest = self.url.get(from..).filter(|_| !first.is_empty())?;
        rest.iter().position(|unit| first.contains(*unit)).map(|ahead| from + ahead)
    }

    /// Whether there is a match that starts here; `None`: too slow to tell.
    fn run_from(&mut self, start: usize) -> Option<bool> {
        self.buffers.entries.clear();
        if start > 0 {
            self.spend(self.program.registers);
            self.buffers.registers.fill(UNSET);
        }
        self.at = start;
        self.pc = 0;
        loop {
            self.buffers.steps += 1;
            if self.buffers.steps > MOST_STEPS || self.buffers.entries.len() > MOST_ENTRIES {
                return None;
            }
            let Some(op) = self.program.ops.get(self.pc) else { return Some(false) };
            if let Op::Matched = op {
                self.set(0, start);
                self.set(1, self.at);
                return Some(true);
            }
            self.pc += 1;
            if !self.step(op) && !self.go_back() {
                return Some(false);
            }
        }
    }

    /// Time that takes more than an instruction's.
    fn spend(&mut self, units: usize) {
        let steps = u32::try_from(units / UNITS_A_STEP).unwrap_or(u32::MAX);
        self.buffers.steps = self.buffers.steps.saturating_add(steps);
    }

    /// Whether an instruction holds; `pc` is after it already.
    fn step(&mut self, op: &Op) -> bool {
        match *op {
            Op::Text { from, to } => self.text(from, to),
            Op::One { set, way } => {
                let found = self.next(way).is_some_and(|unit| self.in_set(set, unit));
                if found {
                    self.advance(way);
                }
                self.wanted(found)
            }
            Op::Many { set, min, max, lazy, way, possessive } => self.many(set, (min, max), lazy, way, possessive),
            Op::Start { multiline } => self.wanted(self.at == 0 || multiline && self.before().is_some_and(is_line_end)),
            Op::End { multiline } => self.wanted(self.at == self.url.len() || multiline && self.after().is_some_and(is_line_end)),
            Op::Boundary { negated } => {
                let edge = self.before().is_some_and(is_word) != self.after().is_some_and(is_word);
                self.wanted(edge != negated)
            }
            Op::BackReference { ref groups, way } => self.back_reference(groups, way),
            Op::Save { register } => self.save(register, self.at),
            Op::Progress { register } => self.register(register) != self.at,
            Op::Clear { from, to } => self.clear(from, to),
            Op::Split { first, second } => self.split(first, second),
            Op::Jump { to } => self.lead(to),
            Op::Count { register } => self.save(register, 0),
            Op::RoundStart { register } => self.save(register, self.register(register) + 1) && self.save(register + 1, self.at),
            Op::Round { register, min, max, lazy, exit } => self.round(register, (min, max), lazy, exit),
            Op::RoundEnd { register, min, round } => {
                let rounds = self.register(register);
                self.lead(round) && (rounds <= min as usize || self.register(register + 1) != self.at)
            }
            Op::Look { look, .. } => self.look(look),
            Op::LookEnd { look, negated } => self.look_end(look, negated),
            Op::Matched => true,
        }
    }

    fn lead(&mut self, to: Pc) -> bool {
        self.pc = to;
        true
    }

    fn before(&self) -> Option<u16> {
        self.url.get(self.at.checked_sub(1)?).copied()
    }

    fn after(&self) -> Option<u16> {
        self.url.get(self.at).copied()
    }

    fn next(&self, way: Way) -> Option<u16> {
        let unit = if way.back { self.before() } else { self.after() }?;
        Some(if way.fold { folded(unit) } else { unit })
    }

    fn advance(&mut self, way: Way) {
        self.at = if way.back { self.at.wrapping_sub(1) } else { self.at + 1 };
    }

    fn in_set(&self, set: usize, unit: u16) -> bool {
        self.program.sets.get(set).is_some_and(|set| set.contains(unit))
    }

    fn text(&mut self, from: usize, to: usize) -> bool {
        let Some(text) = self.program.texts.get(from..to) else { return false };
        let rest = self.url.get(self.at..).unwrap_or_default();
        if rest.starts_with(text) {
            self.at += text.len();
            return true;
        }
        if self.at + text.len() >= self.buffers.furthest {
            let same = rest.iter().zip(text).take_while(|(one, other)| one == other).count();
            let node = self.program.text_nodes.get(from + same).copied().flatten();
            self.record(self.at + same, node);
        }
        false
    }

    fn many(&mut self, set: usize, (min, max): (u32, u32), lazy: bool, way: Way, possessive: bool) -> bool {
        let start = self.at;
        let wanted = if lazy { min } else { max };
        let taken = self.take(set, wanted, way);
        if taken < wanted {
            self.miss();
        }
        if taken < min {
            return false;
        }
        if lazy {
            if max > min {
                self.push(Entry::Longer { pc: self.pc, at: self.at, more: max - min });
            }
        } else if taken > min && !possessive {
            let min = min as usize;
            let least = if way.back { start.wrapping_sub(min) } else { start + min };
            self.push(Entry::Shorter { pc: self.pc, at: self.at, least });
        }
        true
    }

    /// Takes units of a set, and says how many.
    fn take(&mut self, set: usize, most: u32, way: Way) -> u32 {
        let Some(set) = self.program.sets.get(set) else { return 0 };
        let most = most as usize;
        let taken = if way.back {
            let before = self.url.get(..self.at).unwrap_or_default().iter().rev().take(most);
            before.take_while(|unit| set.contains(if way.fold { folded(**unit) } else { **unit })).count()
        } else {
            let after = self.url.get(self.at..).unwrap_or_default().iter().take(most);
            after.take_while(|unit| set.contains(if way.fold { folded(**unit) } else { **unit })).count()
        };
        self.at = if way.back { self.at - taken } else { self.at + taken };
        self.spend(taken);
        u32::try_from(taken).unwrap_or(u32::MAX)
    }

    fn back_reference(&mut self, groups: &[u32], way: Way) -> bool {
        self.spend(groups.len());
        let captured = groups.iter().find_map(|group| self.captured(*group as usize));
        let Some((start, end)) = captured else { return true };
        let length = end - start;
        self.spend(length);
        let found = if way.back {
            self.at.checked_sub(length).and_then(|from| self.url.get(from..self.at))
        } else {
            self.url.get(self.at..self.at + length)
        };
        let same = self.url.get(start..end).zip(found).is_some_and(|(one, other)| {
            if way.fold { one.iter().zip(other).all(|(one, other)| folded(*one) == folded(*other)) } else { one == other }
        });
        if same {
            self.at = if way.back { self.at - length } else { self.at + length };
        }
        self.wanted(same)
    }

    fn captured(&self, group: usize) -> Option<(usize, usize)> {
        let (start, end) = (self.register(2 * group), self.register(2 * group + 1));
        (start != UNSET && end != UNSET).then_some((start, end))
    }

    fn split(&mut self, first: Pc, second: Pc) -> bool {
        self.push(Entry::Way { pc: second, at: self.at });
        self.lead(first)
    }

    fn clear(&mut self, from: usize, to: usize) -> bool {
        self.spend((to - from) * UNITS_A_STEP);
        for register in from..to {
            if self.register(register) != UNSET {
                self.save(register, UNSET);
            }
        }
        true
    }

    /// One more round, or on behind the repeat.
    fn round(&mut self, register: usize, (min, max): (u32, u32), lazy: bool, exit: Pc) -> bool {
        let rounds = self.register(register);
        if rounds >= max as usize {
            return self.lead(exit);
        }
        if rounds < min as usize {
            return true;
        }
        if lazy { self.split(exit, self.pc) } else { self.split(self.pc, exit) }
    }

    fn look(&mut self, look: usize) -> bool {
        let entries = self.buffers.entries.len();
        if let Some(begun) = self.buffers.looks.get_mut(look) {
            *begun = entries;
        }
        self.push(Entry::Look { pc: self.pc - 1, at: self.at });
        true
    }

    /// What is inside was found: there is no other way to find it, and the position is what it was.
    fn look_end(&mut self, look: usize, negated: bool) -> bool {
        let begun = self.buffers.looks.get(look).copied().unwrap_or_default();
        let Some(Entry::Look { pc, at }) = self.buffers.entries.get(begun).copied() else { return false };
        self.spend(self.buffers.entries.len() - begun);
        if negated {
            while self.buffers.entries.len() > begun {
                self.put_back();
            }
            self.record_node(at, pc);
            return false;
        }
        self.at = at;
        self.buffers.entries.extract_if(begun.., |entry| !matches!(entry, Entry::Register { .. })).for_each(drop);
        true
    }

    /// Takes the last entry away, and what it says of a register back.
    fn put_back(&mut self) {
        if let Some(Entry::Register { register, held }) = self.buffers.entries.pop() {
            self.set(register, held);
        }
    }

    /// To the last way not tried; false if there is none.
    fn go_back(&mut self) -> bool {
        while let Some(entry) = self.buffers.entries.last().copied() {
            let found = match entry {
                Entry::Way { pc, at } => self.resume(pc, at),
                Entry::Shorter { pc, at, least } => self.shorter(pc, at, least),
                Entry::Longer { pc, at, more } => self.longer(pc, at, more),
                Entry::Register { .. } => {
                    self.put_back();
                    false
                }
                Entry::Look { pc, at } => self.nothing_inside(pc, at),
            };
            if found {
                return true;
            }
        }
        false
    }

    /// No way is left to find what is inside a look-around: good if it is negated.
    fn nothing_inside(&mut self, look: Pc, at: usize) -> bool {
        if let Some(Op::Look { negated: true, exit, .. }) = self.program.ops.get(look) {
            return self.resume(*exit, at);
        }
        self.record_node(at, look);
        self.buffers.entries.pop();
        false
    }

    /// The last entry is used up by this.
    fn resume(&mut self, pc: Pc, at: usize) -> bool {
        self.buffers.entries.pop();
        self.pc = pc;
        self.at = at;
        true
    }

    /// The unit that the program wants at `pc`, if it can be only one.
    fn wanted_unit(&self, pc: Pc) -> Option<u16> {
        let Some(Op::Text { from, .. }) = self.program.ops.get(pc) else { return None };
        self.program.texts.get(*from).copied()
    }

    fn shorter(&mut self, pc: Pc, at: usize, least: usize) -> bool {
        let unit = self.wanted_unit(pc);
        let mut next = at;
        while next != least {
            next = if next > least { next - 1 } else { next + 1 };
            if unit.is_none_or(|unit| self.url.get(next) == Some(&unit)) {
                self.spend(at.abs_diff(next));
                self.resume(pc, next);
                if next != least {
                    self.push(Entry::Shorter { pc, at: next, least });
                }
                return true;
            }
        }
        self.spend(at.abs_diff(next));
        self.buffers.entries.pop();
        false
    }

    fn longer(&mut self, pc: Pc, at: usize, more: u32) -> bool {
        let Some(Op::Many { set, way, .. }) = self.program.ops.get(pc - 1) else { return false };
        let unit = self.wanted_unit(pc);
        let mut more = more;
        self.at = at;
        while more > 0 && self.next(*way).is_some_and(|unit| self.in_set(*set, unit)) {
            more -= 1;
            self.advance(*way);
            if unit.is_none_or(|unit| self.after() == Some(unit)) {
                self.spend(at.abs_diff(self.at));
                self.resume(pc, self.at);
                if more > 0 {
                    self.push(Entry::Longer { pc, at: self.at, more });
                }
                return true;
            }
        }
        self.spend(at.abs_diff(self.at));
        if more > 0 {
            self.record_node(self.at, pc - 1);
        }
        self.buffers.entries.pop();
        false
    }

    fn push(&mut self, entry: Entry) {
        self.buffers.entries.push(entry);
    }

    fn register(&self, register: usize) -> usize {
        self.buffers.registers.get(register).copied().unwrap_or(UNSET)
    }

    fn set(&mut self, register: usize, value: usize) {
        if let Some(held) = self.buffers.registers.get_mut(register) {
            *held = value;
        }
    }

    /// Sets a register, so that it can be put back if there is a way to go back to.
    fn save(&mut self, register: usize, value: usize) -> bool {
        if !self.buffers.entries.is_empty() {
            self.push(Entry::Register { register, held: self.register(register) });
        }
        self.set(register, value);
        true
    }

    fn wanted(&mut self, held: bool) -> bool {
        if !held {
            self.miss();
        }
        held
    }

    /// The instruction just read failed here.
    fn miss(&mut self) {
        self.record_node(self.at, self.pc - 1);
    }

    fn record_node(&mut self, at: usize, pc: Pc) {
        if at >= self.buffers.furthest {
            let node = self.program.nodes.get(pc).copied().flatten();
            self.record(at, node);
        }
    }

    fn record(&mut self, at: usize, node: Option<NodeId>) {
        let Some(node) = node.filter(|_| at >= self.buffers.furthest) else { return };
        if at > self.buffers.furthest {
            self.buffers.furthest = at;
            self.buffers.wanted.clear();
        }
        if self.buffers.wanted.len() < MOST_WANTED && !self.buffers.wanted.contains(&node) {
            self.buffers.wanted.push(node);
        }
    }
}
