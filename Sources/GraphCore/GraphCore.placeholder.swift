// GraphCore: first file follows.
