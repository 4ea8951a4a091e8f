"""Zip archives whose bytes follow from their content alone: no clock, no machine, no order of chance."""

import io
import zipfile
from collections.abc import Mapping

_EPOCH = (1980, 1, 1, 0, 0, 0)


def write_zip(files: Mapping[str, bytes]) -> bytes:
    """Return a zip archive of files by name, in the order given, all dated 1980 as the format's first day."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            archive.writestr(entry, content)
    return out.getvalue()


def write_zip_again(archive: bytes) -> bytes:
    """Return an archive that somebody else wrote with its dates taken out."""
    with zipfile.ZipFile(io.BytesIO(archive)) as old:
        return write_zip({name: old.read(name) for name in old.namelist()})
