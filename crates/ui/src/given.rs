//! Small values as templates pass them: by value, or behind any number of references.

use jiff::Timestamp;
use jiff::civil::Date;

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

impl Given<Date> for Date {
    fn given(&self) -> Date {
        *self
    }
}

impl Given<Timestamp> for Timestamp {
    fn given(&self) -> Timestamp {
        *self
    }
}

impl Given<bool> for bool {
    fn given(&self) -> bool {
        *self
    }
}

impl Given<usize> for usize {
    fn given(&self) -> usize {
        *self
    }
}

impl Given<u64> for u64 {
    fn given(&self) -> u64 {
        *self
    }
}
