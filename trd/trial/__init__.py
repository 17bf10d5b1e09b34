"""One trial under one profile: a file for each test, and the plan that runs each distinct test once."""
