"""The words of a recovery paper as somebody typed them: checked, faults with place.

The words carry a check that finds every fault of up to three words. Where one word is
another word of the list, trying each word at each place finds which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Any

from sathana.text import arabic_digits

WORDS = 33
_NUMBERED = re.compile(r"(?<!\d)(\d{1,2})\.\s*([a-z]+)")
_LEADING = 4
"""The first four letters of a word of the list belong to no other word."""


class PaperError(ValueError):
    """A paper is not as it was printed.

    Attributes:
        paper: Which of the papers, from 1.
        place: Which word, from 1; 0 where it cannot be told.
        th, en: What is wrong, and what to do.
    """

    def __init__(self, paper: int, place: int, th: str, en: str) -> None:
        """Keep what is to be said."""
        super().__init__(en)
        self.paper, self.place, self.th, self.en = paper, place, th, en


def split(text: str) -> list[str]:
    """Return the words of a paper, by the numbers before them where there are any.

    What else stands on the paper is left out, then; without numbers every word counts.
    """
    plain = arabic_digits(text).casefold()
    numbered: dict[int, str] = {}
    for number, word in _NUMBERED.findall(plain):
        numbered.setdefault(int(number), word)
    if numbered:
        return [numbered[number] for number in sorted(numbered) if number <= WORDS]
    return re.findall("[a-z]+", plain)


def checked(words: Sequence[str], paper: int = 1) -> list[str]:
    """Return the words of a paper written out, if they are as they were printed.

    Four letters of a word are enough.

    Raises:
        PaperError: A word is wrong or missing; its place is told.
    """
    found = [_in_list(word, place, paper) for place, word in enumerate(words, 1)]
    if len(found) != WORDS:
        raise _wrong_count(len(found), paper)
    if not _holds(found):
        raise _wrong_word(found, paper)
    return found


def share_of(words: Sequence[str]) -> Any:
    """Return the share that whole words hold."""
    from shamir_mnemonic import Share

    return Share.from_mnemonic(" ".join(words))


@cache
def _list() -> dict[str, str]:
    from shamir_mnemonic.wordlist import WORDLIST

    return {word[:_LEADING]: word for word in WORDLIST}


def _in_list(word: str, place: int, paper: int) -> str:
    plain = word.strip().casefold()
    found = _list().get(plain[:_LEADING])
    if found is not None and found.startswith(plain):
        return found
    near = get_close_matches(plain, _list().values(), n=3, cutoff=0.6)
    th, en = _not_in_list(word, place, paper, near)
    raise PaperError(paper, place, th, en)


def _not_in_list(word: str, place: int, paper: int, near: list[str]) -> tuple[str, str]:
    maybe = ", ".join(near)
    return (
        f"กระดาษแผ่นที่ให้มาเป็นลำดับ {paper} คำที่ {place}: ไม่มีคำว่า “{word}” ในรายการคำ"
        + (f" อาจเป็น {maybe}" if near else "")
        + " ดูกระดาษอีกครั้ง",
        f"paper {paper}, word {place}: “{word}” is no word of the list"
        + (f"; perhaps {maybe}" if near else "")
        + ". Look at the paper again",
    )


def _wrong_count(count: int, paper: int) -> PaperError:
    return PaperError(
        paper,
        0,
        f"กระดาษลำดับ {paper} มี {count} คำ แต่กระดาษหนึ่งแผ่นมี {WORDS} คำ "
        "ดูเลขหน้าคำบนกระดาษว่าขาดหรือเกินคำไหน",
        f"paper {paper} has {count} words here, and {WORDS} when it is whole: the "
        "numbers before the words show which one is missing or too many",
    )


def _wrong_word(words: list[str], paper: int) -> PaperError:
    """Say which word is another than was printed, where one alone explains it."""
    places = sorted({place for place, _ in _mends(words)})
    if len(places) == 1:
        place = places[0]
        return PaperError(
            paper,
            place,
            f"กระดาษลำดับ {paper} คำที่ {place}: “{words[place - 1]}” ไม่ใช่คำที่พิมพ์ไว้ "
            "ดูกระดาษอีกครั้ง",
            f"paper {paper}, word {place}: “{words[place - 1]}” is not what was "
            "printed there. Look at the paper again",
        )
    return PaperError(
        paper,
        0,
        f"กระดาษลำดับ {paper}: มีคำผิดหรือสลับที่กันหลายคำ เทียบทีละคำกับเลขบนกระดาษ",
        f"paper {paper}: several words are wrong or stand in another order. Compare "
        "them one by one with the numbers on the paper",
    )


def _mends(words: list[str]) -> Iterator[tuple[int, int]]:
    """Yield each place, and change of the word there, that makes the words whole.

    The check is linear: what a bit of a word adds to it depends on its place alone.
    """
    from shamir_mnemonic.wordlist import WORD_INDEX_MAP

    numbers = [WORD_INDEX_MAP[word] for word in words]
    for prefix, newer in ((b"shamir", 0), (b"shamir_extendable", 1)):
        rest = _check([*prefix, *numbers]) ^ 1
        for place in range(1, WORDS + 1):
            change = _change_for(rest, WORDS - place)
            kind = numbers[1] ^ (change if place == _KIND_IN else 0)
            if change and kind >> 4 & 1 == newer:
                yield place, change


_KIND_IN = 2
"""The word in which one bit says of which kind the set is."""


def _check(values: Sequence[int]) -> int:
    from shamir_mnemonic import rs1024

    found: int = rs1024._polymod(values)
    return found


def _change_for(rest: int, after: int) -> int:
    """Return the change of a word, ``after`` words before the last, that mends it."""
    nothing = _check([0] * (after + 1))
    bits = [_check([1 << bit, *([0] * after)]) ^ nothing for bit in range(10)]
    for change in range(1, 1024):
        added = 0
        for bit in range(10):
            added ^= bits[bit] if change >> bit & 1 else 0
        if added == rest:
            return change
    return 0


def _holds(words: list[str]) -> bool:
    from shamir_mnemonic import MnemonicError

    try:
        share_of(words)
    except MnemonicError:
        return False
    return True
