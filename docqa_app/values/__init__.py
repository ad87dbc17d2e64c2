"""A printed text becomes a value: an amount, a day, a number that checks itself; or all the values that it may mean."""
