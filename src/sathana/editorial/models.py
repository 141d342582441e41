"""What is stored. How a public text is written: blocks, reviews, the law it teaches, the editors' door."""
