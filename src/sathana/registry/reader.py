"""The one who reads, as the registry calls them (see ``accounts.reader``)."""

from sathana.accounts.reader import Reader

__all__ = ["Reader"]
