"""The command line: one file per command group, and no logic of its own."""
