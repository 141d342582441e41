"""The law as SQL, printed from the same steps that numpy works out."""
