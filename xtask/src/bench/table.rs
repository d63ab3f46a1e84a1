//! The table.

pub struct Row {
    pub what: String,
    pub measured: String,
    /// At most this much; empty where nothing is asked.
    pub limit: String,
    pub missed: bool,
}

pub fn print(rows: &[Row]) {
    let width = |cell: fn(&Row) -> &str| rows.iter().map(|row| cell(row).chars().count()).max().unwrap_or(0);
    let (what, measured, limit) = (width(|row| &row.what), width(|row| &row.measured), width(|row| &row.limit).max(7));
    println!("\n{:what$}  {:measured$}  at most", "what", "measured");
    for row in rows {
        let line = format!("{:what$}  {:measured$}  {:limit$}", row.what, row.measured, row.limit);
        println!("{}", if row.missed { line + "  ✗ missed" } else { line.trim_end().to_owned() });
    }
}
