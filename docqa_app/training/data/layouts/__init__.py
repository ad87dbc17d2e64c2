"""One module a kind of page; each composes blocks anew for every page."""
