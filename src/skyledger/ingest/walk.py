"""Which files a run reads: the ones named, and those under the folders named, in sorted order."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

# What lies beside texts in exports and saved pages and holds none. A file the user names outright is always tried.
_SKIPPED_SUFFIXES_LIST = """
    .jpg .jpeg .png .gif .webp .bmp .ico .svg .tif .tiff .heic .avif .mp4 .mov .avi .mkv .webm .m4v .3gp .mp3
    .ogg .oga .opus .wav .m4a .flac .tgs .webmanifest .css .js .mjs .map .ts .py .pyc .pyi .toml .lock .ini .cfg
    .yaml .yml .woff .woff2 .ttf .otf .eot .so .o .a .dll .exe .bin .db .sqlite .sqlite3 .db-wal .db-shm
    .parquet .arrow .log .tmp .part .crdownload .swp .bak
"""
SKIPPED_SUFFIXES = frozenset(_SKIPPED_SUFFIXES_LIST.split())
SKIPPED_NAMES = frozenset({"thumbs.db", "desktop.ini", "license", "makefile"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file to read, or a name that leads to none.

    Attributes:
        fault: Why it cannot be read, or ``""``.
    """

    path: Path
    fault: str = ""


def printable_path(path: Path) -> str:
    """Return the path with bytes that are not UTF-8 replaced, so that it can be printed and stored."""
    return os.fsencode(path).decode("utf-8", "replace")


def is_skipped(name: str) -> bool:
    """Tell whether a file found in a folder or an archive holds no text by its name."""
    base = name.rpartition("/")[2].lower()
    return base.startswith(".") or base in SKIPPED_NAMES or os.path.splitext(base)[1] in SKIPPED_SUFFIXES


def walk_files(paths: Sequence[Path]) -> Iterator[Found]:
    """Yield the files of the paths in the order given, folders in sorted order, each folder once."""
    seen: set[tuple[int, int]] = set()
    for path in paths:
        try:
            if path.is_dir():
                yield from _walk_folder(path, seen)
            elif path.is_file():
                yield Found(path=path)
            elif path.exists():
                yield Found(path=path, fault="not a regular file")
            else:
                yield Found(path=path, fault="no such file or folder")
        except (OSError, ValueError) as error:  # ValueError: a NUL in the name
            yield Found(path=path, fault=os_reason(error))


def os_reason(error: OSError | ValueError) -> str:
    """Return why the system refused, in lower case and without errno."""
    reason = error.strerror if isinstance(error, OSError) else None
    return f"cannot be read: {(reason or str(error)).lower()}"


def _walk_folder(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Found]:
    try:
        status = folder.stat()
        names = sorted(os.listdir(folder))
    except OSError as error:
        yield Found(path=folder, fault=os_reason(error))
        return
    if (status.st_dev, status.st_ino) in seen:
        return
    seen.add((status.st_dev, status.st_ino))
    for name in names:
        path = folder / name
        if name.startswith("."):
            continue
        if path.is_dir():
            yield from _walk_folder(path, seen)
        elif not is_skipped(name):
            yield Found(path=path) if path.is_file() else Found(path=path, fault="not a regular file")
