//! Icons, from the sprite at the beginning of the page.

use leptos::prelude::*;

macro_rules! icons {
    ($($name:ident $file:literal),* $(,)?) => {
        /// An icon of the Lucide set. `editor/build/icons.mjs` puts exactly these into the sprite.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum IconName { $($name),* }

        impl IconName {
            #[cfg(test)]
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The name of its file in the set.
            #[cfg(test)]
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => $file),* }
            }

            fn reference(self) -> &'static str {
                match self { $(Self::$name => concat!("#icon-", $file)),* }
            }
        }
    };
}

icons! {
    AppWindow "app-window",
    ArrowDown "arrow-down",
    ArrowLeft "arrow-left",
    ArrowRight "arrow-right",
    ArrowUp "arrow-up",
    Braces "braces",
    Calendar "calendar",
    Check "check",
    ChevronDown "chevron-down",
    CircleCheck "circle-check",
    CircleDashed "circle-dashed",
    CircleHelp "circle-help",
    CirclePlay "circle-play",
    CircleX "circle-x",
    Clock "clock",
    Columns "columns-2",
    Contrast "contrast",
    Copy "copy",
    Download "download",
    ExternalLink "external-link",
    Eye "eye",
    EyeOff "eye-off",
    FileText "file-text",
    Film "film",
    Folder "folder",
    Grip "grip-vertical",
    History "history",
    Image "image",
    ImageOff "image-off",
    Info "info",
    Templates "layout-template",
    ListPlus "list-plus",
    ListVideo "list-video",
    Lock "lock",
    Moon "moon",
    Music "music",
    Palette "palette",
    Pin "pin",
    Plus "plus",
    Rectangle "rectangle-horizontal",
    Redo "redo-2",
    Search "search",
    Send "send",
    Smartphone "smartphone",
    StepBack "step-back",
    StepForward "step-forward",
    Sun "sun",
    Tag "tag",
    SunMoon "sun-moon",
    Trash "trash-2",
    Warning "triangle-alert",
    Type "type",
    Undo "undo-2",
    Wand "wand-sparkles",
    X "x",
}

/// A decoration: the element around it carries the name.
#[component]
pub fn Icon(#[prop(into)] name: Signal<IconName>) -> impl IntoView {
    view! {
        <svg class="icon" aria-hidden="true">
            <use_ href=move || name.get().reference()></use_>
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::IconName;

    #[test]
    fn the_sprite_has_exactly_these_icons() {
        let script = include_str!("../../../editor/build/icons.mjs");
        let names = script.split_once("const NAMES = [").and_then(|(_, rest)| rest.split_once(']')).unwrap().0;
        let mut sprite: Vec<&str> = names.split('"').filter(|name| name.contains(|c: char| c.is_ascii_lowercase())).collect();
        let mut ours: Vec<&str> = IconName::ALL.iter().map(|icon| icon.name()).collect();
        sprite.sort_unstable();
        ours.sort_unstable();
        assert_eq!(sprite, ours);
    }
}
