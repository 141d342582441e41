"""Papers as PDF from plain values."""
