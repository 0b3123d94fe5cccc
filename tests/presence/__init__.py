"""Who sees whom, and in how many bytes."""
