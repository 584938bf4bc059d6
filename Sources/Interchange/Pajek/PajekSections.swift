/// The parts of a Pajek file: each begins with a line with a star.
struct PajekSections {
  /// What a section holds.
  enum Kind: String {
    case network, vertices, arcs, edges, arcslist, edgeslist, matrix
    case partition, vector, permutation, cluster, hierarchy, events
  }

  /// One section.
  struct Section {
    let kind: Kind
    /// Where the star stands.
    let offset: Int
    /// What follows the word in its line.
    let argument: Range<Int>
    /// The lines that follow.
    var body: Range<Int>
  }

  /// A network with all that belongs to it.
  struct Network {
    var name: String?
    /// The line with the number of nodes, and the nodes.
    var vertices: Section
    var edges: [Section] = []
    /// What a file of ours says of the names of the nodes before them.
    var comments: Range<Int>
  }

  /// A value for each node of some network.
  struct Values {
    var kind: Kind
    var name: String
    var vertices: Section
    /// How many networks there were before it.
    var networksBefore: Int
  }

  private(set) var networks: [Network] = []
  private(set) var values: [Values] = []
  /// What the file holds that is not read.
  private(set) var unread: [Kind] = []

  /// Finds the sections of a text.
  ///
  /// - Complexity: O(bytes).
  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) throws(Fault) {
    let sections = try Self.sections(bytes, from: start)
    var name: (text: String, comments: Int)?
    var open: (kind: Kind, name: String)?
    var end = start
    func text(_ section: Section) -> String {
      let text = String(decoding: bytes[section.argument], as: UTF8.self).trimmingSpaces
      let isQuoted = text.count >= 2 && text.hasPrefix("\"") && text.hasSuffix("\"")
      return isQuoted ? String(text.dropFirst().dropLast()) : text
    }
    for section in sections {
      switch section.kind {
      case .network:
        name = (text(section), section.body.lowerBound)
        open = nil
      case .vertices:
        if let object = open {
          values.append(
            Values(
              kind: object.kind, name: object.name, vertices: section,
              networksBefore: networks.count))
          open = nil
        } else {
          networks.append(
            Network(
              name: name.flatMap { $0.text.isEmpty ? nil : $0.text }, vertices: section,
              comments: (name?.comments ?? end)..<section.offset))
          name = nil
        }
      case .arcs, .edges, .arcslist, .edgeslist, .matrix:
        guard name == nil, open == nil, !networks.isEmpty else {
          throw Fault(
            offset: section.offset,
            message:
              "\(Fault.quoted(bytes[section.offset..<section.argument.lowerBound])) comes before "
              + "'*Vertices'",
            mend: "write '*Vertices' and the number of nodes before the edges")
        }
        networks[networks.count - 1].edges.append(section)
      case .partition, .vector, .permutation: open = (section.kind, text(section))
      case .cluster, .hierarchy:
        unread.append(section.kind)
        // What follows up to the next word with a star is its own.
        open = (section.kind, "")
      case .events:
        throw Fault(
          offset: section.offset, message: "a network as a list of events is not read",
          mend: "let Pajek save it with intervals of time")
      }
      end = section.body.upperBound
    }
    values.removeAll { $0.kind == .cluster || $0.kind == .hierarchy }
  }

  private static func sections(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) throws(Fault) -> [Section] {
    var sections: [Section] = []
    var cursor = FieldCursor(bytes, start..<bytes.count)
    while cursor.at < cursor.end {
      cursor.skipBlanks()
      let offset = cursor.at
      let isStar = cursor.byte == UInt8(ascii: "*")
      if isStar {
        if let last = sections.indices.last {
          sections[last].body = sections[last].body.lowerBound..<offset
        }
        cursor.at += 1
        cursor.skipBlanks()
        let word = cursor.at
        while cursor.at < cursor.end, (bytes[cursor.at] | 0x20) &- UInt8(ascii: "a") < 26 {
          cursor.at += 1
        }
        let text = String(decoding: bytes[word..<cursor.at].prefix(20), as: UTF8.self).lowercased()
        // JUNG writes nodes for vertices.
        guard let kind = Kind(rawValue: text == "nodes" ? "vertices" : text) else {
          throw Fault(
            offset: offset,
            message:
              "\(Fault.quoted(bytes[offset..<max(cursor.at, offset + 1)])) is no part of a Pajek "
              + "file",
            mend: "it has *Network, *Vertices, *Arcs, *Edges, *Arcslist, *Edgeslist, *Matrix, "
              + "*Partition, *Vector and *Permutation")
        }
        let argument = cursor.at
        cursor.skipToLineEnd()
        let end = cursor.at
        cursor.skipLineEnd()
        sections.append(
          Section(
            kind: kind, offset: offset, argument: argument..<end,
            body: cursor.at..<bytes.count))
      } else {
        if sections.isEmpty, !cursor.isAtLineEnd, cursor.byte != UInt8(ascii: "%") {
          throw Fault(
            offset: offset, message: "\(Fault.quoted(cursor.restOfLine)) stands before '*Vertices'",
            mend: "a Pajek file begins with '*Network' or '*Vertices'")
        }
        cursor.skipToLineEnd()
        cursor.skipLineEnd()
      }
    }
    return sections
  }
}
