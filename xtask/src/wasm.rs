//! Reads a wasm file: how large each function is, and what it is called.
//!
//! In: the bytes of a module with a name section. Out: names and sizes of the functions that it defines. Everything else in the
//! file is skipped.

const CUSTOM: u8 = 0;
const IMPORTS: u8 = 2;
const CODE: u8 = 10;
/// The part of the name section that names functions.
const FUNCTION_NAMES: u8 = 1;
const HEADER: usize = 8;

#[derive(Debug, PartialEq, Eq)]
pub struct Function {
    pub name: String,
    /// Of its body, in bytes.
    pub size: usize,
}

/// `None` if this is no wasm, or one that is cut off.
pub fn functions(wasm: &[u8]) -> Option<Vec<Function>> {
    let mut reader = Reader(wasm.get(HEADER..)?);
    let (mut imported, mut sizes, mut names) = (0, Vec::new(), Vec::new());
    while !reader.0.is_empty() {
        let id = reader.byte()?;
        let length = reader.number()?;
        let mut section = Reader(reader.bytes(length)?);
        match id {
            IMPORTS => imported = imported_functions(&mut section)?,
            CODE => sizes = sizes_of(&mut section)?,
            CUSTOM if section.text()? == "name" => names = names_of(&mut section)?,
            _ => {}
        }
    }
    names.sort_unstable();
    let name = |index| names.binary_search_by_key(&index, |(at, _)| *at).map_or(String::new(), |at| names[at].1.clone());
    Some(sizes.into_iter().enumerate().map(|(index, size)| Function { name: name(imported + index), size }).collect())
}

fn sizes_of(section: &mut Reader) -> Option<Vec<usize>> {
    (0..section.number()?)
        .map(|_| {
            let size = section.number()?;
            section.bytes(size).map(|_| size)
        })
        .collect()
}

/// The index of a function counts imported ones first.
fn names_of(section: &mut Reader) -> Option<Vec<(usize, String)>> {
    while !section.0.is_empty() {
        let part = section.byte()?;
        let length = section.number()?;
        let mut names = Reader(section.bytes(length)?);
        if part == FUNCTION_NAMES {
            return (0..names.number()?).map(|_| Some((names.number()?, names.text()?.to_owned()))).collect();
        }
    }
    Some(Vec::new())
}

fn imported_functions(section: &mut Reader) -> Option<usize> {
    let mut functions = 0;
    for _ in 0..section.number()? {
        section.text()?;
        section.text()?;
        match section.byte()? {
            0 => {
                section.number()?;
                functions += 1;
            }
            1 => {
                section.byte()?;
                section.limits()?;
            }
            2 => section.limits()?,
            3 => drop(section.bytes(2)?),
            4 => {
                section.byte()?;
                section.number()?;
            }
            _ => return None,
        }
    }
    Some(functions)
}

/// What is left to read.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn bytes(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    /// LEB128: seven bits a byte, the lowest first.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn text(&mut self) -> Option<&'a str> {
        let length = self.number()?;
        std::str::from_utf8(self.bytes(length)?).ok()
    }

    /// The lowest bit of the flags says whether there is an upper limit.
    fn limits(&mut self) -> Option<()> {
        let has_upper = self.byte()? & 1 == 1;
        self.number()?;
        if has_upper {
            self.number()?;
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with one imported function and two of its own.
    const WASM: &[u8] = b"\0asm\x01\0\0\0\
        \x01\x04\x01\x60\0\0\
        \x02\x07\x01\x01a\x01f\0\0\
        \x03\x03\x02\0\0\
        \x0a\x08\x02\x02\0\x0b\x03\0\x01\x0b\
        \0\x0e\x04name\x01\x07\x02\x01\x01x\x02\x01y";

    #[test]
    fn functions_have_names_and_sizes() {
        let expected = [("x", 2), ("y", 3)].map(|(name, size)| Function { name: name.to_owned(), size });
        assert_eq!(functions(WASM).as_deref(), Some(&expected[..]));
    }

    #[test]
    fn a_cut_file_is_refused() {
        assert_eq!(functions(&WASM[..WASM.len() - 1]), None);
        assert_eq!(functions(b"\0asm"), None);
    }
}
