"""Reads the files of courses, and says where one of them is broken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from sathana.law.references import is_reference
from sathana.learning.courses import (
    BLOCK_KINDS,
    MATCH,
    NUMBER,
    ONE,
    QUESTION_KINDS,
    TRUE,
    Block,
    Course,
    Lesson,
    Option,
    Pair,
    Passing,
    Question,
)

if TYPE_CHECKING:
    # Only a type: what is read here stays free of the web.
    from sathana.web.languages import Text

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NUMBERED = re.compile(r"(\d+)-(.+)")
_LANGUAGES = frozenset(("th", "en"))
_FEWEST = 2
FULL = 100


class ContentError(ValueError):
    """A file of a course cannot be used.

    Attributes:
        where: File, and the part of it.
    """

    def __init__(self, where: str, what: str) -> None:
        self.where = where
        super().__init__(f"{where}: {what}")


def load(folder: Path) -> list[Course]:
    """Return the courses of a folder, in the order of their file names.

    Raises:
        ContentError: A file is no course or no lesson.
    """
    return [read_course(path) for path in sorted(folder.glob("*.yaml"))]


def read_course(path: Path) -> Course:
    """Return the course of a file; its lessons lie in the folder of the same name.

    Raises:
        ContentError: A file is no course or no lesson, or a lesson is missing.
    """
    raw, where = _mapping(path), path.name
    slug = _slug(raw, where)
    if slug != path.stem:
        raise ContentError(where, f"the slug is '{slug}', but the file '{path.stem}'")
    return Course(
        slug=slug,
        title=_text(raw.get("title"), f"{where} title"),
        summary=_text(raw.get("summary"), f"{where} summary"),
        audience=_codes(raw, "audience", where),
        topics=_codes(raw, "topics", where),
        law_date=_day(raw.get("law_date"), where),
        lessons=_lessons(path.with_suffix(""), _codes(raw, "lessons", where), where),
        practice=_codes(raw, "practice", where),
        passing=_passing(raw.get("pass"), where),
    )


def read_lesson(path: Path) -> Lesson:
    """Return the lesson of a file.

    Raises:
        ContentError: It is no lesson.
    """
    raw, where = _mapping(path), f"{path.parent.name}/{path.name}"
    say = raw.get("say")
    return Lesson(
        slug=_slug(raw, where),
        title=_text(raw.get("title"), f"{where} title"),
        summary=_text(raw.get("summary"), f"{where} summary"),
        topic=str(raw.get("topic") or ""),
        law_date=_day(raw.get("law_date"), where),
        minutes=_count(raw.get("minutes", 0), f"{where} minutes"),
        body=tuple(_blocks(raw.get("body"), f"{where} body")),
        quiz=_quiz(raw.get("quiz"), f"{where} quiz"),
        say=_block(say, f"{where} say") if say else None,
        sound=str(raw.get("sound") or ""),
    )


def unknown_law(course: Course) -> list[str]:
    """Return what the lessons cite and the law in use does not have, one line each."""
    return [
        f"{course.slug}/{lesson.slug}: the law pack has no '{key}'"
        for lesson in course.lessons
        for key in lesson.keys()  # noqa: SIM118 - no mapping
        if not is_reference(key)
    ]


def _lessons(folder: Path, wanted: Sequence[str], where: str) -> tuple[Lesson, ...]:
    files = {}
    for path in sorted(folder.glob("*.yaml")):
        numbered = _NUMBERED.fullmatch(path.stem)
        files[numbered[2] if numbered else path.stem] = path
    missing = [slug for slug in wanted if slug not in files]
    if missing or not wanted:
        raise ContentError(where, f"lessons without a file: {missing or 'no lesson'}")
    return tuple(read_lesson(files[slug]) for slug in wanted)


def _blocks(raw: Any, where: str) -> Iterable[Block]:
    return (_block(one, f"{where} {n}") for n, one in enumerate(_list(raw, where), 1))


def _block(raw: Any, where: str) -> Block:
    if not isinstance(raw, Mapping):
        raise ContentError(where, "it is no block")
    kinds = [kind for kind in BLOCK_KINDS if kind in raw]
    if len(kinds) != 1:
        raise ContentError(where, f"one kind of block is needed, not {kinds}")
    kind, rules = kinds[0], _codes(raw, "rules", where)
    if kind == "lines":
        said = [
            Pair(_text(one.get("who"), where), _text(one.get("says"), where))
            for one in _list(raw["lines"], where)
            if isinstance(one, Mapping)
        ]
        return Block(kind, said, rules=rules)
    if kind in ("list", "steps", "table"):
        return Block(kind, _listed(raw[kind], where), rules=rules)
    answer = _text(raw.get("answer"), where) if kind == "question" else None
    return Block(kind, _text(raw[kind], where), answer, rules)


def _listed(raw: Any, where: str) -> dict[str, list[Any]]:
    if not isinstance(raw, Mapping) or set(raw) != _LANGUAGES:
        raise ContentError(where, "a list needs 'th' and 'en'")
    thai, english = (_list(raw[language], where) for language in ("th", "en"))
    if len(thai) != len(english):
        raise ContentError(where, "both languages need the same number of lines")
    return {"th": thai, "en": english}


def _quiz(raw: Any, where: str) -> tuple[Question, ...]:
    made = tuple(_question(one, where) for one in _list(raw or [], where))
    ids = [one.id for one in made]
    if len(ids) != len(set(ids)):
        raise ContentError(where, f"an id stands twice in {ids}")
    return made


def _question(raw: Any, before: str) -> Question:
    if not isinstance(raw, Mapping):
        raise ContentError(before, "a question is no mapping")
    where = f"{before} {raw.get('id', '?')}"
    kind = str(raw.get("kind"))
    if kind == "True":  # YAML reads a bare word `true` as a truth
        kind = TRUE
    if kind not in QUESTION_KINDS or not _SLUG.fullmatch(str(raw.get("id", ""))):
        raise ContentError(where, f"kind '{kind}' or the id cannot be used")
    made = Question(
        id=str(raw["id"]),
        kind=kind,
        text=_text(raw.get("text"), where),
        why=_text(raw.get("why"), where),
        options=tuple(_option(one, where) for one in _list(raw.get("options"), where)),
        pairs=tuple(_pair(one, where) for one in _list(raw.get("pairs"), where)),
        answer=_number(raw["answer"], where) if "answer" in raw else None,
        tolerance=_number(raw.get("tolerance", 0), where),
        rules=_codes(raw, "rules", where),
    )
    _answerable(made, where)
    return made


def _answerable(made: Question, where: str) -> None:
    right = sum(option.right for option in made.options)
    if made.kind == NUMBER:
        fits = made.answer is not None and made.tolerance >= 0
    elif made.kind == MATCH:
        fits = len(made.pairs) >= _FEWEST
    else:
        alone = made.kind in (ONE, TRUE)
        fits = len(made.options) >= _FEWEST and (right == 1 if alone else right >= 1)
    if not fits:
        raise ContentError(where, f"a question of kind '{made.kind}' lacks its answer")


def _option(raw: Any, where: str) -> Option:
    if not isinstance(raw, Mapping) or not isinstance(raw.get("right"), bool):
        raise ContentError(where, "an option needs text and 'right: true' or 'false'")
    why = _text(raw["why"], where) if raw.get("why") else {}
    return Option(_text(raw.get("text"), where), raw["right"], why)


def _pair(raw: Any, where: str) -> Pair:
    if not isinstance(raw, Mapping):
        raise ContentError(where, "a pair needs 'left' and 'right'")
    return Pair(_text(raw.get("left"), where), _text(raw.get("right"), where))


def _passing(raw: Any, where: str) -> Passing:
    if not isinstance(raw, Mapping):
        raise ContentError(where, "'pass' must say quiz, practice and packs")
    told = {key: _count(raw.get(key), where) for key in ("quiz", "practice", "packs")}
    if max(told["quiz"], told["practice"]) > FULL:
        raise ContentError(where, "'pass' asks for more than 100 percent")
    return Passing(**told)


def _mapping(path: Path) -> Mapping[str, Any]:
    try:
        raw = yaml.safe_load(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as fault:
        raise ContentError(path.name, f"it cannot be read: {fault}") from fault
    if not isinstance(raw, Mapping):
        raise ContentError(path.name, "it is no mapping")
    return raw


def _text(raw: Any, where: str) -> Text:
    if not isinstance(raw, Mapping) or set(raw) != _LANGUAGES:
        raise ContentError(where, f"a text needs 'th' and 'en', not {str(raw)[:60]}")
    told = {language: str(raw[language]).strip() for language in ("th", "en")}
    if not all(told.values()):
        raise ContentError(where, "a text is empty in one language")
    return told


def _list(raw: Any, where: str) -> list[Any]:
    if raw is None:
        return []
    if not isinstance(raw, list):
        raise ContentError(where, "it is no list")
    return raw


def _codes(raw: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    return tuple(str(one) for one in _list(raw.get(key), f"{where} {key}"))


def _slug(raw: Mapping[str, Any], where: str) -> str:
    told = str(raw.get("slug") or "")
    if not _SLUG.fullmatch(told):
        raise ContentError(where, f"'{told}' cannot be a slug: a-z, 0-9 and hyphens")
    return told


def _day(raw: Any, where: str) -> int:
    try:
        return date.fromisoformat(str(raw)).toordinal()
    except ValueError:
        raise ContentError(where, f"law_date '{raw}' is no day (ISO)") from None


def _count(raw: Any, where: str) -> int:
    if isinstance(raw, bool) or not isinstance(raw, int) or raw < 0:
        raise ContentError(where, f"'{raw}' is no count")
    return raw


def _number(raw: Any, where: str) -> Decimal:
    try:
        return Decimal(str(raw))
    except InvalidOperation:
        raise ContentError(where, f"'{raw}' is no number") from None
