//! What can happen to a link after it is pasted.

/// In a project each is a string: its name, and of `wait` the seconds, `wait:300`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Event {
    /// Somebody who is not connected pastes the link.
    FirstPaste,
    Paste,
    /// The person allows the service to talk with Notion.
    Allow,
    /// The same with another account of the service: another `external_account.key`.
    AllowOther,
    Deny,
    /// Somebody opens a page on which the preview stands.
    Revisit,
    Update,
    Error,
    UpdateWithError,
    /// One preview of the link is removed.
    Delete,
    /// The last one is.
    DeleteAll,
    Disconnect,
    ExpireCode,
    ExpireToken,
    Refresh,
    /// So many seconds pass.
    Wait(u32),
}

impl Event {
    /// All but `wait`, as a conversation goes.
    pub const ALL: [Self; 15] = [
        Self::FirstPaste,
        Self::Allow,
        Self::AllowOther,
        Self::Deny,
        Self::Paste,
        Self::Revisit,
        Self::Update,
        Self::Error,
        Self::UpdateWithError,
        Self::Delete,
        Self::DeleteAll,
        Self::Disconnect,
        Self::ExpireCode,
        Self::ExpireToken,
        Self::Refresh,
    ];

    /// Public: saved projects and scripts rely on it.
    pub fn name(self) -> &'static str {
        match self {
            Self::FirstPaste => "first-paste",
            Self::Paste => "paste",
            Self::Allow => "allow",
            Self::AllowOther => "allow-other",
            Self::Deny => "deny",
            Self::Revisit => "revisit",
            Self::Update => "update",
            Self::Error => "error",
            Self::UpdateWithError => "update-with-error",
            Self::Delete => "delete",
            Self::DeleteAll => "delete-all",
            Self::Disconnect => "disconnect",
            Self::ExpireCode => "expire-code",
            Self::ExpireToken => "expire-token",
            Self::Refresh => "refresh",
            Self::Wait(_) => "wait",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        match text.split_once(':') {
            Some(("wait", seconds)) => seconds.parse().ok().map(Self::Wait),
            _ => Self::ALL.into_iter().find(|event| event.name() == text),
        }
    }

    /// As it is saved; see [`parse`](Self::parse).
    pub fn written(self) -> String {
        match self {
            Self::Wait(seconds) => format!("wait:{seconds}"),
            _ => self.name().to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Event;

    #[test]
    fn what_is_written_is_read() {
        for event in Event::ALL.into_iter().chain([Event::Wait(0), Event::Wait(600)]) {
            assert_eq!(Event::parse(&event.written()), Some(event));
        }
        for text in ["", "wait", "wait:", "wait:-1", "wait:1.5", "wait:99999999999", "Allow", "allow:1"] {
            assert_eq!(Event::parse(text), None, "{text}");
        }
    }
}
