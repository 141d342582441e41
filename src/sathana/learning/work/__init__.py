"""Pages of learning for those who are signed in: here results are kept."""
