"""What the detectors did on simulated series, in percent, as printed beside every verdict (docs/assess-report.md).

The tests hold these against new simulations (tests/assess/test_phrases.py).
"""

QUIET_YEARS = (0.3, 0.8)
WEEK_QUIET_YEARS = (0.2, 0.8)
STRONG, MODERATE, DOUBLING = 98, 36, 8
WEEK_THREEFOLD, WEEK_DOUBLING = 57, 25
