"""The public site of the tests: laid by the database's steps, with editors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from tests import worlds

from sathana.accounts.models import Account
from sathana.accounts.roles import Role
from sathana.editorial import groups
from sathana.publishing import sites
from sathana.publishing.models import ListPage, MediaPage


@dataclass
class Desk:
    """Those who work on the site, and where media hang."""

    editor: Account
    language: Account
    law: Account
    community: Account
    media: ListPage

    @property
    def reviewers(self) -> tuple[Account, Account, Account]:
        return self.language, self.law, self.community

    def item(self, slug: str, rules: tuple[str, ...] = (), **more: Any) -> MediaPage:
        """Make a draft, as an editor does."""
        page = MediaPage(
            title=slug,
            slug=slug,
            live=False,
            medium="article",
            locale=self.media.locale,
            body=[("text", {"text": "<p>ข้อความ</p>", "rules": list(rules)})],
            **more,
        )
        self.media.add_child(instance=page)
        page.save_revision(user=self.editor)
        return page


@pytest.fixture
def desk(db: None) -> Desk:
    home = sites.lay_site()
    media = ListPage(title="สื่อ", slug="media", shows="media", locale=home.locale)
    home.add_child(instance=media)
    of = worlds.organisation()

    def somebody(role: Role) -> Account:
        made = worlds.account(of, role)
        groups.follow(made, [role])
        return made

    return Desk(
        somebody(Role.EDITOR),
        somebody(Role.LANGUAGE_REVIEWER),
        somebody(Role.LAW_REVIEWER),
        somebody(Role.COMMUNITY_REVIEWER),
        media,
    )


def strong(account: Account) -> Client:
    """Return a browser of somebody who signed in with a second factor."""
    return worlds.strong_client(account, fresh=True)
