"""``sathana start``: serves the site."""

from __future__ import annotations

from argparse import Namespace

from sathana.cli.serve import serve


def run(options: Namespace) -> int:
    """Serve the site until it is stopped with Ctrl-C."""
    serve(options.host, options.port)
    return 0
