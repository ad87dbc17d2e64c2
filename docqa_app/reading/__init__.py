"""A file becomes a Document: pages, their words and a small picture of each."""
