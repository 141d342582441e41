"""What a script says when the table it is given cannot be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

type Lang = Literal["th", "en"]


@dataclass(frozen=True, slots=True)
class Words:
    """Texts of one language, as SQL that gives a text."""

    lang: Lang

    def say(self, th: str, en: str) -> str:
        """Return the text of the language."""
        return th if self.lang == "th" else en

    def twice(self) -> str:
        """Two rows have one number."""
        return quoted(
            self.say(
                "คอลัมน์ person มีเลขซ้ำกัน จึงไม่รู้ว่า father หรือ mother หมายถึงใคร "
                "โปรดให้แต่ละแถวมีเลขของตนเอง",
                "Column person holds a number twice, so nobody can tell whom father "
                "or mother mean. Give each row a number of its own.",
            )
        )

    def empty(self, column: str) -> str:
        """A column holds nothing at all in some row."""
        return quoted(
            self.say(
                f"คอลัมน์ {column} มีแถวที่ไม่มีค่า (NULL) ค่าที่ไม่ทราบต้องเขียนเป็นรหัส 0",
                f"Column {column} holds no value (NULL) in some row. What is not known "
                "is written as code 0.",
            )
        )

    def nowhere(self, link: str) -> str:
        """A link leads nowhere."""
        value, row = f"CAST(p.{link} AS VARCHAR)", "CAST(p.person AS VARCHAR)"
        return _glued(
            self.say(f"คอลัมน์ {link} ของบุคคล ", f"Column {link} of person "),
            row,
            self.say(" ชี้ไปบุคคล ", " leads to person "),
            value,
            self.say(
                " ซึ่งไม่มีในตาราง โปรดแก้ค่านี้ (-1 คือยังไม่ทราบว่าเป็นใคร)",
                ", whom the table does not have. Correct this value (-1 stands for "
                "one whom nobody has named).",
            ),
        )

    def more(self, thing: str, column: str, place: int) -> str:
        """The table holds more of a thing than the script reads."""
        return quoted(
            self.say(
                f"คอลัมน์ {column} มีค่า แต่สคริปต์นี้อ่านเพียง {thing}={place - 1} "
                f"ผลจะผิดถ้าไม่อ่าน โปรดพิมพ์ใหม่ด้วย --slots {thing}={place} หรือมากกว่า",
                f"Column {column} is in use, but this script reads {thing}={place - 1} "
                "only, and answers would be wrong without it. Print the script again "
                f"with --slots {thing}={place} or more.",
            )
        )

    def left_over(self, generations: int) -> str:
        """Somebody is among the own forebears, or a family is too deep."""
        return _glued(
            self.say("บุคคล ", "Person "),
            "CAST(p.person AS VARCHAR)",
            self.say(
                " เป็นบรรพบุรุษของตนเอง (หรือของญาติที่ต้องคำนวณก่อน) ตามคอลัมน์ father, mother, "
                f"marriage_spouse หรือครอบครัวลึกกว่า {generations} ชั้น "
                "โปรดแก้แถวที่เชื่อมกันเป็นวง หรือพิมพ์สคริปต์ใหม่ด้วย --generations ที่มากขึ้น",
                " is among their own forebears (or hangs on somebody who is) by the "
                "columns father, mother or marriage_spouse, or the family is deeper "
                f"than {generations} generations. Correct the row that closes the "
                "circle, or print the script again with more --generations.",
            ),
        )


def _glued(*parts: str) -> str:
    """Return SQL that puts texts and numbers together; each second part is SQL."""
    texts = [part if n % 2 else quoted(part) for n, part in enumerate(parts)]
    return " || ".join(texts)


def quoted(text: str) -> str:
    """Return a text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"
