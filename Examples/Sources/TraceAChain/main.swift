// Finds the most credible chain of influence between two names and says what each link rests on.
//
//     TraceAChain GRAPH FROM TO
import Evidence
import Foundation
import InfluenceAnalysis
import Interchange

let arguments = CommandLine.arguments
guard arguments.count == 4 else { stop("usage: TraceAChain GRAPH FROM TO") }

// A reading holds everything that is wrong with a file; a graph with errors is not to be used.
let reading = try GraphFile.load(arguments[1])
guard let graph = reading.graph, reading.errors.isEmpty else {
  stop(reading.errors.map(\.message).joined(separator: "\n"))
}

func id(of name: String) -> String {
  switch graph.resolve(name) {
  case .one(let id): id
  case .many(let ids): stop("'\(name)' fits \(ids)")
  case .none(let suggestions): stop("'\(name)' is unknown; near it: \(suggestions)")
  }
}

// Statements become links, a projection makes arcs of them, and the tracer follows the arcs.
let network = try InfluenceNetwork(LinkTable(graph), projection: "influence")
let trace = Tracer(network).chains(from: id(of: arguments[2]), to: id(of: arguments[3]))

guard let chain = trace.chains.first else {
  print("No chain. What there is instead:")
  for refusal in trace.refusals { print("-", refusal.sentence) }
  stop("no chain leads from \(arguments[2]) to \(arguments[3])")
}

print("\(chain.phrase), \(chain.degree.rawValue), in time: \(chain.order.rawValue)")
for arc in chain.hops.flatMap(\.arcs) {
  print("\(graph.name(of: arc.tail)) -> \(graph.name(of: arc.head)): \(arc.relation)")
  for statement in arc.statements.compactMap(graph.statement) {
    let voice = statement.asserter.map(graph.name(of:)) ?? "the document itself"
    let place = statement.citation.paragraphs.map { ", paragraph \($0)" } ?? ""
    print("  \(statement.id): \(voice), in \(statement.citation.source)\(place)")
  }
}

func stop(_ message: String) -> Never {
  FileHandle.standardError.write(Data((message + "\n").utf8))
  exit(1)
}
