"""Small true files the tests read, and the script that makes them."""
