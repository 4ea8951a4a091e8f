"""Marks of punctuation at which a rule looks no further."""

# between clauses of a sentence
CLAUSE_MARKS = frozenset(",;:()—–\n")
# and those that end the sentence
ALL_MARKS = frozenset(",;:.!?()—–\n")
# and a full stop
CLAUSE_OR_STOP = frozenset(",;:()—–.\n")
