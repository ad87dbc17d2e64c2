"""The Summary room: a summary beside its page, how far each sentence can be relied on, and why."""
