"""What can be wrong with a scenario, said so that its author can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from sathana.population.faults import PopulationError
from sathana.text.near import nearest


class ScenarioError(PopulationError):
    """A scenario that cannot be read or run."""

    @classmethod
    def no_file(cls, path: str) -> Self:
        """There is neither such a file nor such a scenario."""
        return cls(
            f"ไม่พบไฟล์หรือสถานการณ์สมมติชื่อ {path} ดูชื่อที่มากับโปรแกรมด้วย sathana scenario list",
            f"There is no file and no scenario called {path}. 'sathana scenario list' "
            "names those that ship.",
        )

    @classmethod
    def not_yaml(cls, path: str, line: int, why: str) -> Self:
        """The text is no YAML."""
        return cls(
            f"{path}:{line}: อ่านเป็น YAML ไม่ได้ ({why}) ตรวจการย่อหน้าและเครื่องหมายคำพูด",
            f"{path}:{line}: this is no YAML ({why}). Look at indents and quotes.",
        )

    @classmethod
    def twice(cls, path: str, key: str, line: int) -> Self:
        """A key stands twice in one mapping."""
        return cls(
            f"{path}:{line}: คีย์ {key} ซ้ำ จึงไม่รู้ว่าหมายถึงค่าใด โปรดลบออกหนึ่งแห่ง",
            f"{path}:{line}: the key {key} stands twice, so nobody can tell which is "
            "meant. Take one away.",
        )

    @classmethod
    def unknown_key(cls, where: str, key: str, known: Iterable[str]) -> Self:
        """A key that means nothing here."""
        known = sorted(known)
        near = nearest(key, known)
        listed = ", ".join(known)
        return cls(
            f"{where}{key}: ไม่รู้จักคีย์นี้ "
            + (f"หมายถึง {near} หรือไม่ " if near else "")
            + f"ที่ใช้ได้คือ {listed}",
            f"{where}{key}: no such key. "
            + (f"Did you mean {near}? " if near else "")
            + f"Known here: {listed}.",
        )

    @classmethod
    def missing(cls, where: str, key: str) -> Self:
        """A key that is needed is not there."""
        return cls(
            f"{where}{key}: ขาดคีย์นี้ ซึ่งจำเป็น",
            f"{where}{key}: this key is needed and is not there.",
        )

    @classmethod
    def wrong(cls, where: str, found: object, th: str, en: str) -> Self:
        """A value of another kind than is needed.

        Args:
            where: Path of the key.
            found: What stands there.
            th: What would be right, in Thai.
            en: The same in English.
        """
        shown = repr(found)[:60]
        return cls(
            f"{where}: ค่า {shown} ใช้ไม่ได้ ต้องเป็น{th}",
            f"{where}: {shown} cannot be used; this must be {en}.",
        )

    @classmethod
    def unknown_rule(cls, where: str, rule: str, near: Iterable[str]) -> Self:
        """A rule that the law does not have."""
        listed = ", ".join(near)
        return cls(
            f"{where}: ไม่มีกฎ {rule} ในกฎหมาย "
            + (f"รหัสที่ใกล้เคียง: {listed} " if listed else "")
            + "ดูรหัสทั้งหมดด้วย sathana law list",
            f"{where}: the law has no rule {rule}. "
            + (f"Near ids: {listed}. " if listed else "")
            + "'sathana law list' names them all.",
        )

    @classmethod
    def at(cls, where: str, fault: Exception) -> Self:
        """Another fault, met while a key was being read."""
        th, en = getattr(fault, "th", str(fault)), getattr(fault, "en", str(fault))
        return cls(f"{where}: {th}", f"{where}: {en}")

    @classmethod
    def unknown_parameter(cls, name: str, known: Iterable[str]) -> Self:
        """A value is given for, or taken from, a parameter that is not declared."""
        listed = ", ".join(known)
        return cls(
            f"{name}: สถานการณ์สมมตินี้ไม่มีพารามิเตอร์ชื่อนี้ ที่มีคือ {listed or 'ไม่มีเลย'}",
            f"{name}: this scenario has no parameter of that name. It has: "
            f"{listed or 'none'}.",
        )

    @classmethod
    def out_of_range(cls, name: str, value: object, least: str, most: str) -> Self:
        """A value of a parameter lies outside the range that was fixed for it."""
        shown = repr(value)[:60]
        return cls(
            f"{name}: ค่า {shown} อยู่นอกช่วงที่กำหนด ต้องอยู่ระหว่าง {least} ถึง {most}",
            f"{name}: {shown} lies outside the range fixed for it; it must lie from "
            f"{least} to {most}.",
        )
