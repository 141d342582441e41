"""SQLite for several threads: those who write wait in line."""
