"""The doctor's checks of a PostgreSQL database."""

from __future__ import annotations

from collections.abc import Callable

from django.db import connection

from sathana.registry.keeping.checking import Finding

NOTHING = Finding(True, "", "")
"""Of a check that does not concern this database."""


def durable() -> Finding:
    """See that what PostgreSQL acknowledges is on the disk."""
    if connection.vendor != "postgresql":
        return NOTHING
    weak = [name for name in ("fsync", "full_page_writes") if _setting(name) != "on"]
    if _setting("synchronous_commit") == "off":
        weak.append("synchronous_commit")
    if weak:
        names = ", ".join(weak)
        return Finding(
            False,
            f"PostgreSQL ปิด {names} อยู่ ข้อมูลที่บันทึกแล้วอาจหายเมื่อไฟดับ",
            f"PostgreSQL runs with {names} off: what was saved may be lost in a power "
            "cut",
            f"เปิด {names} ใน postgresql.conf แล้วเริ่มเซิร์ฟเวอร์ใหม่",
            f"set {names} = on in postgresql.conf and restart the server",
        )
    version = str(_setting("server_version")).split(" ", maxsplit=1)[0]
    return Finding(
        True,
        f"PostgreSQL {version} เขียนลงดิสก์จริง (fsync, synchronous_commit)",
        f"PostgreSQL {version} writes through to the disk",
    )


def subject_to_walls() -> Finding:
    """See that the role of the site is subject to row-level security."""
    if connection.vendor != "postgresql":
        return NOTHING
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_user, rolsuper, rolbypassrls FROM pg_roles "
            "WHERE rolname = current_user"
        )
        name, above, passes = cursor.fetchone()
    if above or passes:
        return Finding(
            False,
            f"บทบาท {name} ของ PostgreSQL ข้ามกำแพงระหว่างองค์กรได้ "
            "(superuser หรือ BYPASSRLS)",
            f"the PostgreSQL role {name} passes through the walls between "
            "organisations (superuser or BYPASSRLS)",
            f"ALTER ROLE {name} NOSUPERUSER NOBYPASSRLS หรือใช้บทบาทอื่น "
            "(docs/databases.md)",
            f"ALTER ROLE {name} NOSUPERUSER NOBYPASSRLS, or use another role "
            "(docs/databases.md)",
        )
    return Finding(
        True,
        f"บทบาท {name} อยู่ใต้กำแพงระหว่างองค์กร",
        f"the role {name} is subject to the walls between organisations",
    )


def walled_in() -> Finding:
    """See that row-level security is on, and forced, on every table of the registry."""
    if connection.vendor != "postgresql":
        return NOTHING
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname FROM pg_class c "
            "JOIN pg_attribute a ON a.attrelid = c.oid "
            "WHERE c.relname LIKE 'registry\\_%%' AND c.relkind = 'r' "
            "AND a.attname = 'organisation_id' "
            "AND NOT (c.relrowsecurity AND c.relforcerowsecurity) ORDER BY 1",
            [],
        )
        bare = [str(row[0]) for row in cursor.fetchall()]
    if bare:
        return Finding(
            False,
            f"ตารางที่ไม่มีกำแพงระหว่างองค์กร: {', '.join(bare)}",
            f"tables without walls between organisations: {', '.join(bare)}",
            "รัน sathana migrate ถ้ายังไม่หาย แจ้งผู้พัฒนา",
            "run 'sathana migrate'; if that does not help, tell the developers",
        )
    return Finding(
        True, "ทุกตารางมีกำแพงระหว่างองค์กร", "every table has walls between organisations"
    )


CHECKS: tuple[Callable[[], Finding], ...] = (durable, subject_to_walls, walled_in)


def _setting(name: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting(%s)", [name])
        return str(cursor.fetchone()[0])
