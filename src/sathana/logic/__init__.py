"""Three-valued truth and the expression tree in which rules of law are held."""
