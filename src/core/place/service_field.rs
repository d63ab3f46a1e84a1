//! The fields that say how the service acts in the conversation that is played: key, label.

/// A field of the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ServiceField {
    AccountKey,
    AccountName,
    ExpiresIn,
    ErrorStatus,
    ErrorMessage,
    Denial,
    DenialDescription,
}

impl ServiceField {
    pub const ALL: [Self; 7] = [
        Self::AccountKey,
        Self::AccountName,
        Self::ExpiresIn,
        Self::ErrorStatus,
        Self::ErrorMessage,
        Self::Denial,
        Self::DenialDescription,
    ];

    /// Its key in a project.
    pub fn key(self) -> &'static str {
        match self {
            Self::AccountKey => "account_key",
            Self::AccountName => "account_name",
            Self::ExpiresIn => "expires_in",
            Self::ErrorStatus => "error_status",
            Self::ErrorMessage => "error_message",
            Self::Denial => "denial",
            Self::DenialDescription => "denial_description",
        }
    }

    /// As a list of problems names it.
    pub fn label(self) -> &'static str {
        match self {
            Self::AccountKey => "account key",
            Self::AccountName => "account name",
            Self::ExpiresIn => "token lifetime",
            Self::ErrorStatus => "error status",
            Self::ErrorMessage => "error message",
            Self::Denial => "OAuth error code",
            Self::DenialDescription => "OAuth error description",
        }
    }
}
