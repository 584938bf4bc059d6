import Evidence

extension FormatEntry {
  /// Turtle, which is written only.
  static let turtle = FormatEntry(
    .turtle, title: "Turtle", endings: ["ttl"], matches: { _ in false }, read: nil,
    writeNetwork: { network, output in
      try output.write(TurtleText.prefixes)
      try RDFNetwork(network).each { try output.write(TurtleText.paragraph($0)) }
    },
    writeEvidence: { graph, _, output in
      try output.write(TurtleText.prefixes)
      try RDFExport(graph).each { try output.write(TurtleText.paragraph($0)) }
    }, evidenceLosses: { _ in RDFExport.losses })

  /// JSON-LD, which is written only.
  static let jsonld = FormatEntry(
    .jsonld, title: "JSON-LD", endings: ["jsonld"], matches: { _ in false }, read: nil,
    writeNetwork: { network, output in
      try writeJSONLD(to: &output) { body in try RDFNetwork(network).each(body) }
    },
    writeEvidence: { graph, _, output in
      try writeJSONLD(to: &output) { body in try RDFExport(graph).each(body) }
    }, evidenceLosses: { _ in RDFExport.losses })

  private static func writeJSONLD(
    to output: inout PiecedOutput, _ each: ((RDFNode) throws -> Void) throws -> Void
  ) throws {
    try output.write(JSONLDText.beginning)
    var separator = "\n"
    try each { node in
      try output.write(separator + JSONLDText.object(node))
      separator = ",\n"
    }
    try output.write(JSONLDText.end)
  }
}
