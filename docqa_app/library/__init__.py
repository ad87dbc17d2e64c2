"""What is kept between runs: documents, their values, every change of them, and what was learned of suppliers."""
