"""An assessment as a terminal page, Markdown, one HTML page with its pictures, or JSON."""
