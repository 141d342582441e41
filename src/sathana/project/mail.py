"""The mail host, where the operator has set one; by itself no message leaves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

NONE = {"BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
_SECONDS = 20


def mailers(environ: Mapping[str, str]) -> dict[str, Any]:
    """Return Django's ``MAILERS``: the host of the environment, or one that sends none.

    Args:
        environ: ``SATHANA_MAIL_HOST`` and, beside it, ``_PORT``, ``_USER``,
            ``_PASSWORD`` and ``_TLS``: ``starttls`` (also if left out), ``tls``,
            ``none``.

    Raises:
        ValueError: The port is no number, or the encryption none that we know.
    """
    host = environ.get("SATHANA_MAIL_HOST", "").strip()
    if not host:
        return {"default": NONE}
    tls = environ.get("SATHANA_MAIL_TLS", "starttls").strip().lower()
    if tls not in ("starttls", "tls", "none"):
        raise ValueError(f"SATHANA_MAIL_TLS is starttls, tls or none, not {tls!r}")
    port = environ.get("SATHANA_MAIL_PORT", "465" if tls == "tls" else "587")
    options = {
        "host": host,
        "port": int(port),
        "username": environ.get("SATHANA_MAIL_USER", ""),
        "password": environ.get("SATHANA_MAIL_PASSWORD", ""),
        "use_tls": tls == "starttls",
        "use_ssl": tls == "tls",
        "timeout": _SECONDS,
    }
    return {
        "default": {
            "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "OPTIONS": options,
        }
    }
