// Interchange: first file follows.
