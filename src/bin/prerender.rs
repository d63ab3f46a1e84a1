//! Prints the first page as HTML, for `index.html`.

fn main() {
    print!("{}", link_preview_lab::app::prerender::first_page());
}
