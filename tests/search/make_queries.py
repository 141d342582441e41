"""Make the questions by which the Thai search is measured; by rule, not by hand.

Run once, before there was an index: ``python tests/search/make_queries.py``. Words are
cut out of clauses of the law pack by a dictionary that the search does not use, and
then spoilt as fingers spoil them. The same law gives the same file.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from pythainlp.tokenize import word_tokenize

from sathana.library.lawentries import entries
from sathana.text import normalise, thai_digits

FILE = Path(__file__).with_name("queries.toml")
EACH = 25
SHORTEST, LONGEST = 4, 16
TONES = "\u0e48\u0e49\u0e4a\u0e4b"
LEADING = "เแโใไ"
VOWELS_ABOVE = "\u0e31\u0e34-\u0e39\u0e47"
HEAD = """\
# 100 questions to the Thai search, made by make_queries.py before the index was built.
#
# asked: what is typed. word: the words as they stand, unspaced, inside a clause of the
# law pack. slip: what the rule did to them.
#
# An entry is relevant if its normalised text (title and body of one language) holds
# `word`; figures in it count as whole numbers (7 is not in 70). Nothing else is looked
# at: an entry that means the same in other words is not counted as relevant.
# Recall at 10: of min(10, relevant) entries, how many are among the first ten found.
# Precision at 5: of the first five found (or fewer), how many are relevant.
"""


def clauses() -> Iterator[str]:
    """Yield every Thai clause of the law pack: what stands between two spaces."""
    for entry in entries():
        for text in (entry.title, *entry.body):
            yield from normalise(text.get("th", "")).split()


def words() -> list[str]:
    """Return words, and pairs of words, from inside clauses; each once, shuffled."""
    found: dict[str, None] = {}
    for clause in clauses():
        cut = word_tokenize(clause, engine="newmm")
        for at in range(1, len(cut) - 1):
            for word in (cut[at], cut[at] + cut[at + 1]):
                if re.fullmatch(f"[ก-๎]{{{SHORTEST},{LONGEST}}}", word):
                    found.setdefault(word)
    kept = sorted(found)
    random.Random("words").shuffle(kept)
    return kept


def numbers() -> list[str]:
    """Return figures with the word before them, as laws are named and days written."""
    found: dict[str, None] = {}
    for entry in entries():
        for text in (entry.title, *entry.body):
            for match in re.finditer(
                r"([ก-๎.]+)( ?\d+(?:/\d+)?)(?![\d.])", normalise(text.get("th", ""))
            ):
                last = word_tokenize(match[1], engine="newmm")[-1]
                found.setdefault(last + match[2])
    kept = sorted(found)
    random.Random("numbers").shuffle(kept)
    return kept


def without_tone(word: str) -> str:
    """Leave out one tone mark, the first; unchanged where there is none."""
    return re.sub(f"[{TONES}]", "", word, count=1)


def double_e(word: str) -> str:
    """Write sara ae as two sara e, which look the same."""
    return word.replace("แ", "เเ")


def am_in_parts(word: str) -> str:
    """Write sara am as nikhahit and sara aa, which look the same."""
    return word.replace("\u0e33", "\u0e4d\u0e32")


def tone_first(word: str) -> str:
    """Type a tone mark before the vowel above or below the same consonant."""
    return re.sub(f"([{VOWELS_ABOVE}])([{TONES}])", r"\2\1", word)


def tone_after_am(word: str) -> str:
    """Type a tone mark after sara am."""
    return re.sub(f"([{TONES}])\u0e33", "\u0e33\\1", word)


def vowel_after(word: str) -> str:
    """Type the first leading vowel after its consonant instead of before it."""
    return re.sub(f"([{LEADING}])([ก-ฮ])", r"\2\1", word, count=1)


SWAPS = (double_e, am_in_parts, tone_first, tone_after_am, vowel_after)


def queries() -> Iterator[tuple[str, str, str]]:
    """Yield what is asked, the word, and the slip."""
    left = words()
    yield from _made(left, "inside", lambda word: word, same=True)
    yield from _made(left, "tone-missing", without_tone)
    for swap in SWAPS:
        yield from _made(left, f"swapped-{swap.__name__}", swap, EACH // len(SWAPS))
    yield from _made(numbers(), "thai-digits", thai_digits)


def _made(
    left: list[str],
    slip: str,
    spoil: Callable[[str], str],
    most: int = EACH,
    same: bool = False,
) -> Iterator[tuple[str, str, str]]:
    """Take the next words that a slip changes; each is taken once."""
    for word in list(left):
        asked = spoil(word)
        if most and (same or asked != word):
            left.remove(word)
            most -= 1
            yield asked, word, slip


def text() -> str:
    """Return the file."""
    parts = [HEAD]
    for asked, word, slip in queries():
        parts.append(
            f'\n[[query]]\nasked = "{asked}"\nword = "{word}"\nslip = "{slip}"\n'
        )
    return "".join(parts)


if __name__ == "__main__":
    FILE.write_text(text(), "utf-8")
