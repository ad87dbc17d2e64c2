"""Tests of schemas: kinds of documents as values, files and drafts, and the language of their rules."""
