"""Isolated nights or a sustained series: statistics over nightly counts."""
