"""What weights learned from marked texts add to the rules, and where they look; see docs/learned.md."""
