// Times reasoning over the worlds of evidence, which no other library does: so there is no peer, and the figures
// stand by themselves.
//
//     Worlds GRAPH
//
// GRAPH is a graph of evidence; the second task makes one of 100,000 links with a seed.
import Evidence
import Foundation
import GraphCore
import InfluenceAnalysis
import Interchange

func timed<Result>(_ what: String, _ body: () throws -> Result) rethrows -> Result {
  let start = ContinuousClock.now
  let result = try body()
  let seconds = start.duration(to: .now) / .seconds(1)
  print("| \(what) | \((seconds * 1000).rounded() / 1000) |")
  return result
}

/// Statements on 100,000 links among 25,000 people by as many voices, one in ten a denial.
func large(links: Int) throws -> InfluenceGraph {
  var generator = SeededGenerator(seed: 7)
  let sources = Reliability.allCases.map { Source(id: "paper \($0.rawValue)", reliability: $0) }
  let people = links / 4
  func draw(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }
  let statements = (0..<links).map { number in
    Statement(
      id: "s\(number)", subject: .one("n\(draw(people))"),
      predicate: .relation("inspired", object: .one("n\(draw(people))")),
      stance: draw(10) == 0 ? .denies : .affirms, asserter: .declared("voice \(draw(links))"),
      credibility: [.probable, .possible, .doubtful][draw(3)],
      citation: Citation(source: sources[draw(sources.count)].id))
  }
  return InfluenceGraph(
    sources: sources, entities: (0..<people).map { Entity(id: "n\($0)", kind: "person") },
    statements: statements)
}

guard CommandLine.arguments.count == 2 else { fatalError("usage: Worlds GRAPH") }
let reading = try GraphFile.load(CommandLine.arguments[1])
guard let graph = reading.graph, reading.errors.isEmpty else { fatalError("\(reading.findings)") }

print("| task | s |\n| --- | --- |")
let network = try timed("links and network of the bundled graph") {
  try InfluenceNetwork(LinkTable(graph))
}
let size = "\(network.nodes.count) nodes, \(network.graph.edgeCount) edges"
_ = try timed("betweenness in 10,000 worlds, \(size)") {
  try MeasureTable(network, measures: ["betweenness"], samples: 10_000, seed: 1)
}
_ = timed("attribution of every attack") { Attributor(graph).attributions() }
_ = timed("200 draws of moved grades over every attack") {
  Attributor(graph).sensitivity(draws: 200)
}

let many = try large(links: 100_000)
let crowd = try timed("links and network of 100,000 statements") {
  try InfluenceNetwork(LinkTable(many))
}
var options = Tracer.Options()
options.samples = 1_000
let tracer = Tracer(crowd, options: options)
// Two people between whom there are too many cases to go through, so that worlds are drawn.
let tails = crowd.arcs.prefix(50).map(\.tail)
let heads = crowd.arcs.suffix(50).map(\.head)
let pairs = zip(tails, heads).filter { tail, head in
  if case .sampled = tracer.connection(from: tail, to: head).method { true } else { false }
}
guard let ends = pairs.first else { fatalError("no two of them are joined by many chains") }
let found = timed("1,000 worlds of a connection over \(crowd.arcs.count) arcs") {
  tracer.connection(from: ends.0, to: ends.1)
}
print("\nThe connection: \(found.probability), \(found.method).")
