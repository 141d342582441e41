"""What pages of work are given: who is signed in, and their menu."""

from __future__ import annotations

from functools import cached_property

from django.conf import settings
from django.http import HttpRequest

from sathana.accounts import menu, signed_in
from sathana.accounts.models import Account
from sathana.accounts.roles import Role


class Who:
    """Who is signed in; nothing is asked before a page of work asks it.

    Public pages never do: they need no session and no database.
    """

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @cached_property
    def account(self) -> Account | None:
        """The account, if somebody is signed in."""
        if settings.SESSION_COOKIE_NAME not in self._request.COOKIES:
            return None
        return signed_in.account(self._request)

    @cached_property
    def kept(self) -> str:
        """What came back into the form of this page: ``text``, ``files`` or nothing."""
        if self._request.method != "GET" or self.account is None:
            return ""
        said = self._request.session.get(signed_in.KEPT, "")
        return said if said and signed_in.kept_form(self._request) else ""

    @cached_property
    def menu(self) -> list[menu.Entry]:
        """The entries of the menu; empty where nobody works yet."""
        if self.account is None or not signed_in.factor_shown_at(self._request):
            return []
        roles = self.roles
        unread = self.account.notices.filter(read_at=None).count()
        return menu.entries(roles, unread)

    @cached_property
    def roles(self) -> frozenset[Role]:
        """Codes of the roles held now."""
        if self.account is None:
            return frozenset()
        return frozenset(role for role, _ in signed_in.actor(self._request).roles)


def work(request: HttpRequest) -> dict[str, Who]:
    """Return who is signed in, for templates of work."""
    return {"who": Who(request)}
