import GraphCore

/// Reads networks and projects of Pajek [Batagelj1998].
///
/// Nodes are numbered from 1, and the number is the name of a node, its label the text to print,
/// unless a comment of ours says otherwise. Arcs have a direction, edges have none. Numbered relations
/// become the attribute `kind`, and partitions and vectors of a project attributes of the nodes.
struct PajekReader {
  let text: NetworkText
  let options: NetworkOptions

  /// Reads the network.
  ///
  /// - Complexity: O(bytes + nodes).
  func read() throws(NetworkError) -> PlainNetwork {
    try text.readingDecoded { bytes, start, remark throws(Fault) in
      try read(bytes, from: start, remark: remark)
    }
  }

  private func read(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, remark: String?
  ) throws(Fault) -> PlainNetwork {
    let sections = try PajekSections(bytes, from: start)
    let chosen = try chosen(sections)
    var parser = PajekParser(bytes, options: options)
    if let remark { parser.builder.remarks.append(remark) }
    if sections.networks.count > 1, options.graph == nil {
      parser.builder.remarks.append(
        "the file holds \(sections.networks.count) networks, and the first is read; choose one with "
          + "--graph-name")
    }
    if !sections.unread.isEmpty {
      parser.builder.remarks.append(
        "not read: " + sections.unread.map { "*\($0.rawValue)" }.joined(separator: ", "))
    }
    try parser.readNetwork(sections.networks[chosen])
    var misfits: [String] = []
    // By size, the last network so far; both networks and values come in the order of the file.
    var homes: [Int: Int] = [:]
    var seen = 0
    for values in sections.values {
      let count = try PajekParser.header(bytes, values.vertices).nodes
      // A project lists all its networks first: the values belong to the last one of that size.
      while seen < values.networksBefore {
        homes[try PajekParser.header(bytes, sections.networks[seen].vertices).nodes] = seen
        seen += 1
      }
      let home = homes[count]
      if home == chosen {
        try parser.readValues(values)
      } else if home == nil {
        misfits.append(values.name.isEmpty ? values.kind.rawValue : values.name)
      }
    }
    if !misfits.isEmpty {
      parser.builder.remarks.append(
        "partitions or vectors that fit no network are left out: "
          + misfits.prefix(10).map { Fault.cut($0) }.joined(separator: ", "))
    }
    return try parser.network()
  }

  private func chosen(_ sections: PajekSections) throws(Fault) -> Int {
    guard !sections.networks.isEmpty else {
      throw Fault(
        offset: 0, message: "there is no '*Vertices' in the file",
        mend: "write it with the number of nodes before the edges")
    }
    guard let wanted = options.graph else { return 0 }
    if let index = sections.networks.firstIndex(where: { $0.name == wanted }) { return index }
    if let number = Int(wanted), sections.networks.indices.contains(number - 1) {
      return number - 1
    }
    let names = sections.networks.enumerated().map { index, network in
      network.name.map { "'\(Fault.cut($0))'" } ?? "\(index + 1)"
    }
    throw Fault(
      offset: 0, message: "there is no network '\(Fault.cut(wanted))' in the file",
      mend: "it has \(names.prefix(10).joined(separator: ", "))"
        + (names.count > 10 ? " and others" : ""))
  }
}
