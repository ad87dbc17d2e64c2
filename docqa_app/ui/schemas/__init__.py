"""Kinds of documents are written in the window, each change tried at once on the page in view."""
