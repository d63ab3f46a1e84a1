//! How long an access token of the service is valid.

use crate::core::project::Service;
use crate::core::rules::place::quoted;

/// What is wrong with the `expires_in` of the service's token answers.
pub fn wrong_lifetime(service: &Service) -> Option<String> {
    let typed = service.expires_in.trim();
    let fits = typed.is_empty() || service.lifetime().is_some_and(|seconds| seconds > 0);
    (!fits).then(|| format!("`expires_in` is {}, not a whole number above zero", quoted(typed)))
}
