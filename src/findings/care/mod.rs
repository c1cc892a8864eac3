//! Care with people.

pub mod core_in_public;
pub mod identity_leak;
#[cfg(test)]
mod tests;
