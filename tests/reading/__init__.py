"""Files become documents: true files, the real Tesseract and the real poppler."""
