"""What is stored. The public site and the Rights-Protection Media Centre."""
