"""A question becomes a small program over a printed table, chosen among all that its words may mean."""
