//! Declares closed word lists: an enum whose variants are one word each, the same in JSON, SQL and output.

/// An enum `Name { Variant = "word", }` with `ALL`, `as_str` and `from_word`.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$note:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$note])* #[serde(rename = $word)] $variant,)* }
        impl $name {
            /// All of them, in order.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];
            /// The word used in JSON, SQL and output.
            #[must_use]
            pub fn as_str(self) -> &'static str { match self { $(Self::$variant => $word,)* } }
            /// Reads the word back; `None` for any other.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> { match word { $($word => Some(Self::$variant),)* _ => None } }
        }
    };
}
pub(super) use words;
