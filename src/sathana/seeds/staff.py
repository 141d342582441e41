"""The people who work in the demo: one for each role, in two invented organisations."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.utils import timezone

from sathana.accounts.models import Account, Organisation, RoleGrant, Team
from sathana.accounts.roles import Role

WORDS = (
    *("banyan", "bamboo", "basket", "candle", "cotton", "drum", "ginger", "indigo"),
    *("kettle", "lantern", "lotus", "mango", "millet", "monsoon", "orchid", "papaya"),
    *("pepper", "pomelo", "rattan", "river", "saffron", "silver", "sparrow", "stone"),
    *("tamarind", "teak", "temple", "thread", "thunder", "valley", "weaver", "willow"),
)
HOME = ("มูลนิธิดอยหมอกแก้ว (สมมติ)", "Doi Mok Kaeo Foundation (fictional)")
GUEST = ("เครือข่ายริมน้ำอิง (สมมติ)", "Ing River Network (fictional)")
AREAS = ("57",)
"""Chiang Rai."""


@dataclass(frozen=True, slots=True)
class Post:
    """One post of the demo.

    Attributes:
        team: Index of the team of the home organisation; ``None``: no team.
        guest: Whether it is in the second organisation.
    """

    username: str
    shown_name: str
    role: Role
    team: int | None = None
    guest: bool = False


POSTS: tuple[Post, ...] = (
    Post("leader", "แม่หลวงสมมติ", Role.LEADER, 0),
    Post("caseworker", "ครูดอยสมมติ", Role.CASEWORKER, 0),
    Post("caseworker2", "น้องน้ำสมมติ", Role.CASEWORKER, 1),
    Post("lawyer", "ทนายสมมติ", Role.LAWYER, 0),
    Post("supervisor", "พี่หัวหน้าสมมติ", Role.SUPERVISOR, 0),
    Post("supervisor2", "พี่ริมน้ำสมมติ", Role.SUPERVISOR, 1),
    Post("officer", "เจ้าหน้าที่คุ้มครองสมมติ", Role.PROTECTION_OFFICER),
    Post("steward", "ผู้ดูแลข้อมูลสมมติ", Role.DATA_STEWARD),
    Post("admin", "ผู้ดูแลองค์กรสมมติ", Role.ORGANISATION_ADMIN),
    Post("admin2", "ผู้ดูแลองค์กรคนที่สองสมมติ", Role.ORGANISATION_ADMIN),
    Post("system", "ผู้ดูแลระบบสมมติ", Role.SYSTEM_ADMIN),
    Post("auditor", "ผู้ตรวจสอบสมมติ", Role.AUDITOR),
    Post("partner", "ภาคีสมมติ", Role.PARTNER, guest=True),
    Post("editor", "บรรณาธิการสมมติ", Role.EDITOR),
    Post("language", "ผู้ตรวจภาษาสมมติ", Role.LANGUAGE_REVIEWER),
    Post("lawreader", "ผู้ตรวจกฎหมายสมมติ", Role.LAW_REVIEWER),
    Post("elder", "ผู้เฒ่าชุมชนสมมติ", Role.COMMUNITY_REVIEWER),
    Post("learner", "ผู้เรียนสมมติ", Role.LEARNER),
    Post("learner2", "ผู้เรียนจบแล้วสมมติ", Role.LEARNER),
)


@dataclass(frozen=True, slots=True)
class Staff:
    """The accounts of the demo, and their passwords: shown once, kept nowhere."""

    accounts: dict[str, Account]
    passwords: dict[str, str]
    teams: tuple[Team, ...]
    home: Organisation
    guest: Organisation


def hire(team_names: tuple[str, ...]) -> Staff:
    """Make both organisations, the teams and an account for each post."""
    home = Organisation.objects.create(name_th=HOME[0], name_en=HOME[1], areas=[*AREAS])
    guest = Organisation.objects.create(
        name_th=GUEST[0], name_en=GUEST[1], areas=[*AREAS]
    )
    teams = tuple(Team.objects.create(organisation=home, name=n) for n in team_names)
    passwords = {post.username: passphrase() for post in POSTS}
    accounts = {
        post.username: account(
            guest if post.guest else home,
            post.username,
            post.shown_name,
            passwords[post.username],
        )
        for post in POSTS
    }
    for post in POSTS:
        _grant(post, accounts, teams)
    return Staff(accounts, passwords, teams, home, guest)


def passphrase() -> str:
    """Return four random words and a number: 33 bits, for this machine only."""
    words = "-".join(secrets.choice(WORDS) for _ in range(4))
    return f"{words}-{secrets.randbelow(9000) + 1000}"


def account(
    organisation: Organisation, username: str, shown_name: str, password: str
) -> Account:
    """Make an account with a password and a second factor."""
    made = Account(organisation=organisation, username=username, shown_name=shown_name)
    made.set_password(password)
    made.save()
    _second_factor(made)
    return made


def _second_factor(account: Account) -> None:
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    TOTP.activate(account, generate_totp_secret())


def _grant(post: Post, accounts: dict[str, Account], teams: tuple[Team, ...]) -> None:
    RoleGrant.objects.create(
        account=accounts[post.username],
        role=post.role,
        team=None if post.team is None else teams[post.team],
        asked_by=accounts["admin"],
        confirmed_by=accounts["admin2"],
        confirmed_at=timezone.now(),
    )


def code_of(username: str) -> str | None:
    """Return the code of the second factor now; ``None`` if there is no such person."""
    from allauth.mfa import app_settings
    from allauth.mfa.adapter import get_adapter
    from allauth.mfa.models import Authenticator
    from allauth.mfa.totp.internal import auth

    found = Authenticator.objects.filter(
        user__username=username, type=Authenticator.Type.TOTP
    ).first()
    if found is None:
        return None
    secret = get_adapter().decrypt(found.data["secret"])
    now = int(timezone.now().timestamp()) // app_settings.TOTP_PERIOD
    code: str = auth.format_hotp_value(auth.hotp_value(secret, now))
    return code
