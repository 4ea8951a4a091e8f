"""The only place where the assessment becomes words: every sentence from a template, with its numbers as fields."""
