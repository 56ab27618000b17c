//! Coded lists: enums whose every entry has a word that is stored, shown as a message key, and never changed.

/// Declares an enum with `ALL`, in the order of its entries, and `word()`.
macro_rules! coded {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$doc:meta])* $entry:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$doc])* $entry,)+ }

        impl $name {
            /// All of them, in order.
            pub const ALL: [$name; [$($name::$entry),+].len()] = [$($name::$entry),+];

            /// Stable word for rows, inputs and message keys.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $($name::$entry => $word,)+ }
            }

            /// The entry of a word.
            #[must_use]
            pub fn of_word(word: &str) -> Option<$name> {
                Self::ALL.into_iter().find(|entry| entry.word() == word)
            }
        }
    };
}

pub(crate) use coded;
