"""The same table with the Humanitarian Exchange Language's second line of tags (HXL 1.1)."""

from skyledger.publish.export_view import View
from skyledger.publish.exports.columns import write_table
from skyledger.publish.exports.incidents_csv import COLUMNS


def write_hxl(view: View) -> bytes:
    """Return the rows of a view as CSV with a line of HXL tags below the names."""
    return write_table(COLUMNS, view.rows, view, tags=True)
