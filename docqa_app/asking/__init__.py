"""A question is answered by all that is known of a document: fields, tables, print, facts, pictures, and the model."""
