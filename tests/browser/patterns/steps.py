"""What can be done in a pattern, as data: each step is one thing a person does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

CARD = "ได้บัตรแล้ว"
COURT = "คัดค้าน อุทธรณ์ หรือฟ้องศาล"
"""The two ends, as the page of the case calls these stages."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What happened, in the words of the form; a reason where it asks for one."""

    what: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact with an office, recorded on the day itself.

    Attributes:
        came: What came of it, in the words of the form.
        codes: Reasons that were given, in the words of the form.
        money: Amount, and through whom, if money was asked for.
        letter: Whether the page then offers the letter that asks for a paper.
    """

    office: str
    came: str
    said: str = ""
    codes: tuple[str, ...] = ()
    papers: str = ""
    role: str = ""
    money: tuple[str, str] | None = None
    letter: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper came: what it is, whose, and the facts that it shows.

    Attributes:
        shows: Names of facts by person; each becomes shown by this paper.
        year: A year (Buddhist) that the paper tells in place of the one told before.
    """

    kind: str
    whose: str
    issuer: str = ""
    shows: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    year: str = ""


@dataclass(frozen=True, slots=True)
class Tested:
    """A DNA test with a relative, its result, and the kinship told by it."""

    whose: str
    other: str
    place: str


@dataclass(frozen=True, slots=True)
class Told:
    """A fact that is told: a choice of the form by its words."""

    whose: str
    fact: str
    answer: str
    who: str


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A supervisor confirms that it is ready.

    Attributes:
        despite: Why, though something is missing; ``""``: nothing may be missing.
    """

    despite: str = ""


@dataclass(frozen=True, slots=True)
class Packed:
    """A pack is made, handed up, signed off and taken along.

    Attributes:
        kept: Whether its text is the golden one of the pattern.
        tell: Facts that are told though papers usually leave them out.
    """

    kept: bool = False
    tell: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drafted:
    """The draft for a step of the remedies is taken along."""

    step: str


type Step = Moved | Contact | Paper | Tested | Told | Confirmed | Packed | Drafted


@dataclass(frozen=True, slots=True)
class Pattern:
    """One of the twelve, from first contact to its end.

    Attributes:
        family: Which family of the demo: ``F1-4``.
        who: Whose pathway (id in the village).
        pathway: Its name on the page.
        files: Who files, in the words of the form.
        filer: Who of the family files (id), or a name from outside.
        end: :data:`CARD` or :data:`COURT`.
        seats: Who works on it, and who confirms.
    """

    family: str
    who: str
    pathway: str
    steps: tuple[Step, ...]
    end: str
    files: str = "เจ้าของเรื่องยื่นเอง"
    filer: str = ""
    seats: tuple[str, str] = ("caseworker2", "supervisor2")
