"""An extension of sfwgen: set phrases are pointed out, texts say how long they take, stories stand in a list."""
