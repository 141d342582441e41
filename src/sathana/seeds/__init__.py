"""Fictional villages for the demo and for tests: no real person is in them."""
