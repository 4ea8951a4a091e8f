"""Claims -> groups: what is the same thing, and who said it first.

Facts decide identity (:mod:`features`, :mod:`block`, :mod:`incidents`); words only prove copying (:mod:`origins`).
Human judgements outrank both (:mod:`decisions`); old statements with a new date go back to their night
(:mod:`reprints`). Every number is in ``data/policy/link.toml`` and explained in docs/linking.md.
"""

from skyledger.link.explain import PairExplanation, explain_pair
from skyledger.link.features.feature import Feature
from skyledger.link.groups import link_claims
from skyledger.link.linker import Changes, Linker
from skyledger.link.policy import LinkPolicy, load_link_policy, parse_link_policy

__all__ = [
    "Changes",
    "Feature",
    "LinkPolicy",
    "Linker",
    "PairExplanation",
    "explain_pair",
    "link_claims",
    "load_link_policy",
    "parse_link_policy",
]
