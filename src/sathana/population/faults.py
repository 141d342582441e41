"""What can be wrong with a table of people or a scenario, said so that it helps."""

from __future__ import annotations

from typing import Self


class PopulationError(Exception):
    """Something given cannot be worked with.

    Attributes:
        th: What happened, why it matters and what to do, in Thai.
        en: The same in English.
    """

    def __init__(self, th: str, en: str) -> None:
        """Keep both texts."""
        super().__init__(en)
        self.th, self.en = th, en


class TableError(PopulationError):
    """A table of people that no rule can be read over."""

    @classmethod
    def loop(cls, row: int) -> Self:
        """Somebody is among the own forebears, or married in a circle."""
        return cls(
            f"คนในแถว {row} เป็นบรรพบุรุษของตนเอง ตามคอลัมน์ father, mother หรือ "
            "marriage_spouse จึงคำนวณสัญชาติของใครในวงนี้ไม่ได้ โปรดแก้แถวที่เชื่อมกันเป็นวง",
            f"The person in row {row} is among their own forebears by the columns "
            "father, mother or marriage_spouse, so nobody in this circle can be worked "
            "out. Correct the row that closes the circle.",
        )

    @classmethod
    def no_such_row(cls, column: str, row: int, value: int) -> Self:
        """A link leads nowhere."""
        return cls(
            f"คอลัมน์ {column} ของแถว {row} ชี้ไปแถว {value} ซึ่งไม่มีในตาราง "
            "แถวแรกคือ 0 และ -1 หมายถึงยังไม่ทราบว่าเป็นใคร โปรดแก้ค่านี้",
            f"Column {column} of row {row} leads to row {value}, which the table does "
            "not have. The first row is 0, and -1 stands for one whom nobody has "
            "named. Correct this value.",
        )

    @classmethod
    def missing(cls, columns: list[str]) -> Self:
        """Columns that every table has are not there."""
        names = ", ".join(columns)
        return cls(
            f"ตารางไม่มีคอลัมน์ {names} ซึ่งกฎต้องใช้ ถ้าไม่มีใครทราบค่า ให้ใส่คอลัมน์ที่มีค่า 0",
            f"The table has no column {names}, which the rules read. Where nobody "
            "knows the value, add the column with code 0.",
        )

    @classmethod
    def wrong_type(cls, column: str, found: str, wanted: str) -> Self:
        """A column holds another kind of value."""
        return cls(
            f"คอลัมน์ {column} เป็นชนิด {found} แต่ต้องเป็น {wanted} โปรดแปลงชนิดก่อน",
            f"Column {column} is of type {found}, but must be {wanted}. Convert it.",
        )

    @classmethod
    def bad_value(cls, column: str, row: int, value: int) -> Self:
        """A code that has no meaning."""
        return cls(
            f"คอลัมน์ {column} ของแถว {row} มีรหัส {value} ซึ่งไม่มีความหมาย "
            "ดูรหัสของแต่ละคอลัมน์ใน docs/population-file.md",
            f"Column {column} of row {row} holds code {value}, which means nothing. "
            "The codes of each column stand in docs/population-file.md.",
        )

    @classmethod
    def no_file(cls, path: str) -> Self:
        """There is no such file."""
        return cls(
            f"ไม่พบแฟ้ม {path} ตรวจดูชื่อ หรือสร้างด้วย sathana people synth",
            f"There is no file {path}. Look at the name, or make one with "
            "'sathana people synth'.",
        )

    @classmethod
    def unreadable(cls, path: str, why: str) -> Self:
        """A file is no Parquet file, or is damaged."""
        return cls(
            f"อ่านแฟ้ม {path} ไม่ได้: {why} แฟ้มต้องเป็น Parquet",
            f"The file {path} cannot be read: {why}. It must be a Parquet file.",
        )

    @classmethod
    def empty_value(cls, column: str) -> Self:
        """A column holds nothing at all in some row."""
        return cls(
            f"คอลัมน์ {column} มีแถวที่ไม่มีค่า (NULL) ค่าที่ไม่ทราบต้องเขียนเป็นรหัส 0",
            f"Column {column} holds no value (NULL) in some row. What is not known is "
            "written as code 0.",
        )

    @classmethod
    def backwards(cls, day: str, row: int, lo: int, hi: int) -> Self:
        """A day ends before it begins."""
        return cls(
            f"แถว {row}: {day}_lo ({lo}) มาหลัง {day}_hi ({hi}) "
            "วันแรกที่เป็นไปได้ต้องไม่หลังวันสุดท้าย โปรดแก้ค่าทั้งสอง",
            f"Row {row}: {day}_lo ({lo}) lies after {day}_hi ({hi}). The earliest "
            "possibility cannot be later than the latest. Correct the two values.",
        )

    @classmethod
    def other_codes(cls, column: str) -> Self:
        """The file was written when the codes of a column meant something else."""
        return cls(
            f"รหัสของคอลัมน์ {column} ในแฟ้มนี้มีความหมายต่างจากกฎหมายชุดที่ใช้อยู่ คำตอบจึงจะผิด "
            "โปรดสร้างแฟ้มใหม่ด้วยโปรแกรมรุ่นนี้",
            f"In this file the codes of column {column} mean other words than in the "
            "law pack in use, so that answers would be wrong. Make the file again with "
            "this version.",
        )
