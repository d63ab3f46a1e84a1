//! The access token, from the option or from the environment. Messages never repeat it.

use std::env::{self, VarError};

use super::super::output::Failure;
use crate::core::integration::Secret;

/// The token without surrounding space, or `None` if it is blank or missing.
pub fn find(option: Option<&str>) -> Result<Option<String>, Failure> {
    let variable = Secret::ServiceToken.variable();
    match option {
        Some(token) => check("--token", token),
        None => match env::var(variable) {
            Ok(token) => check(variable, &token),
            Err(VarError::NotPresent) => Ok(None),
            Err(VarError::NotUnicode(_)) => Err(Failure(format!("`{variable}` is not UTF-8"))),
        },
    }
}

fn check(name: &str, token: &str) -> Result<Option<String>, Failure> {
    let token = token.trim();
    let scheme = token.get(..7).unwrap_or_default();
    if scheme.eq_ignore_ascii_case("bearer ") {
        return Err(Failure(format!("`{name}` must be the token alone, without `Bearer`")));
    }
    if !token.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(Failure(format!("`{name}` contains a character that is not allowed in a token")));
    }
    Ok(Some(token.to_owned()).filter(|token| !token.is_empty()))
}
