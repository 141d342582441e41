"""Synthetic people: made, calibrated to published totals, compared with them."""
