// Graphviz: first file follows.
