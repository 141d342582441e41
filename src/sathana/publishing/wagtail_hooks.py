"""Entries of the public site in the menu of the editors' rooms."""

from __future__ import annotations

from django.urls import reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from sathana.web.lazy import both


@hooks.register("register_admin_menu_item")
def helpers_entry() -> MenuItem:
    """Lead to the directory of helpers."""
    return MenuItem(
        both("ผู้ช่วยเหลือ", "Helpers"),
        reverse("helper_desk:list"),
        name="helpers",
        icon_name="group",
        order=250,
    )
