"""Tests of panes and parts run in the app's own application."""

from tests.application import qapp

__all__ = ["qapp"]
