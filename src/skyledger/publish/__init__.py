"""What leaves the ledger: the release policy and everything behind it (sitrep, why, exports)."""
