"""What the next nights may bring: an equal pool of four small models, held against plain history.

None of them knows more than the counts of the nights before. Measured on real series (docs/assess-report.md) no library
model beats plain history by more than this pool, and one night ahead nothing does by much; the seven-night total is
where it helps.
"""

WEEK = 7
