"""The stages of one person's pathway, and the moves between them: one pure table.

From first contact to the card in hand, and what can come after it: suspended, revoked.
A move that no line of the table allows does not exist. How moves are counted, taken
back and refused stands in :mod:`sathana.casework.tracks`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sathana.accounts.decide_words import Action

type Text = dict[str, str]


class State(StrEnum):
    """Where one person's pathway stands."""

    CONTACT = "contact"
    SCREENED = "screened"
    MAPPED = "family_mapped"
    PATH = "path_chosen"
    GAPS = "gaps_listed"
    COLLECTED = "evidence_collected"
    CLEAR = "contradictions_fixed"
    READY = "ready"
    NOT_RECEIVED = "not_received"
    NO_RECEIPT = "no_receipt"
    LODGED = "lodged"
    OFFICE_CHECK = "office_check"
    STATEMENTS = "statements"
    DNA = "dna"
    COMMITTEE = "committee"
    CENTRAL = "central"
    SILENT = "silent"
    APPROVED = "approved"
    REFUSED = "refused"
    REMEDY = "remedy"
    REGISTERED = "registered"
    CEREMONY = "ceremony"
    CARD = "card"
    RIGHTS = "rights_checked"
    SUSPENDED = "suspended"
    REVOKED = "revoked"
    CLOSED = "closed"
    DIED = "died"


TITLES: dict[State, Text] = {
    State.CONTACT: {"th": "พบครั้งแรก", "en": "First contact"},
    State.SCREENED: {"th": "สัมภาษณ์เบื้องต้นแล้ว", "en": "Screened"},
    State.MAPPED: {"th": "ทำผังเครือญาติแล้ว", "en": "Family mapped"},
    State.PATH: {"th": "เลือกช่องทางแล้ว", "en": "Path chosen"},
    State.GAPS: {"th": "รู้แล้วว่าขาดอะไร", "en": "Gaps listed"},
    State.COLLECTED: {"th": "รวบรวมหลักฐานแล้ว", "en": "Evidence collected"},
    State.CLEAR: {"th": "แก้ข้อมูลที่ขัดกันแล้ว", "en": "Contradictions fixed"},
    State.READY: {"th": "พร้อมยื่น", "en": "Ready"},
    State.NOT_RECEIVED: {"th": "สำนักงานไม่รับคำร้อง", "en": "Not received"},
    State.NO_RECEIPT: {"th": "รับไว้แต่ไม่ออกใบรับ", "en": "Received without receipt"},
    State.LODGED: {"th": "ยื่นแล้ว มีใบรับ", "en": "Lodged, with receipt"},
    State.OFFICE_CHECK: {"th": "สำนักงานกำลังตรวจ", "en": "Office check"},
    State.STATEMENTS: {"th": "สอบพยาน", "en": "Witness statements"},
    State.DNA: {"th": "ตรวจสารพันธุกรรม", "en": "DNA test"},
    State.COMMITTEE: {
        "th": "คณะกรรมการอำเภอหรือตำรวจตรวจ",
        "en": "District committee or police check",
    },
    State.CENTRAL: {"th": "ขั้นจังหวัดหรือส่วนกลาง", "en": "Provincial or central step"},
    State.SILENT: {"th": "เงียบ ไม่มีคำตอบ", "en": "Silent"},
    State.APPROVED: {"th": "อนุมัติแล้ว", "en": "Approved"},
    State.REFUSED: {"th": "ปฏิเสธเป็นหนังสือ", "en": "Refused in writing"},
    State.REMEDY: {
        "th": "คัดค้าน อุทธรณ์ หรือฟ้องศาล",
        "en": "Objection, appeal or court",
    },
    State.REGISTERED: {"th": "ลงทะเบียนบ้านแล้ว", "en": "In the house register"},
    State.CEREMONY: {"th": "ถ่ายรูปหรือปฏิญาณตนแล้ว", "en": "Photo or oath done"},
    State.CARD: {"th": "ได้บัตรแล้ว", "en": "Card in hand"},
    State.RIGHTS: {"th": "ตรวจสิทธิแล้ว", "en": "Rights checked"},
    State.SUSPENDED: {"th": "ถูกระงับ", "en": "Suspended"},
    State.REVOKED: {"th": "ถูกเพิกถอน", "en": "Revoked"},
    State.CLOSED: {"th": "ปิดแล้ว", "en": "Closed"},
    State.DIED: {"th": "เสียชีวิต", "en": "Died"},
}
"""Each stage in words."""

WORK = (Action.CHANGE,)
HEAD = (Action.CHANGE, Action.REVIEW)
"""What only supervisors and named officers may do with a family they work on."""
BACK = "back"
"""As a goal: to the stage that was left when the pathway was put aside."""
BEFORE = "before"
"""As a goal: to where the last move came from, because that one was a mistake."""


