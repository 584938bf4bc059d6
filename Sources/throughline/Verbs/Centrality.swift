import ArgumentParser

struct Centrality: ParsableCommand { func run() throws {} }
