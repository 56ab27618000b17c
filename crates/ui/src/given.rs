//! Small values as templates pass them: by value, or behind any number of references.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::icon::{Mark, Tone};

/// Something that is a `T` or leads to one by references.
///
/// Templates pass `field` as `&field` and loop variables as `&&item.field`; a component takes `impl Given<Date>` and
/// does not mind.
pub trait Given<T> {
    /// The value itself.
    fn given(&self) -> T;
}

impl<T, G: Given<T> + ?Sized> Given<T> for &G {
    fn given(&self) -> T {
        (**self).given()
    }
}

/// The values that components take.
macro_rules! given {
    ($($value:ty),*) => {$(
        impl Given<$value> for $value {
            fn given(&self) -> $value {
                *self
            }
        }
    )*};
}
given!(Date, Timestamp, bool, u8, u64, usize, Mark, Tone);
