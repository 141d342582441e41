"""What a pack says, as plain values: Thai words, days already written out.

Whoever fills these knows facts and law; the papers only know where words belong. What
is ``None`` is not known and becomes a dotted line. Nothing here is ever guessed.
"""

from __future__ import annotations

from dataclasses import dataclass

from sathana.documents.blocks import Digits


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing told of somebody.

    Attributes:
        what: What it is called, "วันเกิด".
        value: The value in words; ``None``: told as not known.
        grade: How well it is shown, in words.
        shown: Whether a paper shows it.
        by: The papers that show it, in words.
        bears: Whether it bears on the status of a child.
    """

    what: str
    value: str | None
    grade: str
    shown: bool
    by: tuple[str, ...] = ()
    bears: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonValues:
    """One person of the family.

    Attributes:
        kin: What the person is to the applicant, "บิดา"; ``None``: not told.
        nationality: The answer about this person, in words.
        generation: 0 is the applicant's, 1 the parents', 2 the grandparents', -1 the
            children's.
    """

    name: str | None
    kin: str | None = None
    sex: str | None = None
    born: str | None = None
    place: str | None = None
    country: str | None = None
    number: str | None = None
    nationality: str | None = None
    father: str | None = None
    mother: str | None = None
    died: bool = False
    generation: int = 0
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """One provision that a paper rests on.

    Attributes:
        cite: Section and act.
        gist: What it says, in our own words.
        mark: How far its text was seen, in words.
        seen: Whether the whole text was seen.
    """

    cite: str
    gist: str
    mark: str
    seen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """One paper of the official checklist, and what the family has of it.

    Attributes:
        when: In which cases it is asked for; ``None``: always.
        held: The papers at hand, in words: kind, number, who gave it, day.
        proves: Facts those papers show.
        papers: The same papers by their ids in the case file.
        scans: Pictures of them (PNG or JPEG).
        beside: Names of files of them that lie beside the pack, as they are no picture.
    """

    name: str
    when: str | None = None
    form: str | None = None
    held: tuple[str, ...] = ()
    proves: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    scans: tuple[bytes, ...] = ()
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Something that happened, in the order of days."""

    when: str | None
    what: str
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One petition made so far, and what came of it."""

    office: str | None
    on: str | None
    result: str
    reason: str | None
    notified: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One contact with an office. The officer's name is never part of it.

    Attributes:
        when: The day, in words.
        day: The same as ISO, to put contacts and petitions in their order.
        outcome: What came of it, in words.
        code: The same as a code: ``not_received``, ``no_receipt``, ``refused`` ...
        reasons: Reasons that were given, in words.
        said: What the office said; ``asked`` what it asked for.
        papers: What was received in writing; ``companions`` who was there.
    """

    when: str | None
    day: str
    office: str | None
    role: str | None = None
    how: str | None = None
    outcome: str
    code: str = ""
    reasons: tuple[str, ...] = ()
    said: str | None = None
    asked: str | None = None
    papers: str | None = None
    companions: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """Somebody who can say what they saw.

    Attributes:
        kin: What the witness is to the applicant.
        saw: What the witness knows of, in words.
        statement: The statement that is at hand, in words; ``None``: none yet.
    """

    name: str | None
    kin: str | None = None
    saw: tuple[str, ...] = ()
    statement: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """One step of the ladder against a refusal or silence.

    Attributes:
        appeal: Whether it is an appeal inside the administration.
    """

    title: str
    what: str
    term: str
    law: str
    mark: str
    appeal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Helper:
    """An office or hotline that helps, and the law or guide that says so."""

    title: str
    what: str
    phone: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A picture of ours with fixed colours, and what it shows in words."""

    svg: str
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """An entry of a register that is to be corrected.

    Attributes:
        what: Which entry; ``None``: still to be written.
        wrong_in: The paper in which it stands wrong.
        right: What it should be.
    """

    what: str | None = None
    wrong_in: str | None = None
    right: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFacts:
    """All that the papers of one person and one pathway say.

    Attributes:
        pathway: What is asked for.
        procedure: Title of the procedure.
        subject: "เรื่อง" of the petition.
        office: With whom it is filed, or what is known of that.
        addressee: To which office letters are written; ``None``: written by hand.
        deciders: Who decides; empty: not known for the day.
        laws: The law of the pathway, the operative provision first.
        procedure_laws: What the procedure rests on.
        duties: What the law asks of an office that answers: reasons, remedies, time.
        doubts: What nobody verified, in words: marks, windows, contested points.
        exhibits: In the order of the official checklist.
        more_held: Papers at hand that no entry of the checklist asks for.
        persons: The applicant first, then the family.
        missing: Facts that are still not known, in words.
        to_document: Facts told but not yet shown by a paper, with what shows them.
        contradictions: Where papers or persons say different things.
        answer: What follows from the facts told, one sentence of ours.
        deadlines: Time limits that run, in words.
        contacts: Contacts with offices, the first first.
        witnesses: Who can say what they saw.
        signed_off_by: The person who stands behind the pack; ``None``: a draft.
        signed_off_on: Since which day, in words.
        filed_by: Who files for the applicant, a parent or guardian; ``None``: nobody.
        filed_as: What they are to the applicant; ``None``: written by hand.
        corrections: Entries to be corrected, where that is what is asked for.
        law_version: Edition of the law.
        facts_hash: Fingerprint of the family's facts.
        law_day: Day of the law that was read, in words.
        made_on: Day (ISO) on which the pack is made.
    """

    applicant: PersonValues
    pathway: str
    procedure: str
    subject: str
    office: str
    addressee: str | None
    deciders: tuple[str, ...]
    laws: tuple[Law, ...]
    procedure_laws: tuple[Law, ...]
    duties: tuple[Law, ...]
    doubts: tuple[str, ...]
    warning: str | None
    exhibits: tuple[Exhibit, ...]
    more_held: tuple[str, ...]
    persons: tuple[PersonValues, ...]
    life: tuple[Moment, ...]
    attempts: tuple[Attempt, ...]
    remedies: tuple[Remedy, ...]
    helpers: tuple[Helper, ...]
    fees: tuple[str, ...]
    missing: tuple[str, ...]
    to_document: tuple[str, ...]
    contradictions: tuple[str, ...]
    answer: str
    deadlines: tuple[str, ...]
    tree: Drawing | None
    timeline: Drawing | None
    law_version: str
    facts_hash: str
    law_day: str
    made_on: str
    signed_off_by: str | None = None
    signed_off_on: str | None = None
    filed_by: str | None = None
    filed_as: str | None = None
    corrections: tuple[Correction, ...] = ()
    contacts: tuple[Contact, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    digits: Digits = "arabic"
