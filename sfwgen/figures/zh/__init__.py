"""Chinese figures: words, numerals, scanning, printing."""
