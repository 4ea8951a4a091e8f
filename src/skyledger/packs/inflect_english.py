"""English word forms: plurals and the four forms of a verb; the few irregular ones are listed."""

import re

_IRREGULAR = {
    "shoot": ("shoots", "shooting", "shot", "shot"),
    "bring": ("brings", "bringing", "brought", "brought"),
    "take": ("takes", "taking", "took", "taken"),
    "send": ("sends", "sending", "sent", "sent"),
    "hit": ("hits", "hitting", "hit", "hit"),
    "strike": ("strikes", "striking", "struck", "stricken"),
    "shut": ("shuts", "shutting", "shut", "shut"),
    "blow": ("blows", "blowing", "blew", "blown"),
    "hurt": ("hurts", "hurting", "hurt", "hurt"),
    "die": ("dies", "dying", "died", "died"),
    "drop": ("drops", "dropping", "dropped", "dropped"),
    "spot": ("spots", "spotting", "spotted", "spotted"),
    "jam": ("jams", "jamming", "jammed", "jammed"),
    "repel": ("repels", "repelling", "repelled", "repelled"),
    "beat": ("beats", "beating", "beat", "beaten"),
    "throw": ("throws", "throwing", "threw", "thrown"),
    "fling": ("flings", "flinging", "flung", "flung"),
    "sling": ("slings", "slinging", "slung", "slung"),
    "fly": ("flies", "flying", "flew", "flown"),
    "tear": ("tears", "tearing", "tore", "torn"),
    "go": ("goes", "going", "went", "gone"),
    "find": ("finds", "finding", "found", "found"),
    "overfly": ("overflies", "overflying", "overflew", "overflown"),
    "plunge": ("plunges", "plunging", "plunged", "plunged"),
    "down": ("downs", "downing", "downed", "downed"),
}


def plural(noun: str) -> str:
    """Return the plural of the last word of a noun phrase."""
    if noun.endswith("man") and not noun.endswith("human"):
        return noun[:-3] + "men"
    if noun.endswith(("s", "x", "ch", "sh", "z")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


def verb_forms(verb: str) -> dict[str, str]:
    """Return the forms of a verb (particles stay), each with flags: ``past``, ``base``, ``ing``.

    Example:
        ``verb_forms("shoot down")`` has ``"shot down": "past"``.
    """
    head, _, rest = verb.partition(" ")
    tail = f" {rest}" if rest else ""
    if head in _IRREGULAR:
        third, ing, past, participle = _IRREGULAR[head]
    else:
        stem = head[:-1] if head.endswith("e") else head
        if re.fullmatch(r"[^aeiou]*[aeiou][bdfgklmnprtz]", head):  # slam, slammed
            head_past = head + head[-1]
            forms = {head + tail: "base", plural(head) + tail: "base", head_past + "ing" + tail: "ing"}
            return forms | {head_past + "ed" + tail: "past"}
        third = plural(head)
        ing = stem + "ing"
        past = (
            head + "d" if head.endswith("e") else (head[:-1] + "ied" if re.search(r"[^aeiou]y$", head) else head + "ed")
        )
        participle = past
    forms = {head + tail: "base", third + tail: "base", ing + tail: "ing", past + tail: "past"}
    forms[participle + tail] = "past"
    return forms
