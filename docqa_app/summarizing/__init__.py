"""A document becomes a summary, and each of its sentences a flag that says how far the document bears it out."""
