"""Maps drawn as SVG on the server: borders, projection, view and drawing; no tiles, no fonts, no network."""
