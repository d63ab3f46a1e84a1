//! Keeps the linker's relocations in the page's wasm: `wasm-split-cli` needs them to move functions into parts.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    // As an argument of the linker it rebuilds no dependency, which `rustflags` would.
    if std::env::var("CARGO_CFG_TARGET_ARCH").as_deref() == Ok("wasm32") {
        println!("cargo:rustc-link-arg-bins=--emit-relocs");
    }
}
