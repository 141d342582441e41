"""The secret of the site's own signatures: told, in the key file, or new."""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from sathana.protection import keyfile


def of(environment: Mapping[str, str]) -> str:
    """Return the secret: from the environment, from the key file, else a new one.

    A new one ends every session with the process; so it does where nobody is stored.
    """
    told = environment.get("SATHANA_SECRET_KEY")
    if told:
        return told
    try:
        return keyfile.source().secret
    except (OSError, ValueError):
        return secrets.token_urlsafe(50)
