//! The names of a build's files, each with Trunk's hash of cargo's wasm in it: `link-preview-lab-6f1c09.js`.

pub const PROGRAM: &str = "link-preview-lab";

pub struct Names {
    id: String,
}

impl Names {
    /// Reads Trunk's hash from the name of the script among the files of a build.
    pub fn find(files: &[String]) -> Option<Self> {
        let id = files.iter().find_map(|file| file.strip_prefix(PROGRAM)?.strip_prefix('-')?.strip_suffix(".js"))?;
        Some(Self { id: id.to_owned() })
    }

    pub fn id(&self) -> &str {
        &self.id
    }

    /// As wasm-bindgen is told it; it makes `.js` and `_bg.wasm` of it, as Trunk does.
    pub fn program(&self) -> String {
        format!("{PROGRAM}-{}", self.id)
    }

    pub fn script(&self) -> String {
        format!("{}.js", self.program())
    }

    /// The script that loads the parts.
    pub fn link(&self) -> String {
        format!("split-{}.js", self.id)
    }

    /// `split_finder.wasm` → `split_finder-6f1c09.wasm`
    pub fn part(&self, file: &str) -> String {
        format!("{}-{}.wasm", file.trim_end_matches(".wasm"), self.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        let files = ["index.html", "start-77aa.js", "link-preview-lab-6f1c09_bg.wasm", "link-preview-lab-6f1c09.js"];
        Names::find(&files.map(str::to_owned)).expect("a script")
    }

    #[test]
    fn the_hash_is_the_one_of_the_script() {
        assert_eq!(names().id(), "6f1c09");
        assert_eq!(names().program(), "link-preview-lab-6f1c09");
        assert!(Names::find(&["editor.js".to_owned()]).is_none());
    }

    #[test]
    fn a_part_takes_the_hash_of_the_build() {
        assert_eq!(names().part("split_copy_as.wasm"), "split_copy_as-6f1c09.wasm");
    }
}
