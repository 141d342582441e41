"""Start the site: one process, some threads, one address printed."""

from __future__ import annotations

import os
import socket
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sathana.registry.keeping.onebox import Held

THREADS = 32
"""Requests that are received at one time; few of them are made at one time, see
``web.seats``."""
EVERY_ADDRESS = ("0.0.0.0", "::")  # noqa: S104 (recognised, never chosen by us)


def serve(host: str, port: int) -> None:
    """Serve the site until it is stopped with Ctrl-C.

    Args:
        host: Address to listen on; anything but this machine itself makes the site
            reachable by others, and then ``SATHANA_HOSTS`` must name it.
        port: Port to listen on.

    Raises:
        SystemExit: The port cannot be had, or another process works with the database;
            the message says why and what to do.
    """
    be_sure_of_port(host, port)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sathana.project.settings")
    os.environ["SATHANA_SERVING"] = "1"
    held = _alone()
    from granian.constants import Interfaces
    from granian.server import Server

    address = f"http://{_in_address(host)}:{port}/"
    print(f"สถานะ (Sathana) เปิดแล้วที่ {address}  กด Ctrl-C เพื่อหยุด")
    print(f"Sathana is at {address}en/  press Ctrl-C to stop", flush=True)
    Server(
        "sathana.project.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        log_enabled=False,
        log_access=False,
    ).serve()
    held.let_go()


def _alone() -> Held:
    """Keep other processes away from an embedded database while this one serves."""
    from django.conf import settings

    from sathana.registry.keeping import onebox, ready

    file = ready.file_of(settings.DATABASES["default"])
    if file is None or not file.is_file():
        return onebox.Held()
    try:
        return onebox.to_start(settings.SATHANA_DATA, "sathana start")
    except onebox.TakenError as fault:
        raise SystemExit("\n".join(fault.text.values())) from fault


def _in_address(host: str) -> str:
    if host in EVERY_ADDRESS:
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host


def be_sure_of_port(host: str, port: int) -> None:
    """Try the port first: the server's own message would not say what to do.

    Raises:
        SystemExit: It cannot be had.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as fault:
            sys.exit(_port_message(host, port, fault))


def _port_message(host: str, port: int, fault: Exception) -> str:
    other = port + 1 if port < 65535 else 8000
    return (
        f"เปิดเว็บที่ {host} พอร์ต {port} ไม่ได้ ({fault}) อาจมีโปรแกรมอื่นใช้พอร์ตนี้อยู่ "
        f"ลองพอร์ตอื่น เช่น sathana start --port {other}\n"
        f"Cannot serve on {host} port {port} ({fault}). Another program may be using "
        f"it: stop that one, or choose another port: sathana start --port {other}"
    )
