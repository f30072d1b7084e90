"""Other search programs as engines, each set up in several ways; they run in an environment of their own."""
