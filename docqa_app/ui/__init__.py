"""What is seen: the window and its panes. Widgets show and ask; the session decides."""
