//! Icons of the Lucide set, drawn with the ink around them.

use icondata_core::Icon;
use leptos::prelude::*;

pub use icondata_lu::{
    LuCheck, LuChevronDown, LuCircleHelp, LuCirclePlay, LuCircleX, LuColumns2, LuContrast, LuCopy, LuDownload, LuExternalLink,
    LuFileText, LuImageOff, LuInfo, LuLayoutTemplate, LuMoon, LuPlus, LuRectangleHorizontal, LuRedo2, LuSmartphone, LuSun,
    LuTrash2, LuTriangleAlert, LuUndo2, LuWandSparkles, LuX,
};

/// A decoration: the element around it carries the name.
pub fn icon(icon: Icon) -> impl IntoView {
    view! {
        <svg
            class="icon"
            viewBox=icon.view_box
            fill="none"
            stroke="currentColor"
            stroke-width="2"
            stroke-linecap="round"
            stroke-linejoin="round"
            aria-hidden="true"
            inner_html=icon.data
        ></svg>
    }
}
