//! The two forms of the integration settings. The client secret is in no project.

use serde_json::{Map, Value};

use crate::core::place::Setting;

/// Texts as typed; the rules say what is wrong with them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    pub authorize_url: String,
    pub token_url: String,
    /// What Notion uses at the service's URLs.
    pub client_id: String,
    /// What the service uses at Notion's token URL.
    pub notion_client_id: String,
    pub scopes: String,
    pub deleted_token_url: String,
    pub callback_url: String,
    pub domain: String,
    pub other: Map<String, Value>,
}

impl Settings {
    pub fn text(&self, setting: Setting) -> &str {
        match setting {
            Setting::AuthorizeUrl => &self.authorize_url,
            Setting::TokenUrl => &self.token_url,
            Setting::ClientId => &self.client_id,
            Setting::NotionClientId => &self.notion_client_id,
            Setting::Scopes => &self.scopes,
            Setting::DeletedTokenUrl => &self.deleted_token_url,
            Setting::CallbackUrl => &self.callback_url,
            Setting::Domain => &self.domain,
        }
    }

    pub fn put(&mut self, setting: Setting, text: String) {
        *match setting {
            Setting::AuthorizeUrl => &mut self.authorize_url,
            Setting::TokenUrl => &mut self.token_url,
            Setting::ClientId => &mut self.client_id,
            Setting::NotionClientId => &mut self.notion_client_id,
            Setting::Scopes => &mut self.scopes,
            Setting::DeletedTokenUrl => &mut self.deleted_token_url,
            Setting::CallbackUrl => &mut self.callback_url,
            Setting::Domain => &mut self.domain,
        } = text;
    }
}
