"""What somebody typed into the search, read as words of the law. Pure: no Django."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sathana.search.foldtext import fold
from sathana.text import normalise

type Term = tuple[str, ...]
"""One word asked for, folded, with the other ways in which texts write it."""

LONGEST = 100
"""Characters of a question that are read."""
MOST_WORDS = 8
SHORTEST = 2
_SECTION = re.compile(
    r"(?:มาตรา|(?<![\u0e00-\u0e7f])ม\.?|\bsections?|\bsecs?\.?|\bss?\.)\s*(?=[\d๐-๙])",
    re.IGNORECASE,
)
_SECTION_SAID = ("มาตรา", "s", "ss", "section", "ม")
SAME: tuple[tuple[str, ...], ...] = (
    ("พ่อ", "บิดา"),
    ("แม่", "มารดา"),
    ("ลูก", "บุตร"),
    ("สามี", "คู่สมรส"),
    ("ภรรยา", "เมีย", "คู่สมรส"),
    ("ใบเกิด", "สูติบัตร"),
    ("บัตรประชาชน", "บัตรประจำตัวประชาชน"),
    ("citizenship", "nationality"),
    ("citizen", "national"),
    ("naturalization", "naturalisation"),
    ("naturalized", "naturalised"),
)
"""Words of every day and the words of the law: what is said by one is found by all."""


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, as it is searched.

    Attributes:
        text: What is read of it.
        cut: Whether it was longer than what is read.
        terms: Its words; empty where there is too little to search for.
        phrases: All of it in one, in each of its ways.
    """

    text: str
    cut: bool
    terms: tuple[Term, ...]
    phrases: Term


def ask(text: str) -> Question:
    """Read what somebody typed; anything at all may come in."""
    clean = "".join(c if c.isprintable() else " " for c in text[: 4 * LONGEST])
    clean = " ".join(normalise(clean).split())
    cut = len(text) > 4 * LONGEST or len(clean) > LONGEST
    clean = clean[:LONGEST].strip()
    words = _SECTION.sub("มาตรา", clean).split()
    terms = tuple(dict.fromkeys(filter(None, map(_term, words[:MOST_WORDS]))))
    cut = cut or len(words) > MOST_WORDS
    return Question(clean, cut, terms, _phrases(clean, terms))


def _phrases(clean: str, terms: tuple[Term, ...]) -> Term:
    """Join all words, first as they were typed, then each in its next way."""
    most = max(map(len, terms), default=0)
    ways = ("".join(t[min(n, len(t) - 1)] for t in terms) for n in range(most))
    return tuple(dict.fromkeys((fold(clean).letters, *ways)))


def _term(word: str) -> Term:
    """Fold one word; a section by any of the names under which texts have it."""
    letters = fold(word.strip("\"'“”‘’,;:!?()[]")).letters
    if letters.startswith("มาตรา") and letters[5:6].isdigit():
        return tuple(name + letters[5:] for name in _SECTION_SAID)
    enough = len(letters) >= SHORTEST or letters.isdigit()
    return _ways(letters) if enough and any(c.isalnum() for c in letters) else ()


def _ways(letters: str) -> Term:
    """Return a word, and the same with each word of every day in the law's words."""
    others = (
        letters.replace(said, other)
        for row in SAME
        for said in row
        if said in letters
        for other in row
    )
    return tuple(dict.fromkeys((letters, *others)))
