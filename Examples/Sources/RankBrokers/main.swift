// Ranks those who stand between others, and writes the network as DOT with the brokers drawn larger.
//
//     RankBrokers GRAPH > brokers.dot
import DOT
import Foundation
import GraphCore
import InfluenceAnalysis
import Interchange

let arguments = CommandLine.arguments
guard arguments.count == 2 else { stop("usage: RankBrokers GRAPH") }
guard let evidence = try GraphFile.load(arguments[1]).graph else {
  stop("\(arguments[1]) is no graph")
}

// Associations have no direction here: who could pass on what, either way.
let network = try InfluenceNetwork(LinkTable(evidence), projection: "associations")
let graph = network.graph.asUndirected().simplified()
let betweenness = try graph.betweenness()
let constraint = try graph.constraint()

let ranked = graph.nodes.sorted {
  (betweenness[$1], network.nodes[$0]) < (betweenness[$0], network.nodes[$1])
}

var dot = DOTGraph(isDirected: false, name: "brokers")
dot.nodeDefaults = ["shape": "circle", "fixedsize": "true", "fontname": "Helvetica"]
for node in ranked {
  let size = 0.6 + 1.8 * betweenness[node]
  let hemmedIn = constraint[node].map { "constraint \(rounded($0))" } ?? "no ties"
  dot.nodes.append(
    DOTNode(
      network.nodes[node],
      [
        "label": .text(evidence.name(of: network.nodes[node])), "width": .number(rounded(size)),
        "tooltip": .text("betweenness \(rounded(betweenness[node])), \(hemmedIn)"),
      ]))
}
for edge in graph.edges {
  dot.edges.append(DOTEdge(from: network.nodes[edge.tail], to: network.nodes[edge.head]))
}
print(DOTWriter().write(dot), terminator: "")

func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

func stop(_ message: String) -> Never {
  FileHandle.standardError.write(Data((message + "\n").utf8))
  exit(1)
}
