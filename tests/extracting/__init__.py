"""Tests of extracting: what a document and a schema become."""
