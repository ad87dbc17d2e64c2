"""What a page states, as labels with values, cells and sentences; the fact that a question means answers it."""
