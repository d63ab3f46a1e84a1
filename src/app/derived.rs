//! Values that follow from signals.
//!
//! A memo of the framework is compiled anew for every type it holds, 3 KB of the page each. Here there is one memo, of a
//! pointer to anything; the types are put back on around it.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::*;

/// Computed when it is read after a change of what it reads; what follows from it runs only when it has become another.
pub struct Derived<T> {
    memo: Memo<Shared>,
    of: PhantomData<fn() -> T>,
}

/// Two are the same where they are one.
#[derive(Clone)]
struct Shared(Arc<dyn Any + Send + Sync>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

type Compute = Box<dyn Fn(Option<&Shared>) -> Shared + Send + Sync>;

impl<T> Clone for Derived<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Derived<T> {}

impl<T: PartialEq + Send + Sync + 'static> Derived<T> {
    /// `compute` is given the value before.
    pub fn new(compute: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        let compute = move |last: Option<&Shared>| {
            let before = last.and_then(|last| last.0.downcast_ref::<T>());
            let now = compute(before);
            // One that is equal is the one before: nobody is told of it.
            last.filter(|_| before == Some(&now)).cloned().unwrap_or_else(|| Shared(Arc::new(now)))
        };
        Self { memo: memo(Box::new(compute)), of: PhantomData }
    }

    pub fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read(of(&tracked(self.memo)))
    }

    pub fn with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read(of(&untracked(self.memo)))
    }

    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }
}

fn of<T: 'static>(shared: &Shared) -> &T {
    shared.0.downcast_ref().expect("`Derived::new` put this type in")
}

#[inline(never)]
fn memo(compute: Compute) -> Memo<Shared> {
    Memo::new(compute)
}

#[inline(never)]
fn tracked(memo: Memo<Shared>) -> Shared {
    memo.get()
}

#[inline(never)]
fn untracked(memo: Memo<Shared>) -> Shared {
    memo.get_untracked()
}
