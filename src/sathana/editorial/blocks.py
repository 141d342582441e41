"""Blocks of a public text. Whatever states law names the records it rests on."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks

from sathana.editorial.choosing import RecordingBlock
from sathana.law.references import KINDS, is_reference
from sathana.media import shown
from sathana.web.lazy import both

PLAIN = ("bold", "link", "ol", "ul")


class ReferenceBlock(blocks.CharBlock):
    """A reference to a record of the law: ``7BIS-2``, ``limit:ACA-49``."""

    def clean(self, value: str) -> str:
        """Refuse a reference that names nothing.

        Raises:
            ValidationError: The law in use has no such record.
        """
        key: str = super().clean(value).strip()
        if key and not is_reference(key):
            kinds = ", ".join(KINDS)
            raise ValidationError(
                both(
                    f"ไม่มี “{key}” ในกฎหมายที่ใช้อยู่ เขียนเป็นรหัสของกฎ หรือชนิด:รหัส ({kinds}) "
                    "ค้นรหัสได้ในหน้ากฎหมาย",
                    f"The law in use has no “{key}”. Write the id of a rule, or "
                    f"kind:id ({kinds}); the pages of the law show the ids.",
                )
            )
        return key


def _rules() -> blocks.ListBlock:
    return blocks.ListBlock(
        ReferenceBlock(required=False, max_length=80),
        default=[],
        label=both("กฎหมายที่ข้อความนี้อาศัย", "The law this rests on"),
        collapsed=True,
    )


class Stating(blocks.StructBlock):
    """A block that may state law."""

    rules = _rules()


class TextBlock(Stating):
    """Paragraphs."""

    text = blocks.RichTextBlock(features=PLAIN, label=both("ข้อความ", "Text"))

    class Meta:
        icon = "pilcrow"
        template = "editorial/blocks/text.html"
        label = both("ข้อความ", "Text")


class ItemsBlock(Stating):
    """A list of things."""

    items = blocks.ListBlock(blocks.TextBlock(rows=2), label=both("รายการ", "Items"))

    class Meta:
        icon = "list-ul"
        template = "editorial/blocks/list.html"
        label = both("รายการ", "List")


class StepsBlock(Stating):
    """Steps, one after the other."""

    items = blocks.ListBlock(blocks.TextBlock(rows=2), label=both("ขั้นตอน", "Steps"))

    class Meta:
        icon = "list-ol"
        template = "editorial/blocks/steps.html"
        label = both("ขั้นตอน", "Steps")


class TableBlock(Stating):
    """A table: a line is a row, cells stand between upright strokes."""

    rows = blocks.TextBlock(
        rows=6,
        label=both("แถวละบรรทัด คั่นช่องด้วย |", "A row a line, cells between |"),
    )

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Give the template the cells."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        lines = [line for line in value["rows"].splitlines() if line.strip()]
        cells = [[cell.strip() for cell in line.split("|")] for line in lines]
        context["heads"], context["cells"] = (cells or [[]])[0], cells[1:]
        return context

    class Meta:
        icon = "table"
        template = "editorial/blocks/table.html"
        label = both("ตาราง", "Table")


class CautionBlock(Stating):
    """A risk, said plainly."""

    text = blocks.TextBlock(label=both("ข้อควรระวัง", "Caution"))

    class Meta:
        icon = "warning"
        template = "editorial/blocks/caution.html"
        label = both("ข้อควรระวัง", "Caution")


class QuestionBlock(Stating):
    """What people ask, and the answer."""

    question = blocks.TextBlock(rows=2, label=both("คำถาม", "Question"))
    answer = blocks.TextBlock(label=both("คำตอบ", "Answer"))

    class Meta:
        icon = "help"
        template = "editorial/blocks/question.html"
        label = both("ถามตอบ", "Question and answer")


class SaidBlock(blocks.StructBlock):
    """One line of a script."""

    who = blocks.CharBlock(label=both("ใครพูด", "Who"))
    says = blocks.TextBlock(rows=2, label=both("พูดว่า", "Says"))


class LinesBlock(Stating):
    """A script, ready to be recorded."""

    lines = blocks.ListBlock(SaidBlock(), label=both("บทพูด", "Lines"))

    class Meta:
        icon = "openquote"
        template = "editorial/blocks/lines.html"
        label = both("บทพูด", "Script")


class PanelBlock(blocks.StructBlock):
    """One panel of a comic."""

    shows = blocks.TextBlock(rows=2, label=both("ในภาพ", "In the picture"))
    picture = RecordingBlock(required=False, label=both("ภาพ", "Picture"))
    lines = blocks.ListBlock(SaidBlock(), label=both("คำพูด", "Lines"))

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Give the template the picture, once it may be shown."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        row = value["picture"]
        context["shown"] = shown.published([row.pk]).get(row.pk) if row else None
        return context

    class Meta:
        template = "editorial/blocks/panel.html"


class PanelsBlock(Stating):
    """A comic."""

    panels = blocks.ListBlock(PanelBlock(), label=both("ช่องภาพ", "Panels"))

    class Meta:
        icon = "image"
        template = "editorial/blocks/panels.html"
        label = both("การ์ตูน", "Comic")


class RecordingPartBlock(blocks.StructBlock):
    """A recording or a picture in the text."""

    recording = RecordingBlock(label=both("สื่อ", "Recording"))
    words = blocks.TextBlock(
        rows=2,
        label=both("เป็นคำพูด สำหรับผู้ที่มองไม่เห็นหรือไม่ได้ยิน", "In words"),
    )

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Give the template what can be played, once it may be."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        row = value["recording"]
        found = shown.published([row.pk]) if row else {}
        context["shown"] = found.get(row.pk) if row else None
        return context

    class Meta:
        icon = "media"
        template = "editorial/blocks/recording.html"
        label = both("สื่อ", "Recording")


class Body(blocks.StreamBlock):
    """The body of a public page."""

    heading = blocks.CharBlock(
        icon="title",
        template="editorial/blocks/heading.html",
        label=both("หัวข้อ", "Heading"),
    )
    text = TextBlock()
    list = ItemsBlock()
    steps = StepsBlock()
    table = TableBlock()
    caution = CautionBlock()
    question = QuestionBlock()
    lines = LinesBlock()
    panels = PanelsBlock()
    recording = RecordingPartBlock()
