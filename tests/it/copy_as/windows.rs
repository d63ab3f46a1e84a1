//! How cmd and PowerShell take a command apart, after their published rules: text in, the program's arguments out.

type Variables<'v> = &'v [(&'v str, &'v str)];

fn value<'v>(variables: Variables<'v>, name: &str) -> Option<&'v str> {
    variables.iter().find(|(key, _)| *key == name).map(|(_, value)| *value)
}

/// The arguments of each command that cmd starts, at its prompt.
pub fn cmd(text: &str, variables: Variables) -> Vec<Vec<String>> {
    let mut commands = Vec::new();
    let mut command = String::new();
    for line in text.lines() {
        let continued = cmd_line(&percent(line, variables), &mut command);
        if !continued {
            let command = std::mem::take(&mut command);
            if !command.starts_with("rem ") {
                commands.push(argv(&command));
            }
        }
    }
    assert_eq!(command, "", "the last line goes on");
    commands
}

/// First, and even in quotes: variables. A name that is none stays, and the search goes on behind its first `%`.
fn percent(line: &str, variables: Variables) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('%') {
        out.push_str(before);
        let known = after.split_once('%').and_then(|(name, after)| Some((value(variables, name)?, after)));
        if let Some((value, after)) = known {
            out.push_str(value);
            rest = after;
        } else {
            out.push('%');
            rest = after;
        }
    }
    out + rest
}

/// Then quotes and carets. Whether the command goes on in the next line.
fn cmd_line(line: &str, command: &mut String) -> bool {
    let mut quoted = false;
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => quoted = !quoted,
            '^' if !quoted => match chars.next() {
                Some(escaped) => {
                    command.push(escaped);
                    continue;
                }
                None => return true,
            },
            '&' | '|' | '<' | '>' => assert!(quoted, "cmd acts upon `{c}` in {line}"),
            _ => {}
        }
        command.push(c);
    }
    false
}

/// As the C library of Windows takes a command line apart.
fn argv(line: &str) -> Vec<String> {
    let mut arguments = Vec::new();
    let mut argument: Option<String> = None;
    let mut quoted = false;
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            ' ' | '\t' if !quoted => arguments.extend(argument.take()),
            '\\' => {
                let mut backslashes = 1;
                while chars.next_if_eq(&'\\').is_some() {
                    backslashes += 1;
                }
                let argument = argument.get_or_insert_default();
                if chars.peek() == Some(&'"') {
                    argument.extend(std::iter::repeat_n('\\', backslashes / 2));
                    if backslashes % 2 == 1 {
                        argument.extend(chars.next());
                    }
                } else {
                    argument.extend(std::iter::repeat_n('\\', backslashes));
                }
            }
            '"' if quoted && chars.next_if_eq(&'"').is_some() => argument.get_or_insert_default().push('"'),
            '"' => {
                quoted = !quoted;
                argument.get_or_insert_default();
            }
            _ => argument.get_or_insert_default().push(c),
        }
    }
    assert!(!quoted, "a quote stays open: {line}");
    arguments.extend(argument);
    arguments
}

/// The arguments of the one program that PowerShell starts, and what goes through its pipe.
pub fn powershell(text: &str, variables: Variables) -> (Vec<String>, Option<String>) {
    let mut shell = PowerShell { rest: text, variables, credentials: String::new() };
    while shell.takes("# ") {
        shell.rest = shell.rest.split_once('\n').expect("a comment has an end").1;
    }
    if shell.takes("$credentials = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes(") {
        let id = shell.string();
        assert!(shell.takes(" + $env:NOTION_CLIENT_SECRET))\n"));
        shell.credentials =
            super::base64(&[id.as_str(), value(variables, "NOTION_CLIENT_SECRET").expect("there is a secret")].concat());
    }
    let piped = shell.rest.starts_with('\'').then(|| shell.string());
    assert!(piped.is_none() || shell.takes(" | "));
    let mut arguments = Vec::new();
    while !shell.takes("\n") {
        arguments.push(shell.argument());
        while shell.takes(" ") || shell.takes("`\n") {}
    }
    assert_eq!(shell.rest, "");
    (arguments, piped)
}

struct PowerShell<'t> {
    rest: &'t str,
    variables: Variables<'t>,
    credentials: String,
}

impl PowerShell<'_> {
    fn takes(&mut self, text: &str) -> bool {
        self.rest.strip_prefix(text).map(|rest| self.rest = rest).is_some()
    }

    fn argument(&mut self) -> String {
        match self.rest.chars().next() {
            Some('\'') => self.string(),
            Some('"') => self.expandable(),
            _ => {
                let end = self.rest.find([' ', '\n']).expect("a command has an end");
                let (word, rest) = self.rest.split_at(end);
                assert!(word.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte)), "a bare {word}");
                self.rest = rest;
                word.to_owned()
            }
        }
    }

    /// Any of the apostrophes ends it, unless doubled.
    fn string(&mut self) -> String {
        let apostrophes = ['\'', '‘', '’', '‚', '‛'];
        let mut string = String::new();
        let mut chars = self.rest.chars();
        assert_eq!(chars.next(), Some('\''));
        loop {
            let c = chars.next().expect("a string has an end");
            if !apostrophes.contains(&c) {
                string.push(c);
            } else if chars.clone().next().is_some_and(|next| apostrophes.contains(&next)) {
                string.extend(chars.next());
            } else {
                self.rest = chars.as_str();
                return string;
            }
        }
    }

    fn expandable(&mut self) -> String {
        let (inside, rest) = self.rest[1..].split_once('"').expect("a string has an end");
        self.rest = rest;
        let (text, variable) = inside.split_once('$').unwrap_or((inside, ""));
        assert!(!text.contains('`') && !variable.contains('`'), "an escape in {inside}");
        let named = |name| value(self.variables, name).expect("the variable exists");
        let encoded = variable.strip_prefix("([Uri]::EscapeDataString($env:").and_then(|rest| rest.strip_suffix("))"));
        let value = match variable {
            "credentials" => self.credentials.clone(),
            _ => match (encoded, variable.strip_prefix("env:")) {
                (Some(name), _) => super::percent_encoded(named(name)),
                (_, Some(name)) => named(name).to_owned(),
                _ => panic!("an expression: {inside}"),
            },
        };
        text.to_owned() + &value
    }
}
