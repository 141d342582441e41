"""Notices inside the product: "you have something to look at", never a name."""
