"""The Library dialog: documents seen before are searched and forgotten, remembered corrections seen and changed."""
