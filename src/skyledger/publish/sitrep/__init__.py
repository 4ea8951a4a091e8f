"""The situation report on one night: records, building, and one renderer a file."""

from skyledger.publish.sitrep.build import build_sitrep
from skyledger.publish.sitrep.records import Sitrep

__all__ = ["Sitrep", "build_sitrep"]
