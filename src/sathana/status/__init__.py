"""The reference evaluator: what the law makes of a family, why, what is missing."""

from sathana.status.assessment import assess
from sathana.status.world import TimeLoopError

__all__ = ["TimeLoopError", "assess"]
