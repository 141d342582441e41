"""Start the site: one process, some threads, one address printed."""

from __future__ import annotations

import os
import socket
import sys

THREADS = 4
EVERY_ADDRESS = ("0.0.0.0", "::")  # noqa: S104 (recognised, never chosen by us)


def serve(host: str, port: int) -> None:
    """Serve the site until it is stopped with Ctrl-C.

    Args:
        host: Address to listen on; anything but this machine itself makes the site
            reachable by others, and then ``SATHANA_HOSTS`` must name it.
        port: Port to listen on.

    Raises:
        SystemExit: The port cannot be had; the message says why and what to do.
    """
    _be_sure_of_port(host, port)
    from granian.constants import Interfaces
    from granian.server import Server

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sathana.project.settings")
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


def _in_address(host: str) -> str:
    if host in EVERY_ADDRESS:
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host


def _be_sure_of_port(host: str, port: int) -> None:
    """Try the port first: the server's own message would not say what to do."""
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
