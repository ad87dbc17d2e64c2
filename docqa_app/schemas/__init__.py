"""What is wanted of documents of each kind: as a value, as a file, as a draft being written; and which kind one is."""
