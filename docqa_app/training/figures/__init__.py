"""Teaches the second reader of figures (reading/figure_reader.py) and measures it."""
