"""Tests of panes and parts run in the app's own application."""

from tests.application import german, qapp

__all__ = ["german", "qapp"]
