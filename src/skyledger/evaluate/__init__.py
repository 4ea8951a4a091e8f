"""Measuring extraction against gold: pure scoring, no extraction of its own (docs/evaluation.md)."""

from skyledger.evaluate.bulletins import BulletinVerdict, load_bulletins, score_bulletins
from skyledger.evaluate.gold import GoldClaim, GoldDocument, GoldPlace, load_gold
from skyledger.evaluate.render import render_errors, render_scores
from skyledger.evaluate.score import Miss, Scores, Tally, score_documents

__all__ = [
    "BulletinVerdict",
    "GoldClaim",
    "GoldDocument",
    "GoldPlace",
    "Miss",
    "Scores",
    "Tally",
    "load_bulletins",
    "load_gold",
    "render_errors",
    "render_scores",
    "score_bulletins",
    "score_documents",
]
