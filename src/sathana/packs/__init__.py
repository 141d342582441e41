"""A family, its answer and the law, turned into the plain values of papers."""
