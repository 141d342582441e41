"""The public site and the Rights-Protection Media Centre."""
