"""Makes what is in models/: needs torch, is never bundled and never imported by the app."""
