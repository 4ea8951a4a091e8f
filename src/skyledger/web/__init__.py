"""The web application: pages, API, exports and feeds of one ledger over HTTP."""
