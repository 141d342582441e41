"""The data folder of this user, and the updates of the law that are installed in it."""

from __future__ import annotations

import os
from pathlib import Path

from sathana.cli.faults import UnusableError
from sathana.cli.terminal import Lang
from sathana.law import installed, load
from sathana.law.stored import data_folder


def here() -> Path:
    """Return the data folder: ``SATHANA_DATA``, else where the platform keeps it."""
    return data_folder(os.environ, Path(os.path.expanduser("~")))


def use_installed(lang: Lang) -> None:
    """Use the law with the updates that are installed, if any are.

    Raises:
        UnusableError: An update is installed that cannot be used. Nothing is then
            answered: an answer without it would be another one than was wanted.
    """
    try:
        load.use(installed.load(here()))
    except installed.BrokenUpdatesError as error:
        raise UnusableError((f"sathana: {error.text[lang]}",)) from error
