//! Money.

pub mod contact_ban;
mod dearest;
pub mod donor_concentration;
pub mod funding_cliff;
pub mod overspent;
pub mod payment;
pub mod reporting_load;
mod sum;
#[cfg(test)]
mod tests;
pub mod unfunded;
pub mod visibility_clash;
