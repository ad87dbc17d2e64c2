"""Teaches the second reader (reading/second_reader.py) and measures it."""
