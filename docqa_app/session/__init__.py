"""What is open, asked and chosen, as a value, and the pure steps between states: one file a verb."""
