"""Load, check and compile packs; the data itself lies in ``src/skyledger/data``."""

from skyledger.packs.load import Hit, Packs, load_packs
from skyledger.packs.records import GazetteerPlace, Official, Term

__all__ = ["GazetteerPlace", "Hit", "Official", "Packs", "Term", "load_packs"]
