// Reporting: first file follows.
