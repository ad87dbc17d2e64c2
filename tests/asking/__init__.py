"""Tests of asking: questions answered by what a document's fields, tables, print, facts and pictures say."""
