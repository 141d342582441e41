"""Texts of a Python file read on top of the law, for one run only.

The file is written as the law is (``law/th``): ``@gain(..., reform="name")``,
``@pathway(..., reform="name")``. A text takes the place of the one of the same rule,
kind and version; a text of another rule is added. The file is a program and does
whatever its author wrote: it is read from the command line only, never from a page.
"""

from __future__ import annotations

import importlib.util
import traceback
from pathlib import Path
from typing import Self

from sathana.law.book import Clause, book, trace
from sathana.law.rules import _REGISTRY, Law, Text, texts
from sathana.logic.nodes import NO, And


class OverlayError(ValueError):
    """A file of texts that cannot be read on top of the law.

    Attributes:
        th: What is wrong, where, and what to do, in Thai.
        en: The same in English.
    """

    def __init__(self, th: str, en: str) -> None:
        """Keep both texts."""
        super().__init__(en)
        self.th, self.en = th, en

    @classmethod
    def failed(cls, path: Path, fault: BaseException) -> Self:
        """The program in the file breaks off."""
        line = _line(path, fault)
        what = f"{type(fault).__name__}: {fault}"
        return cls(
            f"{path}:{line}: ใช้ไฟล์ข้อความกฎหมายนี้ไม่ได้ ({what}) โปรดแก้บรรทัดนี้",
            f"{path}:{line}: this file of texts cannot be used ({what}). "
            "Correct that line.",
        )

    @classmethod
    def no_file(cls, path: Path) -> Self:
        """There is no such file."""
        return cls(
            f"ไม่พบไฟล์ข้อความกฎหมาย {path} ที่ overlay ระบุไว้",
            f"There is no file of texts {path}, which 'overlay' names.",
        )

    @classmethod
    def no_texts(cls, path: Path) -> Self:
        """The file declares nothing."""
        return cls(
            f"{path}: ไม่มีข้อความกฎหมายใดในไฟล์นี้ "
            "ข้อความหนึ่งประกาศด้วย @gain, @pathway และอื่น ๆ",
            f"{path}: this file declares no text. A text is declared with @gain, "
            "@pathway and the like, as in sathana/law/th.",
        )

    @classmethod
    def no_reform(cls, path: Path, rule: str) -> Self:
        """A text does not say that it is a what-if."""
        return cls(
            f'{path}: ข้อความของกฎ {rule} ต้องมี reform="ชื่อ" เพื่อไม่ให้ปนกับกฎหมายจริง',
            f'{path}: the text of rule {rule} needs reform="name", so that it cannot '
            "be taken for the law in force.",
        )


def overlaid(path: Path, law: Law) -> tuple[Clause, ...]:
    """Return the book of the law with the texts of a file on top.

    Nothing of the file stays behind: other runs read the law as it ships.

    Args:
        path: A Python file.
        law: The reading under which all texts are traced.

    Raises:
        OverlayError: The file is not there, breaks off, declares no text, or has a text
            without the name of a reform.
    """
    new = _declared(path)
    names = frozenset(text.reform for text in new)
    reading = Law(law.points, law.reforms | names)
    own = {(text.rule, text.kind, text.version) for text in new}
    chosen = [t for t in texts() if not t.reform or t.reform in law.reforms]
    kept = {
        place
        for place, text in enumerate(chosen)
        if (text.rule, text.kind, text.version) not in own
    }
    traced = _traced(path, new, reading, len(chosen))
    return (*(clause for clause in book(law) if clause.place in kept), *traced)


def _declared(path: Path) -> tuple[Text, ...]:
    """Run the file and return the texts it declares; the registry stays as it was."""
    if not path.is_file():
        raise OverlayError.no_file(path)
    texts()  # the law itself first, so that only what is new is taken away again
    before = len(_REGISTRY.texts)
    try:
        _executed(path)
        found = tuple(_REGISTRY.texts[before:])
    finally:
        del _REGISTRY.texts[before:]
    if not found:
        raise OverlayError.no_texts(path)
    for text in found:
        if not text.reform:
            raise OverlayError.no_reform(path, text.rule)
    return found


def _executed(path: Path) -> None:
    spec = importlib.util.spec_from_file_location("sathana_overlay", path)
    if spec is None or spec.loader is None:
        raise OverlayError.no_texts(path)
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as fault:  # whatever its author wrote
        raise OverlayError.failed(path, fault) from fault


def _traced(
    path: Path, new: tuple[Text, ...], reading: Law, first: int
) -> tuple[Clause, ...]:
    try:
        found = [trace(text, reading, first + i) for i, text in enumerate(new)]
    except Exception as fault:  # a body may fail in any way
        raise OverlayError.failed(path, fault) from fault
    return tuple(clause for clause in found if not _never(clause))


def _never(clause: Clause) -> bool:
    whole = clause.condition
    return NO in (whole.parts if isinstance(whole, And) else (whole,))


def _line(path: Path, fault: BaseException) -> int:
    """Return the last line of the file that was being run; 0 if none was."""
    if isinstance(fault, SyntaxError):
        return fault.lineno or 0
    own = [
        frame.lineno or 0
        for frame in traceback.extract_tb(fault.__traceback__)
        if Path(frame.filename) == path
    ]
    return own[-1] if own else 0
