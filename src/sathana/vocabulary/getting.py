"""How papers are got: what is known of their cost, time and risk, and who says so.

What no source told stays unknown: ``""`` and ``None`` are shown as "not known". Times
are what people reported, no limits of the law.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from sathana.vocabulary.names import Name

type Mark = Literal["seen", "partly", "unverified"]


@dataclass(frozen=True, slots=True)
class Getting:
    """What is known of getting one kind of paper.

    Attributes:
        fee: Id of a fee of the law pack; ``""``: what it costs is not known.
        time: How long it took those who told of it; ``None``: not known.
        risk: What went wrong for others; ``None``: not known.
        sources: Provisions of the law pack, or addresses on the net.
        verified: The weakest mark among the sources.
    """

    fee: str = ""
    time: Name | None = None
    risk: Name | None = None
    sources: tuple[str, ...] = ()
    verified: Mark = "unverified"


_WEEKS = Name(
    "weeks, with the travel (field reports)", "หลายสัปดาห์รวมเดินทาง (จากภาคสนาม)"
)
_BIRTH = Name("days to a year (field reports)", "หลายวันถึงหนึ่งปี (จากภาคสนาม)")
_TRAVEL = Name(
    "Distance, the cost of travel, and limits on leaving the area.",
    "ระยะทาง ค่าเดินทาง และข้อจำกัดการออกนอกพื้นที่",
)
_COPY = Getting(
    "FEE-COPY", _WEEKS, _TRAVEL,
    ("practice/copies-fee", "http://adrathailand.org/impact/stateless-reduction/"),
    "partly",
)  # fmt: skip
_RECORD = Getting(
    "", _WEEKS, _TRAVEL,
    ("http://adrathailand.org/impact/stateless-reduction/",), "partly",
)  # fmt: skip
_HEADMAN = Getting(
    "", None,
    Name(
        "A village head may be away, refuse, or ask for money: then write it down as a "
        "contact, and bring other witnesses.",
        "ผู้ใหญ่บ้านอาจไม่อยู่ ไม่ยอม หรือเรียกเงิน ให้บันทึกเป็นการติดต่อ และหาพยานอื่นไปด้วย",
    ),
    ("practice/not-received", "practice/witnesses"), "partly",
)  # fmt: skip
_WITNESS = Getting(
    "", None,
    Name(
        "All must come on the same day; witnesses who are kin have been refused.",
        "ทุกคนต้องไปวันเดียวกัน และมีกรณีที่ไม่รับพยานที่เป็นญาติ",
    ),
    ("practice/witnesses", "practice/witness-kin"), "partly",
)  # fmt: skip
_REGISTERS = (
    "REGISTER-EXTRACT", "HOUSE-REGISTER-14", "HOUSE-REGISTER-13", "HISTORY-REGISTER",
    "HISTORY-REGISTER-381", "HISTORY-REGISTER-38K", "HISTORY-REGISTER-38KH",
)  # fmt: skip
_RECORDS = ("SCHOOL-REGISTER", "HEALTH-RECORD")

GETTING: Mapping[str, Getting] = MappingProxyType(
    {
        **dict.fromkeys(_REGISTERS, _COPY),
        **dict.fromkeys(_RECORDS, _RECORD),
        **dict.fromkeys(("WITNESS-STATEMENT", "MIDWIFE-STATEMENT"), _WITNESS),
        "HEADMAN-STATEMENT": _HEADMAN,
        "DELIVERY-CERTIFICATE": Getting(
            "",
            _BIRTH,
            Name(
                "Hospitals have held it back over an unpaid bill, or asked for papers "
                "of an employer.",
                "มีโรงพยาบาลไม่ออกให้เพราะค้างค่ารักษา หรือขอเอกสารนายจ้าง",
            ),
            ("practice/hospital-paper",),
            "partly",
        ),
        "BIRTH-CERTIFICATION": Getting(
            "",
            _BIRTH,
            Name(
                "A registrar has refused a notice from outside the area.",
                "มีนายทะเบียนไม่รับแจ้งการเกิดต่างพื้นที่",
            ),
            ("https://www.gotoknow.org/posts/295846",),
            "partly",
        ),
        "DNA-REPORT": Getting(
            "FEE-DNA",
            Name(
                "about thirty working days at the police institute",
                "ราวสามสิบวันทำการที่สถาบันนิติเวชตำรวจ",
            ),
            Name(
                "It shows kinship only, never the place of birth. The letter may be "
                "over; the other parent may be away.",
                "แสดงเฉพาะความเป็นญาติ ไม่แสดงที่เกิด หนังสือส่งตัวอาจหมดอายุ พ่อหรือแม่อาจไม่อยู่",
            ),
            ("practice/dna-price", "practice/dna-free"),
            "seen",
        ),
        "DNA-REFERRAL": Getting(
            "",
            None,
            Name("It holds three months at most.", "ใช้ได้ไม่เกินสามเดือน"),
            ("practice/dna-price", "practice/dna-route"),
            "seen",
        ),
    }
)
"""By id of a paper; a paper that is not here is one of which nothing is known."""
NOTHING_KNOWN = Getting()


def getting(paper_id: str) -> Getting:
    """Return what is known of getting a paper; all unknown where nothing is."""
    return GETTING.get(paper_id, NOTHING_KNOWN)
