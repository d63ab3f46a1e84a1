//! Random patterns and URLs, half of the URLs made from their pattern, against a JavaScript engine.

use link_preview_lab::core::pattern::syntax::parse;
use link_preview_lab::core::pattern::{Answer, Flags, Pattern};

use super::engine::Engine;
use super::row::{self, Line, Said, ours, shown};
use super::say;

/// Pairs that are made and asked about at once.
const PAIRS: usize = 20_000;
/// The environment variable for more: `RANDOM_PAIRS=1000000`.
const MORE: &str = "RANDOM_PAIRS";

fn batches() -> usize {
    let pairs = std::env::var(MORE).ok().and_then(|pairs| pairs.parse().ok()).unwrap_or(PAIRS);
    pairs.div_ceil(PAIRS).max(1)
}

struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits") % bound
    }

    fn one_in(&mut self, chance: usize) -> bool {
        self.below(chance) == 0
    }

    fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }
}

/// Parts of patterns that take one unit or two, and texts that they take.
const ATOMS: [(&str, &[&str]); 30] = [
    ("a", &["a"]),
    ("b", &["b"]),
    ("ab", &["ab"]),
    ("\\/", &["/"]),
    ("\\.", &["."]),
    (".", &["a", "é", "1", "\u{2028}"]),
    ("\\d", &["1", "0"]),
    ("\\w", &["a", "_", "1"]),
    ("\\W", &["-", "é", "/"]),
    ("\\s", &[" ", "\u{a0}"]),
    ("\\S", &["a", "🙂"]),
    ("\\D", &["b", "é"]),
    ("[ab]", &["a", "b"]),
    ("[^ab]", &["1", "é", "-"]),
    ("[a-c\\d]", &["c", "0"]),
    ("[^\\/]", &["a", ".", "🙂"]),
    ("[\\w-]", &["-", "a"]),
    ("é", &["é"]),
    ("[é🙂]", &["é", "🙂"]),
    ("🙂", &["🙂"]),
    ("\\ud83d", &["🙂"]),
    ("\\ude42", &["🙂"]),
    ("\\x61", &["a"]),
    ("\\u0062", &["b"]),
    ("\\-", &["-"]),
    ("{", &["{"]),
    ("a{", &["a{"]),
    ("]", &["]"]),
    ("\\c", &["\\c"]),
    ("[\\b\\0]", &["\u{8}", "\0"]),
];
const ZERO_WIDTH: [&str; 6] = ["^", "$", "\\b", "\\B", "(?:)", "()"];
const QUANTIFIERS: [(&str, usize, usize); 13] = [
    ("*", 0, 3),
    ("+", 1, 3),
    ("?", 0, 1),
    ("*?", 0, 3),
    ("+?", 1, 3),
    ("??", 0, 1),
    ("{2}", 2, 2),
    ("{1,2}", 1, 2),
    ("{0,2}?", 0, 2),
    ("{2,}", 2, 3),
    ("{0}", 0, 0),
    ("{0,9}", 0, 3),
    ("{1,30}?", 1, 3),
];
/// Parts that are often wrong, so that errors are compared too.
const ODD: [&str; 14] =
    ["(", ")", "[", "*", "\\", "(?", "{2}", "(?<", "[z-a]", "\\k<n>", "(?<n>a)(?<n>b)", "\\8", "\\2", "a{2,1}"];
const TEXTS: [&str; 14] = ["a", "b", "ab", "/", ".", "1", "0", "-", "é", "🙂", "_", " ", "c", "{"];

/// A pattern and a text that it was made for.
#[derive(Default, Clone)]
struct Made {
    pattern: String,
    text: String,
}

struct Maker {
    random: Random,
    groups: usize,
    names: usize,
}

impl Maker {
    fn pair(&mut self) -> (String, String) {
        (self.groups, self.names) = (0, 0);
        let made = self.alternatives(0);
        let mut pattern = made.pattern;
        if self.random.one_in(12) {
            pattern += self.random.pick(&ODD);
        }
        if self.random.one_in(4) {
            pattern = format!("^{pattern}");
        }
        if self.random.one_in(4) {
            pattern += "$";
        }
        let url = if self.random.one_in(2) { self.text(10) } else { self.around(&made.text) };
        (pattern, url)
    }

    fn text(&mut self, longest: usize) -> String {
        (0..self.random.below(longest)).map(|_| self.random.pick(&TEXTS)).collect()
    }

    /// The text, sometimes with something around it.
    fn around(&mut self, text: &str) -> String {
        let (before, after) = (self.random.one_in(3), self.random.one_in(3));
        let before = if before { self.text(3) } else { String::new() };
        let after = if after { self.text(3) } else { String::new() };
        let longest = text.chars().take(24).collect::<String>();
        format!("{before}{longest}{after}")
    }

    fn alternatives(&mut self, depth: usize) -> Made {
        let mut made = self.sequence(depth);
        while self.random.one_in(4) {
            let other = self.sequence(depth);
            let text = if self.random.one_in(2) { other.text } else { made.text };
            made = Made { pattern: format!("{}|{}", made.pattern, other.pattern), text };
        }
        made
    }

    fn sequence(&mut self, depth: usize) -> Made {
        let mut made = Made::default();
        for _ in 0..self.random.below(4) {
            let part = self.repeated(depth);
            made.pattern += &part.pattern;
            made.text += &part.text;
        }
        made
    }

    fn repeated(&mut self, depth: usize) -> Made {
        let made = self.part(depth);
        if !self.random.one_in(3) {
            return made;
        }
        let (quantifier, least, most) = self.random.pick(&QUANTIFIERS);
        let times = least + self.random.below(most - least + 1);
        Made { pattern: made.pattern + quantifier, text: made.text.repeat(times) }
    }

