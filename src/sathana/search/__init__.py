"""One index of what can be read here, and which text teaches which rule."""
