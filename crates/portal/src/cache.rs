//! A cache with a bound on what it holds, that forgets what was not asked for lately.
//!
//! Two generations: what is asked for moves into the young one; when that is full it becomes the old one and the old
//! one is dropped. Nothing is ever sorted or scanned.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A cache that holds at most twice its capacity.
#[derive(Debug)]
pub struct Cache<K, V> {
    capacity: usize,
    generations: Mutex<Generations<K, V>>,
}

#[derive(Debug)]
struct Generations<K, V> {
    young: HashMap<K, (V, usize)>,
    old: HashMap<K, (V, usize)>,
    weight: usize,
}

impl<K: Eq + Hash, V: Clone> Cache<K, V> {
    /// An empty cache. `capacity` counts in the unit of the weights given to [`Cache::insert`].
    #[must_use]
    pub fn new(capacity: usize) -> Self {
        let generations = Generations { young: HashMap::new(), old: HashMap::new(), weight: 0 };
        Cache { capacity, generations: Mutex::new(generations) }
    }

    /// What was kept under this key.
    pub fn get(&self, key: &K) -> Option<V> {
        let mut generations = self.lock();
        if let Some((value, _)) = generations.young.get(key) {
            return Some(value.clone());
        }
        let (key, (value, weight)) = generations.old.remove_entry(key)?;
        self.put(&mut generations, key, value.clone(), weight);
        Some(value)
    }

    /// Keeps a value. One that is heavier than the whole cache is not kept.
    pub fn insert(&self, key: K, value: V, weight: usize) {
        if weight <= self.capacity {
            self.put(&mut self.lock(), key, value, weight);
        }
    }

    fn put(&self, generations: &mut Generations<K, V>, key: K, value: V, weight: usize) {
        if generations.weight + weight > self.capacity {
            generations.old = std::mem::take(&mut generations.young);
            generations.weight = 0;
        }
        generations.weight += weight;
        if let Some((_, replaced)) = generations.young.insert(key, (value, weight)) {
            generations.weight -= replaced;
        }
    }

    /// A cache stays usable after a panic elsewhere: it holds nothing that could be half done.
    fn lock(&self) -> MutexGuard<'_, Generations<K, V>> {
        self.generations.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_stays_and_the_rest_goes() {
        let cache = Cache::new(2);
        cache.insert("a", 1, 1);
        cache.insert("b", 2, 1);
        cache.insert("c", 3, 1);
        assert_eq!(cache.get(&"a"), Some(1), "still in the old generation, and moved into the young one");
        cache.insert("d", 4, 1);
        assert_eq!(cache.get(&"a"), Some(1));
        assert_eq!(cache.get(&"b"), None, "not asked for through two generations");
    }

    #[test]
    fn the_bound_holds() {
        let cache = Cache::new(10);
        cache.insert(0, vec![0; 11], 11);
        assert_eq!(cache.get(&0), None);
        for key in 1..1000 {
            cache.insert(key, Vec::<u8>::new(), 3);
        }
        let held = (1..1000).filter(|key| cache.get(key).is_some()).count();
        assert!(held <= 6, "{held}");
    }

    #[test]
    fn replacing_does_not_add_weight() {
        let cache = Cache::new(4);
        for _ in 0..100 {
            cache.insert("same", 1, 2);
        }
        cache.insert("other", 2, 2);
        assert_eq!((cache.get(&"same"), cache.get(&"other")), (Some(1), Some(2)));
    }
}
