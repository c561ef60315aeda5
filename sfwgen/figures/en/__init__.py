"""English figures: words, numerals, scanning, printing."""
