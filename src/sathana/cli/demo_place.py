"""Where the demo lives: a folder and a key file of its own, never the real ones."""

from __future__ import annotations

import os
from pathlib import Path

from sathana.law.stored import data_folder

NAME = "sathana-demo"


def data() -> Path:
    """Return the demo's data folder: ``SATHANA_DEMO``, else beside the real one."""
    told = os.environ.get("SATHANA_DEMO")
    if told:
        return Path(told) / "data"
    home = Path(os.path.expanduser("~"))
    return data_folder(
        {k: v for k, v in os.environ.items() if k != "SATHANA_DATA"}, home
    ).with_name(NAME)


def keys() -> Path:
    """Return the demo's key file, outside its data folder."""
    told = os.environ.get("SATHANA_DEMO")
    if told:
        return Path(told) / "keys" / "keys.json"
    config = os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")
    return Path(config) / NAME / "keys.json"


def enter() -> None:
    """Let this process, and those it starts, see the demo and nothing else."""
    os.environ["SATHANA_DATA"] = str(data())
    os.environ["SATHANA_KEYS"] = str(keys())
    os.environ.pop("DATABASE_URL", None)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sathana.project.settings")
