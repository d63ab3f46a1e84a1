//! What many measurements come to, in milliseconds, and the rows that are printed of them.

#[derive(Debug, Clone, Default)]
pub struct Figures(Vec<f64>);

impl Figures {
    pub fn new(mut times: Vec<f64>) -> Self {
        times.sort_by(f64::total_cmp);
        Self(times)
    }

    pub fn median(&self) -> f64 {
        self.quantile(50)
    }

    pub fn p95(&self) -> f64 {
        self.quantile(95)
    }

    /// The smallest time that so many percent do not exceed.
    fn quantile(&self, percent: usize) -> f64 {
        let rank = (self.0.len() * percent).div_ceil(100).max(1);
        self.0.get(rank - 1).copied().unwrap_or(f64::NAN)
    }

    pub fn both(&self) -> String {
        format!("median {:.1} ms, p95 {:.1} ms", self.median(), self.p95())
    }
}

/// One row, its cells apart by tabs: what, measured, limit, and `missed` where it is.
pub fn row(what: &str, measured: &str, limit: &str, holds: bool) {
    println!("{what}\t{measured}\t{limit}\t{}", if holds { "" } else { "missed" });
}
