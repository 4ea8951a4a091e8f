"""What skyledger says, in the reader's language (docs/languages.md).

What the ledger keeps is told once, in English, by a code with named parameters (:class:`Told`, :func:`tell`); at the
edge it is read back into both and said in the language of the reader. What is made at the edge is said there
(:func:`say`).
"""

from skyledger.say.language import LANGS, language, speaking
from skyledger.say.said import say
from skyledger.say.told import Reading, Told, read_told, tell

__all__ = ["LANGS", "Reading", "Told", "language", "read_told", "say", "speaking", "tell"]
