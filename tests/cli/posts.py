"""Texts for tests of the command line, written for them."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

GOVERNOR: dict[str, Any] = {
    "id": "post-1",
    "text": "За минувшую ночь над территорией Калужской области силами ПВО сбиты 12 беспилотников. Пострадавших нет.",
    "lang": "ru",
    "published": "2025-12-11T09:40:00+03:00",
    "url": "https://t.me/example_channel/1",
    "outlet": {"name": "Владислав Шапша", "handle": "shapsha_vv", "type": "official"},
}
REWRITE: dict[str, Any] = {
    "id": "post-2",
    "text": "Ночью над Калужской областью сбили 12 БПЛА, сообщил губернатор Владислав Шапша.",
    "lang": "ru",
    "published": "2025-12-11T10:15:00+03:00",
    "outlet": {"name": "Example News", "handle": "news.example", "type": "rewrite"},
}
UNRELATED: dict[str, Any] = {
    "id": "post-3",
    "text": "The library on Forest Street opens at nine on Saturdays.",
    "lang": "en",
    "published": "2025-12-11T12:00:00+03:00",
}
POSTS = (GOVERNOR, REWRITE, UNRELATED)


def write_posts(path: Path, posts: Sequence[dict[str, Any]] = POSTS) -> Path:
    """Write posts as JSON Lines and return the path."""
    path.write_text("".join(json.dumps(post, ensure_ascii=False) + "\n" for post in posts), "utf-8")
    return path
