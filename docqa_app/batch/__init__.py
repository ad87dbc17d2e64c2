"""Many files, one after another: what waits, what is done, and how it goes on after an end of any kind."""
