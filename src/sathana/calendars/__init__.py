"""Dates as Thai law counts them: spans, the Buddhist era, periods of years."""
