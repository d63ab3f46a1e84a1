//! What a server has to answer so that a browser may call it.

use leptos::prelude::*;

use crate::app::browser::document::origin;
use crate::app::components::Details;
use crate::app::lab::Lab;
use crate::app::store::{CallStoreFields, Stage, ToolsStoreFields};

#[component]
pub fn BrowserNeeds() -> impl IntoView {
    let lab = Lab::of_page();
    let open = RwSignal::new(false);
    // A call without an answer is mostly one that the browser did not allow.
    Effect::new(move |_| {
        if let Stage::Answered(called) = lab.tools.call().stage().get()
            && called.status.is_none()
        {
            open.set(true);
        }
    });
    // The host that renders the first page knows no address.
    let here = RwSignal::new(String::new());
    Effect::new(move |_| here.set(origin()));
    view! {
        <Details id=Some("browser-needs") class="words" open=open on_toggle=move |is_open| open.set(is_open) summary=|| "What a browser needs">
                <div class="needs">
                    <p>
                        "A browser asks first, with an OPTIONS request without the token, because of the " <code>"Authorization"</code>
                        " header. Your server responds to it with these lines, and repeats the first one in every response:"
                    </p>
                    <pre tabindex="0">
                        "Access-Control-Allow-Origin: " <span class="origin">{here}</span>
                        "\nAccess-Control-Allow-Methods: POST, DELETE\
                         \nAccess-Control-Allow-Headers: authorization, content-type\
                         \nAccess-Control-Expose-Headers: *"
                    </pre>
                    <p>"In Node with Express, before your routes:"</p>
                    <pre tabindex="0">
                        "app.use((request, response, next) => {\n  response.set(\"Access-Control-Allow-Origin\", \""
                        <span class="origin">{here}</span>
                        "\");\n  response.set(\"Access-Control-Allow-Methods\", \"POST, DELETE\");\
                         \n  response.set(\"Access-Control-Allow-Headers\", \"authorization, content-type\");\
                         \n  response.set(\"Access-Control-Expose-Headers\", \"*\");\
                         \n  if (request.method === \"OPTIONS\") return response.sendStatus(204);\
                         \n  next();\
                         \n});"
                    </pre>
                    <p>
                        "Without the last of these headers the page reads the status and the type of a response, but no other header. \
                         The browser follows redirects. A page on " <code>"https"</code> " may call " <code>"http"</code>
                        " on this machine only. When this page is on a public host, the browser asks you before it calls an address of \
                         your own network. Notion’s servers need none of this: remove it again, or keep it to your development server."
                    </p>
                </div>
        </Details>
    }
}
