//! The page on wasm32, the program `link-preview-lab` on a host.

#[cfg(target_arch = "wasm32")]
fn main() {
    link_preview_lab::app::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    link_preview_lab::cli::main()
}
