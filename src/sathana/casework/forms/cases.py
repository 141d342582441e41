"""Forms of a case: its name, what is next, pathways, moves, reasons."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence
from typing import Any

from django import forms

from sathana.casework.states import TITLES, Move, State
from sathana.law.load import pack
from sathana.registry.forms.fields import WorkForm, both
from sathana.web.languages import pick

FILED_BY: tuple[tuple[str, Any], ...] = (
    ("unknown", both("ยังไม่รู้", "Not known yet")),
    ("self", both("เจ้าของเรื่องยื่นเอง", "The person")),
    ("parent", both("พ่อหรือแม่", "A parent")),
    ("guardian", both("ผู้ปกครองหรือผู้อนุบาล", "A guardian")),
    ("representative", both("ผู้รับมอบอำนาจ", "A representative")),
)
NOBODY = ("", both("ไม่ใช่คนในครอบครัว", "Nobody of the family"))


def long_text(th: str, en: str, *, required: bool = False, rows: int = 3) -> Any:
    """Return a field for some sentences."""
    return forms.CharField(
        label=both(th, en),
        required=required,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def short(th: str, en: str, longest: int, *, required: bool = False) -> Any:
    """Return a field for one line."""
    return forms.CharField(label=both(th, en), required=required, max_length=longest)


def a_day(th: str, en: str, *, required: bool = False) -> Any:
    """Return a field for a day that is known exactly."""
    return forms.DateField(
        label=both(th, en),
        required=required,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class CaseForm(WorkForm):
    """How the team calls a case."""

    title = short("เรียกกรณีนี้ว่า", "What the team calls this case", 120, required=True)


class PlanForm(WorkForm):
    """What is to be done next.

    Args:
        owners: Who may do it: ids and names.
        planned: Whether something is planned already.
    """

    what = short("ต้องทำอะไรต่อ", "What is to be done next", 500)
    owner = forms.ChoiceField(label=both("ใครทำ", "Who does it"), required=False)
    due = a_day("ภายในวันที่", "By which day")
    done = forms.BooleanField(
        label=both("งานเดิมเสร็จแล้ว", "What was planned before is done"), required=False
    )
    reason = long_text(
        "เหตุผล ถ้าเลื่อนหรือยกเลิกกำหนดเดิม", "Why, if the day is put off or dropped"
    )

    def __init__(
        self,
        *args: Any,
        owners: Sequence[tuple[str, str]] = (),
        planned: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        none = ("", both("ยังไม่มีคน", "Nobody yet"))
        self.fields["owner"].choices = (none, *owners)  # type: ignore[attr-defined]
        if not planned:
            del self.fields["done"]

    def clean_owner(self) -> uuid.UUID | None:
        """Return the account that was chosen."""
        told = self.cleaned_data["owner"]
        return uuid.UUID(told) if told else None


class ReasonForm(WorkForm):
    """Why a case is closed, or opened again."""

    reason = long_text("เหตุผล", "Reason", required=True)


class TrackForm(WorkForm):
    """The pathway of a person, and who files.

    Args:
        people: Ids and names of the family.
        person: Whose pathway it is, where that is no question any more.
        first: Pathways that the latest assessment calls open.
    """

    person_id = forms.ChoiceField(label=both("ของใคร", "Whose"))
    pathway = forms.ChoiceField(
        label=both("ช่องทาง", "Pathway"),
        required=False,
        help_text=both(
            "ยังไม่เลือกก็ได้ หน้าผลวิเคราะห์บอกว่าช่องทางไหนเปิด",
            "May wait. The page of the assessment says which pathways are open.",
        ),
    )
    filed_by = forms.ChoiceField(label=both("ใครยื่น", "Who files"), choices=FILED_BY)
    filer_id = forms.ChoiceField(
        label=both("ผู้ยื่นเป็นคนในครอบครัว", "Filed by somebody of the family"),
        required=False,
    )
    filer_name = short(
        "หรือชื่อผู้ยื่นจากนอกครอบครัว", "Or a name from outside the family", 200
    )
    filer_basis = short(
        "ยื่นแทนได้เพราะ (คำสั่งศาล หนังสือมอบอำนาจ)",
        "By what right (a court’s order, a power of attorney)",
        200,
    )

    def __init__(
        self,
        *args: Any,
        people: Sequence[tuple[str, str]] = (),
        person: str = "",
        first: Collection[str] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if person:
            del self.fields["person_id"]
        else:
            choose = ("", both("เลือก", "Choose"))
            self.fields["person_id"].choices = (choose, *people)  # type: ignore[attr-defined]
        others = [pair for pair in people if pair[0] != person]
        self.fields["filer_id"].choices = (NOBODY, *others)  # type: ignore[attr-defined]
        self.fields["pathway"].choices = pathways(first)  # type: ignore[attr-defined]

    def clean_filer_id(self) -> uuid.UUID | None:
        """Return the person who files."""
        told = self.cleaned_data["filer_id"]
        return uuid.UUID(told) if told else None


def pathways(first: Collection[str] = ()) -> list[tuple[Any, Any]]:
    """Return the pathways of the law pack: id and title, some before the others."""
    none = ("", both("ยังไม่เลือก", "Not chosen yet"))
    titles = ((key, pick(rule.title)) for key, rule in pack().pathways.items())
    found = sorted(titles, key=lambda pair: pair[1])
    ahead = [pair for pair in found if pair[0] in first]
    if not ahead:
        return [none, *found]
    others = [pair for pair in found if pair[0] not in first]
    return [
        none,
        (both("เปิดตามผลวิเคราะห์ล่าสุด", "Open by the latest assessment"), ahead),
        (both("ช่องทางอื่น", "Other pathways"), others),
    ]


class MoveForm(WorkForm):
    """A move of a pathway.

    Args:
        moves: Those that exist from here for this reader.
        ahead: Preparing moves that are recorded with those before them.
    """

    action = forms.ChoiceField(
        label=both("เกิดอะไรขึ้น", "What happened"), widget=forms.RadioSelect
    )
    reason = long_text("เหตุผลหรือรายละเอียด", "Reason, or more about it")

    def __init__(
        self,
        *args: Any,
        moves: Sequence[Move] = (),
        ahead: Sequence[Move] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        told = [(move.action, _said(move)) for move in moves]
        further = [(move.action, f"{_said(move)}{pick(_WITH)}") for move in ahead]
        # After the next step of preparing, which is the first of all.
        self.fields["action"].choices = [*told[:1], *further, *told[1:]]  # type: ignore[attr-defined]


_WITH = {"th": " (บันทึกขั้นก่อนหน้าให้ด้วย)", "en": " (with the steps before it)"}


def _said(move: Move) -> str:
    """Say a move, where it leads, and whether a reason is asked for."""
    goal = TITLES[move.goal] if isinstance(move.goal, State) else None
    leads = f" → {pick(goal)}" if goal and pick(goal) != pick(move.title) else ""
    asks = pick({"th": " (ต้องบอกเหตุผล)", "en": " (needs a reason)"})
    return f"{pick(move.title)}{leads}{asks if move.reason else ''}"
