"""What is told of a family: the model, and the case file that carries it."""
