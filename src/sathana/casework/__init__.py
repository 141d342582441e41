"""Casework: a family's cases from first contact to the card in hand, and beyond."""
