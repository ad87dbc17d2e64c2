"""Fields leave the window: what is to be written is chosen, seen before it is written, and kept under a name."""