@dataclass(frozen=True, slots=True)
class Move:
    """One line of the table.

    Attributes:
        action: Its code.
        goal: The stage it leads to, or :data:`BACK` or :data:`BEFORE`.
        needs: What the decision must allow.
        reason: Whether a reason must be given.
        opens: Whether a new round begins: a petition, an appeal, a new examination.
        decides: Whether the state's decision of the round is told: once in a round.
        holds: Whether the pathway is put aside, to be taken up where it stood.
    """

    action: str
    title: Text
    sources: frozenset[State]
    goal: State | str
    needs: tuple[Action, ...] = WORK
    reason: bool = False
    opens: bool = False
    decides: bool = False
    holds: bool = False


S = State
AT_OFFICE = (
    *(S.NO_RECEIPT, S.LODGED, S.OFFICE_CHECK, S.STATEMENTS, S.DNA, S.COMMITTEE),
    *(S.CENTRAL, S.SILENT),
)
"""The office has the petition."""
HELD = (S.APPROVED, S.REGISTERED, S.CEREMONY, S.CARD, S.RIGHTS)
"""Something was given that can be taken away."""
ASIDE = (S.CLOSED, S.DIED)
"""Nothing is done here any more, unless it is taken up again."""
LIVING = tuple(state for state in State if state not in ASIDE)
_TO_LODGE = (S.READY, S.NOT_RECEIVED)
_RETRY = (S.READY, S.NOT_RECEIVED, S.NO_RECEIPT, S.SILENT, S.REFUSED, S.REVOKED)


def _move(
    action: str,
    sources: tuple[State, ...],
    goal: State | str,
    th: str,
    en: str,
    needs: tuple[Action, ...] = WORK,
    **flags: bool,
) -> Move:
    title = {"th": th, "en": en}
    return Move(action, title, frozenset(sources), goal, needs, **flags)