    fn part(&mut self, depth: usize) -> Made {
        if depth >= 3 || self.random.below(10) < 5 {
            return self.atom();
        }
        match self.random.below(9) {
            0 | 1 => {
                self.groups += 1;
                self.wrapped("(", depth)
            }
            2 => {
                self.groups += 1;
                self.names += 1;
                let open = format!("(?<n{}>", self.names);
                self.wrapped(&open, depth)
            }
            3 | 4 => self.wrapped("(?:", depth),
            5 => Made { text: String::new(), ..self.wrapped("(?=", depth) },
            6 => {
                let open = self.random.pick(&["(?!", "(?<=", "(?<!"]);
                Made { text: String::new(), ..self.wrapped(open, depth) }
            }
            7 => Made { pattern: self.random.pick(&ZERO_WIDTH).to_owned(), text: String::new() },
            _ => Made { pattern: format!("\\{}", 1 + self.random.below(self.groups + 1)), text: String::new() },
        }
    }

    fn wrapped(&mut self, open: &str, depth: usize) -> Made {
        let inside = self.alternatives(depth + 1);
        Made { pattern: format!("{open}{})", inside.pattern), text: inside.text }
    }

    fn atom(&mut self) -> Made {
        let (pattern, texts) = self.random.pick(&ATOMS);
        Made { pattern: pattern.to_owned(), text: self.random.pick(texts).to_owned() }
    }
}

/// A pattern, a URL, and the flags.
type Pair = (String, String, Flags);

/// The same numbers in every run.
fn maker() -> Maker {
    Maker { random: Random(0x2545_F491_4F6C_DD1D), groups: 0, names: 0 }
}

fn pairs(maker: &mut Maker) -> Vec<Pair> {
    let pair = |_| {
        let (source, url) = maker.pair();
        (source, url, Flags { ignore_case: maker.random.one_in(8) })
    };
    (0..PAIRS).map(pair).collect()
}

#[derive(Default)]
struct Tally {
    matched: usize,
    refused: usize,
    slow: usize,
    /// The engine is not done with them in time.
    unanswered: usize,
    wrong: Vec<String>,
}

#[test]
fn random_pairs_are_answered_as_an_engine_answers_them() {
    let engine = Engine::chosen();
    let (mut maker, mut tally) = (maker(), Tally::default());
    let all = batches() * PAIRS;
    for _ in 0..batches() {
        if !compare(&engine, &pairs(&mut maker), &mut tally) {
            return say(&format!("skipped: there is no {} to compare random patterns with", engine.name));
        }
    }
    let Tally { matched, refused, slow, unanswered, wrong } = tally;
    say(&format!(
        "{all} random pairs: {matched} match, {refused} are refused; {slow} take too long here, {unanswered} in {}; {} differ",
        engine.name,
        wrong.len()
    ));
    assert!(wrong.is_empty(), "{} differ\n{}", wrong.len(), wrong[..wrong.len().min(20)].join("\n"));
    assert!(matched > all / 4 && refused > all / 100 && slow < all / 1000);
}

/// Whether there is an engine to compare with.
fn compare(engine: &Engine, pairs: &[Pair], tally: &mut Tally) -> bool {
    let line = |(source, url, flags): &Pair| {
        let flags = if flags.ignore_case { "i" } else { "" };
        serde_json::json!({"source": source, "url": url, "flags": flags}).to_string() + "\n"
    };
    let Some(answers) = engine.ask(&pairs.iter().map(line).collect::<String>()) else { return false };
    assert_eq!(answers.lines().count(), pairs.len());
    for ((source, url, flags), answer) in pairs.iter().zip(answers.lines()) {
        let [source, url] = [source, url].map(|text| text.encode_utf16().collect::<Vec<_>>());
        let row = Line::new(answer);
        let theirs = row.said(&row.object);
        let ours = ours(&source, *flags, &url);
        tally.matched += usize::from(matches!(theirs, Said::Matched { .. }));
        tally.refused += usize::from(matches!(theirs, Said::Error(_)));
        // Engines word errors in their own ways, from version to version.
        let same = match (&theirs, &ours) {
            (Said::Error(_), Said::Error(_)) => true,
            (_, Said::TooSlow) => {
                tally.slow += 1;
                true
            }
            (Said::TooSlow, _) => {
                tally.unanswered += 1;
                true
            }
            _ => theirs == ours,
        };
        if !same {
            tally.wrong.push(format!("/{}/ on {}\n    {answer}\n    {ours:?}", shown(&source), shown(&url)));
        }
    }
    true
}

#[test]
fn both_engines_agree_wherever_both_can_run() {
    let (mut both, mut wrong) = (0, Vec::new());
    for (source, url, flags) in pairs(&mut maker()) {
        let [source, url] = [source, url].map(|text| text.encode_utf16().collect::<Vec<_>>());
        let Ok(syntax) = parse(&source) else { continue };
        let Some(linear) = row::linear(&syntax, flags, &url) else { continue };
        let outcome = Pattern::new(&source, flags).expect("it parses").exec(&url);
        if outcome.slow || outcome.answer == Answer::Unknown {
            continue;
        }
        both += 1;
        let ours = ours(&source, flags, &url);
        if ours != linear {
            wrong.push(format!("/{}/ on {}\n    {ours:?}\n    {linear:?}", shown(&source), shown(&url)));
        }
    }
    say(&format!("both engines ran on {both} of {PAIRS} random pairs"));
    assert!(wrong.is_empty(), "{} differ\n{}", wrong.len(), wrong[..wrong.len().min(20)].join("\n"));
    assert!(both > PAIRS / 4);
}
