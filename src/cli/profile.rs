//! The option `--profile`.

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::core::profile::Profile;

impl ValueEnum for Profile {
    fn value_variants<'v>() -> &'v [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let help = match self {
            Self::Documented => "Strict: the rules as Notion documents them",
            Self::Wild => "Lenient: what integrations in production are known to do is only an info",
        };
        Some(PossibleValue::new(self.name()).help(help))
    }
}
