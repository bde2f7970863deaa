pub mod advocacy;
