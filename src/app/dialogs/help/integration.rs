//! From the requirements to the review, and what happens in between.

use leptos::prelude::*;

#[component]
pub fn Integration() -> impl IntoView {
    view! {
        <Requirements/>
        <SetUp/>
        <Authorizations/>
        <Trial/>
    }
}

#[component]
fn Requirements() -> impl IntoView {
    view! {
        <section>
            <h3>"What an integration needs"</h3>
            <ul class="points">
                <li>
                    "Access to the Link Previews API. You ask for it with the request form. It is closed to new developers at present; \
                     existing integrations keep working."
                </li>
                <li>"OAuth 2.0 in your application. If it has none, you add it first."</li>
                <li>
                    "A domain of your own. Notion gives you a code to share with the domain’s host, often as a DNS record such as "
                    <code>"acme.com. TXT \"the code from Notion\""</code> "."
                </li>
                <li>
                    "A public integration. Every integration starts as an internal one: a workspace owner creates it, and only members of \
                     that workspace can use it. You make it public in its settings. Then any user in any workspace can use it."
                </li>
                <li>
                    "An authorization flow of its own kind: it differs from that of other public integrations. Follow the Link Preview guide \
                     for it."
                </li>
            </ul>
        </section>
    }
}

#[component]
fn SetUp() -> impl IntoView {
    view! {
        <section>
            <h3>"Set it up in Notion"</h3>
            <ol class="points">
                <li>
                    "Open your public integration in the integration dashboard. In the Configuration tab, section Link Preview, switch on \
                     “Enable link preview”. If it is missing, check that you use the account that has access, or write to "
                    <a href="mailto:developers@makenotion.com">"developers@makenotion.com"</a> "."
                </li>
                <li>"Fill out External Authorization Setup, and press “Submit ->” to go on to the next form."</li>
                <li>
                    "Fill out Unfurling Domain & Patterns, and press “Submit ->”. The callback URL and the placeholders may stay blank until \
                     they are ready. Then verify your domain."
                </li>
                <li>
                    "Before you distribute the integration, send the review form. Notion’s platform and security teams review it. With a \
                     published integration you may be eligible for Notion’s Technology Partner Program."
                </li>
            </ol>
        </section>
    }
}

#[component]
fn Authorizations() -> impl IntoView {
    view! {
        <section>
            <h3>"Two authorizations"</h3>
            <p>
                "Two authorizations are nested. Notion’s code, in the query of your Authorize URL, gets your service a token of Notion’s, \
                 with which it sends updates. Store that response with the user. Your own code, which you send back to Notion, gets Notion a \
                 token of yours, with which it asks your callback whenever the user pastes a link or opens a page with a preview."
            </p>
            <p>
                "There are two pairs of client ID and secret too. Form 1 takes the pair that Notion uses at your service. Notion’s token URL, "
                <code>"https://api.notion.com/v1/oauth/token"</code>
                ", takes the integration’s own pair, which its settings page shows under “View integration”."
            </p>
        </section>
    }
}

#[component]
fn Trial() -> impl IntoView {
    view! {
        <section>
            <h3>"Try it, and what comes after"</h3>
            <p>
                "Add the integration to a workspace. Under “My connections” press “Show all” and connect it (reload the page if it is \
                 missing): an entry appears. Do it again with the same account: there is still one entry, since "
                <code>"external_account.key"</code> " is the same."
            </p>
            <p>
                "The timeline plays this and what follows: updates, errors, deletion. When a user deletes a preview or disconnects, Notion \
                 invalidates its own tokens in any case, with or without a Deleted Token Callback URL. When a preview is deleted \
                 everywhere, your service may stop watching for changes."
            </p>
        </section>
    }
}
