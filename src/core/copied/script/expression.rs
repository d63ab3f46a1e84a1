//! Expressions and statements, as far as requests are made of them.

use super::super::traced::Traced;

#[derive(Debug, Clone)]
pub enum Expression {
    Text(Traced),
    /// A number.
    Number(Traced),
    Name(Traced),
    /// `a.b` and `a::b`
    Member(Box<Expression>, Traced),
    Index(Box<Expression>, Box<Expression>),
    Call(Box<Expression>, Vec<Argument>),
    Object(Vec<(Expression, Expression)>),
    List(Vec<Expression>),
    Sum(Vec<Expression>),
    /// At this byte.
    Unknown(usize),
}

#[derive(Debug, Clone)]
pub struct Argument {
    /// Python: `name=value`
    pub name: Option<String>,
    pub value: Expression,
}

#[derive(Debug, Clone)]
pub struct Statement {
    /// The name that the value is given.
    pub target: Option<String>,
    pub value: Expression,
}

impl Expression {
    /// `a.b.c` for a path of names.
    pub fn path(&self) -> Option<String> {
        match self {
            Self::Name(name) => Some(name.as_str().to_owned()),
            Self::Member(base, name) => Some(format!("{}.{}", base.path()?, name.as_str())),
            _ => None,
        }
    }

    pub fn at(&self) -> usize {
        match self {
            Self::Text(text) | Self::Number(text) | Self::Name(text) => text.start(),
            Self::Member(base, _) | Self::Index(base, _) | Self::Call(base, _) => base.at(),
            Self::Object(fields) => fields.first().map_or(0, |(name, _)| name.at()),
            Self::List(items) | Self::Sum(items) => items.first().map_or(0, Self::at),
            Self::Unknown(at) => *at,
        }
    }
}