_PREPARING = (
    _move("screen", (S.CONTACT,), S.SCREENED, "สัมภาษณ์เบื้องต้นแล้ว", "Screening done"),
    _move("map_family", (S.SCREENED,), S.MAPPED, "ทำผังเครือญาติแล้ว", "Family mapped"),
    _move("choose_path", (S.MAPPED,), S.PATH, "เลือกช่องทางแล้ว", "Path chosen"),
    _move("list_gaps", (S.PATH,), S.GAPS, "รู้แล้วว่าขาดอะไร", "Gaps listed"),
    _move(
        "collect", (S.GAPS,), S.COLLECTED, "รวบรวมหลักฐานแล้ว", "Evidence collected"
    ),
    _move(
        "settle", (S.COLLECTED,), S.CLEAR,
        "ไม่มีข้อมูลขัดกัน หรือแก้แล้ว", "No contradictions left",
    ),
    _move("confirm_ready", (S.CLEAR,), S.READY, "ยืนยันว่าพร้อมยื่น", "Confirm: ready", HEAD),
    _move(
        "reopen_gaps", (S.COLLECTED, S.CLEAR, *_RETRY), S.GAPS,
        "กลับไปหาหลักฐานเพิ่ม", "Back to collecting", reason=True,
    ),
    _move(
        "change_path", (S.GAPS, S.COLLECTED, S.CLEAR, *_RETRY), S.PATH,
        "เปลี่ยนช่องทาง", "Take another path", reason=True,
    ),
)  # fmt: skip
_AT_THE_OFFICE = (
    _move(
        "lodge", _TO_LODGE, S.LODGED,
        "ยื่นแล้ว ได้ใบรับ", "Lodged, with receipt", opens=True,
    ),
    _move(
        "lodge_no_receipt", _TO_LODGE, S.NO_RECEIPT,
        "ยื่นแล้ว แต่ไม่ได้ใบรับ", "Taken, but without receipt", opens=True,
    ),
    _move(
        "not_received", _TO_LODGE, S.NOT_RECEIVED,
        "สำนักงานไม่รับคำร้อง", "The office did not take it", reason=True,
    ),
    _move("get_receipt", (S.NO_RECEIPT,), S.LODGED, "ได้ใบรับแล้ว", "Receipt obtained"),
    _move(
        "start_check", (S.LODGED, S.NO_RECEIPT, S.SILENT), S.OFFICE_CHECK,
        "สำนักงานเริ่มตรวจ", "The office examines",
    ),
    _move("hear", (S.OFFICE_CHECK,), S.STATEMENTS, "สอบพยาน", "Witnesses are heard"),
    _move(
        "ask_dna", (S.OFFICE_CHECK, S.STATEMENTS), S.DNA,
        "ให้ตรวจสารพันธุกรรม", "A DNA test is asked for",
    ),
    _move(
        "to_committee", (S.OFFICE_CHECK, S.STATEMENTS, S.DNA), S.COMMITTEE,
        "ส่งคณะกรรมการหรือตำรวจ", "Sent to committee or police",
    ),
    _move(
        "to_central", (S.OFFICE_CHECK, S.STATEMENTS, S.DNA, S.COMMITTEE), S.CENTRAL,
        "ส่งจังหวัดหรือส่วนกลาง", "Sent to province or centre",
    ),
    _move(
        "check_again", (S.STATEMENTS, S.DNA, S.COMMITTEE, S.CENTRAL), S.OFFICE_CHECK,
        "สำนักงานตรวจหรือขอเอกสารอีก", "Examined again", reason=True,
    ),
    _move(
        "fall_silent", tuple(s for s in AT_OFFICE if s != S.SILENT), S.SILENT,
        "เกินเวลาแล้วไม่ตอบ", "Over time, no answer",
    ),
    _move("approve", AT_OFFICE, S.APPROVED, "อนุมัติ", "Approved", decides=True),
    _move(
        "refuse", AT_OFFICE, S.REFUSED,
        "ปฏิเสธเป็นหนังสือ", "Refused in writing", reason=True, decides=True,
    ),
)  # fmt: skip
_REMEDIES = (
    _move(
        "object",
        (S.NOT_RECEIVED, S.NO_RECEIPT, S.SILENT, S.REFUSED, S.SUSPENDED, S.REVOKED),
        S.REMEDY, "คัดค้าน อุทธรณ์ ร้องเรียน หรือฟ้อง", "Object, appeal, complain or sue",
        reason=True, opens=True,
    ),
    _move("win", (S.REMEDY,), S.APPROVED, "ชนะ ได้ตามที่ขอ", "Won: granted", decides=True),
    _move(
        "lose", (S.REMEDY,), S.REFUSED,
        "แพ้ หรือยกคำร้อง", "Lost or dismissed", reason=True, decides=True,
    ),
    _move(
        "send_back", (S.REMEDY,), S.OFFICE_CHECK,
        "ให้สำนักงานพิจารณาใหม่", "Back to the office, to decide anew", opens=True,
    ),
)  # fmt: skip
_AFTERWARDS = (
    _move(
        "register", (S.APPROVED,), S.REGISTERED,
        "ลงทะเบียนบ้านแล้ว", "Entered in the register",
    ),
    _move(
        "hold_ceremony", (S.REGISTERED,), S.CEREMONY,
        "ถ่ายรูปหรือปฏิญาณตน", "Photo or oath",
    ),
    _move("get_card", (S.REGISTERED, S.CEREMONY), S.CARD, "ได้บัตรแล้ว", "Card in hand"),
    _move("check_rights", (S.CARD,), S.RIGHTS, "ตรวจสิทธิแล้ว", "Rights checked"),
    _move("suspend", HELD, S.SUSPENDED, "ถูกระงับ", "Suspended", reason=True, holds=True),
    _move(
        "reinstate", (S.SUSPENDED,), BACK,
        "เลิกระงับ", "Suspension lifted", reason=True,
    ),
    _move(
        "revoke", (*HELD, S.SUSPENDED), S.REVOKED,
        "ถูกเพิกถอน", "Revoked", reason=True, opens=True, decides=True,
    ),
)  # fmt: skip
_ASIDE = (
    _move("close", LIVING, S.CLOSED, "ปิดช่องทางนี้", "Close", reason=True, holds=True),
    _move("reopen", (S.CLOSED,), BACK, "เปิดอีกครั้ง", "Open again", reason=True),
    _move(
        "die", (*LIVING, S.CLOSED), S.DIED,
        "เจ้าของเรื่องเสียชีวิต", "The applicant died", holds=True,
    ),
    _move(
        "correct_death", (S.DIED,), BACK,
        "แก้: ยังมีชีวิตอยู่", "Correct: is alive", HEAD, reason=True,
    ),
    _move(
        "take_back", tuple(State), BEFORE,
        "ถอนขั้นล่าสุดที่บันทึกผิด", "Take the last move back: recorded wrongly",
        HEAD, reason=True,
    ),
)  # fmt: skip

MOVES: dict[str, Move] = {
    move.action: move
    for move in (*_PREPARING, *_AT_THE_OFFICE, *_REMEDIES, *_AFTERWARDS, *_ASIDE)
}
"""Every move there is, by its code."""
FORWARD = ("screen", "map_family", "choose_path", "list_gaps", "collect", "settle")
"""Moves of preparing, in their order: one visit is often several of them."""
