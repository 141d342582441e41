"""One normaliser for every Thai text that is stored to be found again.

The same Thai word can be typed as several sequences of code points that look
alike on the screen. Two texts that look alike must compare as equal, or a name
is not found. Compatibility forms (NFKC, NFKD) are never used: they take sara am
apart, which is exactly the form this module repairs.
"""

from __future__ import annotations

import re
import unicodedata

_PHINTHU = "\u0e3a"
_VOWELS = "\u0e31\u0e34-\u0e39\u0e47\u0e4d"
_TONES = "\u0e48-\u0e4b"
_THANTHAKHAT = "\u0e4c"

_MARK_RUN = re.compile(f"[{_PHINTHU}{_VOWELS}{_TONES}{_THANTHAKHAT}]{{2,}}")
_VOWEL = re.compile(f"[{_VOWELS}]")
_REPEATED_MARK = re.compile(f"([{_PHINTHU}{_VOWELS}{_TONES}{_THANTHAKHAT}\u0e33])\\1+")
_SARA_AM_IN_PARTS = re.compile(f"\u0e4d([{_TONES}]*)\u0e32")
_TONE_AFTER_SARA_AM = re.compile(f"\u0e33([{_TONES}]+)")
# Characters without width, and those that turn the direction of writing: nobody
# sees them, and a name with one inside is never found.
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)

_THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
_TO_THAI = str.maketrans("0123456789", _THAI_DIGITS)
_TO_ARABIC = str.maketrans(_THAI_DIGITS, "0123456789")


def normalise(text: str) -> str:
    """Return the text in the one form in which it is stored and compared.

    Sara am is composed, two sara e become sara ae, vowels stand before tones,
    a mark typed twice stands once, characters without width are removed, and the
    rest is in Unicode form NFC. Spaces, digits and letters stay as they are.
    Doing it twice changes nothing more.
    """
    text = _INVISIBLE.sub("", text)
    while True:
        better = _one_pass(text)
        if better == text:
            return text
        text = better


def _one_pass(text: str) -> str:
    """Repair each kind of slip once; every repair shortens or sorts the text."""
    text = unicodedata.normalize("NFC", text)
    text = text.replace("\u0e40\u0e40", "\u0e41")
    text = _MARK_RUN.sub(lambda run: "".join(sorted(run[0], key=_rank)), text)
    text = _SARA_AM_IN_PARTS.sub("\\1\u0e33", text)
    text = _TONE_AFTER_SARA_AM.sub("\\1\u0e33", text)
    return _REPEATED_MARK.sub(r"\1", text)


def _rank(mark: str) -> int:
    """Order of marks over one consonant: dot below, vowel, then tone or killer."""
    if mark == _PHINTHU:
        return 0
    return 1 if _VOWEL.match(mark) else 2


def thai_digits(text: str) -> str:
    """Return the text with the digits 0 to 9 written as Thai digits."""
    return text.translate(_TO_THAI)


def arabic_digits(text: str) -> str:
    """Return the text with Thai digits written as 0 to 9."""
    return text.translate(_TO_ARABIC)
