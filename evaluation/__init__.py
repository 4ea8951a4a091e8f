"""The gold set and the script that builds it; not part of the installed package."""
