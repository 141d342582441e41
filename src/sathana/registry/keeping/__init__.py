"""Keeping what is stored: one process on SQLite, backup, restore, doctor."""
