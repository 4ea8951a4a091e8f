"""Document -> frames: one pass over the words for mentions, then phrases, then one rule file a family of frames.

Order of the flow: :mod:`reading` (tokens, mentions) -> :mod:`sentences` -> :mod:`places`, :mod:`times`, :mod:`numbers`,
:mod:`quantities` -> :mod:`frames` -> :mod:`context`, :mod:`attribution` -> :mod:`totals`.
"""

from skyledger.extract.extract import extract_document
from skyledger.model.frame import Extraction

__all__ = ["Extraction", "extract_document"]
