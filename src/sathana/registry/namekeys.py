"""Keys of a name: what different spellings of one name have in common.

A name is Thai, or in Latin letters by nobody's rules, or a guess of a school. Its keys:

- ``t:`` the Thai word without tone marks and silent letters;
- ``l:`` the word in Latin letters (Thai ones by the royal system);
- ``c:`` its consonants in coarse classes, without vowels: *Mayer* and มาเยอะ meet;
- ``d:`` the consonants with one left out, so that one slip still meets;
- ``w:`` the consonants of the whole name, however it is split into words.

Nothing here is stored: only keyed hashes of the keys are (``matching``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from sathana.text.thai import normalise

MOST_WORDS = 8
"""More words than this are no name; the work per name is bounded."""
_LONGEST_WORD = 40
_TITLES = frozenset(
    (
        *(
            "นาย",
            "นาง",
            "นางสาว",
            "เด็กชาย",
            "เด็กหญิง",
            "ดช",
            "ดญ",
            "นส",
            "พระ",
            "สามเณร",
        ),
        *("mr", "mrs", "ms", "miss", "mstr", "master", "nai", "nang"),
    )
)
_STUCK = re.compile("^(?:นางสาว|เด็กชาย|เด็กหญิง|นาย(?=.{3})|นาง(?=.{3}))")
"""Titles written without a space before the name."""
_MARKS = re.compile("[\u0e47-\u0e4b\u0e4d\u0e4e\u0e2f\u0e46]")
_SILENT = re.compile("[\u0e01-\u0e2e][\u0e30-\u0e39]?\u0e4c")
_RO_HAN = re.compile("รร(?=[ก-ฮ])")
"""A double ร before a consonant is a short a."""
_SPOKEN_H = re.compile("[เแโไใ]?ห(?![งญณนมยรลว])")
_SPLIT = re.compile(r"[\s\-./,'’()]+")
_SPREAD = str.maketrans("đøłıñ", "dolin")


def words(name: str) -> list[str]:
    """Return the words of a name, in small letters, without titles and accents."""
    plain = normalise(name).casefold().translate(_SPREAD)
    found = []
    for word in _SPLIT.split(plain)[: MOST_WORDS + 2]:
        bare = _STUCK.sub("", word) if is_thai(word) else _without_accents(word)
        bare = bare[:_LONGEST_WORD]
        if bare and bare not in _TITLES:
            found.append(bare)
    return found[:MOST_WORDS]


def keys(name: str, *, loose: bool = True) -> set[str]:
    """Return the keys of a name.

    Args:
        name: A name, given name and surname, in any script.
        loose: Whether keys with one consonant left out are among them.
    """
    found: set[str] = set()
    spoken: list[str] = []
    for word in words(name):
        latin = in_latin(word)
        sound = consonants(latin)
        spoken.append(sound)
        sound = sound if len(sound) > 1 else _with_vowels(latin)
        if is_thai(word):
            found.add(f"t:{skeleton(word)}")
        found |= {f"l:{latin}", f"c:{sound}"}
        if loose:
            found |= {f"d:{one}" for one in _one_out(sound)}
    found.add(f"w:{''.join(spoken)}")
    return {key for key in found if len(key) > 2}


def skeleton(word: str) -> str:
    """Return a Thai word without tone marks and letters that are not spoken."""
    bare = _MARKS.sub("", _SILENT.sub("", word))
    return _RO_HAN.sub("ั", bare).replace("รร", "ัน")


def in_latin(word: str) -> str:
    """Return a word in Latin letters, small, without doubles."""
    latin = _royal(skeleton(word)) if is_thai(word) else word
    return re.sub(r"(.)\1+", r"\1", re.sub("[^a-z0-9]", "", latin.casefold()))


@lru_cache(maxsize=20_000)
def consonants(latin: str) -> str:
    """Return the consonants of a word in coarse classes.

    Aspiration, voice and clusters with r and l are left out: those who write a name
    down by ear differ in them. ``y``, ``w`` and ``h`` count only before a vowel.
    """
    text = re.sub("ng", "ŋ", latin)
    text = re.sub("[kgq]h?|ck|c(?=[aou])", "K", text)
    text = re.sub("ph|[pbf]h?", "P", text)
    text = re.sub("[td]h|[td](?![sz])", "T", text)
    text = re.sub("[td]?[sz]h?|ch|[cjx]h?", "C", text)
    text = text.replace("v", "w")
    text = re.sub("(?<=[KPTC])[rlw](?=[aeiouy])", "", text)
    text = re.sub("r(?![aeiouy])", "", text)
    text = re.sub("l$", "n", text).replace("r", "l")
    text = re.sub("[hwy](?![aeiou])", "", text)
    text = re.sub("(?<=[a-zA-Zŋ])h(?=[lmnwy])", "", text)
    text = re.sub("m(?=[KPTC])|ŋ|n", "N", text)
    text = re.sub("[aeiou]", " ", text)
    text = re.sub("C(?= *$)", "T", text.strip()) if not text.endswith(" ") else text
    text = text.replace(" ", "")
    return re.sub(r"(.)\1+", r"\1", text)


def _with_vowels(latin: str) -> str:
    """Return the sound of a word of one consonant: that alone fits too many."""
    text = re.sub("[hwyr](?![aeiou])|(?<=[kptc])h", "", latin)
    text = re.sub("[ei]+", "i", re.sub("[ou]+|[eo]u|ue|oe", "u", text))
    return re.sub(r"(.)\1+", r"\1", re.sub("[^aiu]+", consonants(latin), text))


def _one_out(sound: str) -> Iterator[str]:
    """Yield the sound, and each form of it with one consonant less, if it is long."""
    if len(sound) >= 3:
        yield sound
        for place in range(len(sound)):
            yield sound[:place] + sound[place + 1 :]


def is_thai(word: str) -> bool:
    """Say whether a word is written in Thai letters."""
    return any("\u0e01" <= letter <= "\u0e4e" for letter in word)


def _without_accents(word: str) -> str:
    apart = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in apart if unicodedata.category(letter) != "Mn")


@lru_cache(maxsize=20_000)
def _royal(word: str) -> str:
    """Write a Thai word in Latin letters by the royal system."""
    import os

    # The package makes a folder in the home directory and may look for downloads,
    # unless it is told not to before it is first loaded.
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
    os.environ.setdefault("PYTHAINLP_OFFLINE", "1")
    from pythainlp.transliterate.royin import romanize

    latin = str(romanize(word))
    # The package takes every first ห for a silent one; before a vowel it is spoken.
    return f"h{latin}" if _SPOKEN_H.match(word) and latin[:1] != "h" else latin
