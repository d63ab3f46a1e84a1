//! The unfurl model: what a parsed payload means, as far as it can be understood.
//!
//! Nothing here fails. A part that is not as documented is left out of the model; the rules look at the same nodes
//! and say why.

mod attribute;
mod response;
mod section;
mod sub_type;

pub use attribute::{Attribute, Carrier, CarrierKey, SubTypeNode};
pub use response::{Envelope, ErrorReply, Operation, Payload, PayloadKind, Target};
pub use section::Section;
pub use sub_type::SubType;
