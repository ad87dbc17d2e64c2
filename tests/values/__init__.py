"""Tests of values: what printed texts mean."""
