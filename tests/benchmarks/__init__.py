"""`make bench`: how long things take and how much they need, beside a peer on the same pages. Never a test."""
