"""skyledger: an evidence ledger for aerial attacks and what they do to civilian life.

Nothing heavy is imported here, so that ``import skyledger`` stays cheap; the pipe is in
:mod:`skyledger.flow`.
"""

__version__ = "0.1.0"
