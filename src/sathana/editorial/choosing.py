"""Choosing a recording of the media centre in a text."""

from __future__ import annotations

from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.permission_policies import BlanketPermissionPolicy
from wagtail.permissions import register_permission_policy

from sathana.media.models import Recording
from sathana.web.lazy import both


class RecordingChooser(ChooserViewSet):
    """Lists recordings; new ones are brought in on a page of their own."""

    model = Recording
    icon = "media"
    choose_one_text = both("เลือกสื่อ", "Choose a recording")
    choose_another_text = both("เลือกสื่ออื่น", "Choose another")
    page_title = both("สื่อที่มีอยู่", "Recordings")
    per_page = 20


# Whoever came through the door may choose; bringing in is a page of its own.
register_permission_policy(Recording, BlanketPermissionPolicy(Recording))
CHOOSER = RecordingChooser("recording_chooser", url_prefix="choose-recording")
RecordingBlock = CHOOSER.get_block_class(
    name="RecordingBlock", module_path="sathana.editorial.choosing"
)
"""A block that names a recording."""
RecordingWidget = CHOOSER.widget_class
