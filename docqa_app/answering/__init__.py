"""A document and a question become an answer with evidence and a calibrated confidence."""
