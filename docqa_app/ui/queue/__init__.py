"""The queue in the window: many files read one after another, while the clerk reviews those that are through."""
