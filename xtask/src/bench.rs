//! Sizes and speeds, as one table. A limit that is missed is marked, and nothing more: a bench measures.

mod payload;
mod site;
mod size;
mod speed;
mod table;

use std::env;
use std::path::PathBuf;

use crate::command::{Outcome, root};
use crate::{build, setup};

/// Measures a fresh build, or the one that `LAB_DIST` names.
pub fn bench() -> Outcome {
    let dist = if let Some(dist) = env::var_os("LAB_DIST") {
        setup::for_build()?;
        PathBuf::from(dist)
    } else {
        build::build()?;
        root().join("dist")
    };
    let site = site::lay_out(&dist)?;
    let mut rows = size::sizes(&dist)?;
    rows.extend(speed::native(&site)?);
    rows.extend(speed::browser(&site)?);
    table::print(&rows);
    Ok(())
}
