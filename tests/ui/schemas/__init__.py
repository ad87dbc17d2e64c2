"""Tests of the schema editor."""
