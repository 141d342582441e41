"""Template tags of pages about accounts."""
