// DOT: first file follows.
