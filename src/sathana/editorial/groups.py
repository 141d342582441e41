"""Roles of accounts as groups, which is how the editors' framework knows people.

The roles decide (``accounts.RoleGrant``); a group is only their shadow. It is drawn
anew at every visit of the editors' rooms, so that a role that ended opens nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType

from sathana.accounts.models import Account
from sathana.accounts.roles import EDITORIAL, Role

MAY_ENTER = ("wagtailadmin", "access_admin")
MAY_TRANSLATE = ("wagtail_localize", "submit_translation")


def group_of(role: Role) -> Group:
    """Return the group that stands for an editorial role; made where it is missing."""
    found, _ = Group.objects.get_or_create(name=role.value)
    return found


def lay_groups() -> None:
    """Make a group for each editorial role, with what it opens; safe to repeat."""
    _let_translating_be_a_permission()
    for role in sorted(EDITORIAL):
        wanted = [MAY_ENTER, MAY_TRANSLATE] if role is Role.EDITOR else [MAY_ENTER]
        group_of(role).permissions.set(_permissions(wanted))


def _let_translating_be_a_permission() -> None:
    """Make what a step of the framework's history makes (see ``editorial.laying``)."""
    app, code = MAY_TRANSLATE
    kind, _ = ContentType.objects.get_or_create(app_label=app, model="translation")
    Permission.objects.get_or_create(
        content_type=kind, codename=code, defaults={"name": "Can submit translations"}
    )


def follow(account: Account, held: Iterable[Role]) -> None:
    """Let an account's groups be what its roles are now."""
    wanted = {role.value for role in held if role in EDITORIAL}
    have = set(account.groups.values_list("name", flat=True))
    if wanted != have:
        account.groups.set([group_of(Role(name)) for name in sorted(wanted)])


def _permissions(wanted: Iterable[tuple[str, str]]) -> list[Permission]:
    return [
        permission
        for app, code in wanted
        for permission in Permission.objects.filter(
            content_type__app_label=app, codename=code
        )
    ]
