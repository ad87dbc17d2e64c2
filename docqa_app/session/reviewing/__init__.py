"""A clerk goes through what was extracted from a document: pure steps from one review to the next, a file a verb."""
