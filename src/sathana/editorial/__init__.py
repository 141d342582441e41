"""How a public text is written, reviewed, and kept from teaching a dead rule."""
