"""Summaries, flags and what they stand on."""
