import Evidence
import GraphCore

/// Reads STIX: bundles, single objects, lists of objects, and lines of any of them.
///
/// Relationships and sightings are edges, markings and definitions of extensions are left out, and
/// every other object is a node. Of an object that stands in several versions the latest counts. A
/// bundle of ours is read back as what it was written from.
struct STIXReader {
  private let text: NetworkText
  private let context: ReadingContext

  init(_ text: NetworkText, _ context: ReadingContext) {
    self.text = text
    self.context = context
  }

  /// Reads the file.
  ///
  /// - Complexity: O(bytes), read twice where objects stand in several versions; one object at a time
  ///   is held beside the network.
  func read() throws(NetworkError) -> LoadedGraph {
    do throws(Fault) {
      return try text.bytes.withUnsafeBufferPointer { bytes throws(Fault) in
        var pass = STIXPass(bytes, options: context.options, older: [])
        try pass.read()
        if !pass.older.isEmpty {
          let first = pass
          pass = STIXPass(bytes, options: context.options, older: first.older)
          try pass.read()
        }
        return try loaded(&pass)
      }
    } catch {
      throw text.error(error)
    }
  }

  private func loaded(_ pass: inout STIXPass) throws(Fault) -> LoadedGraph {
    let parts = STIXParts(file: pass.file, parts: pass.parts)
    if parts.isEvidence {
      var reading = context.read(try parts.tree(), path: text.path)
      // The publishers of the sources are written beside, for other programs.
      let beside = Set(reading.graph?.sources.compactMap(\.publisher).map(STIXName.publisher) ?? [])
      let foreignCount = pass.foreign.count { !beside.contains($0) }
      if foreignCount > 0 {
        reading.findings.append(
          Finding(
            .warning, rule: "left-out",
            message:
              Plural.text(
                foreignCount, "object is not of this graph of evidence and is",
                "objects are not of this graph of evidence and are") + " left out",
            mend: "nothing needs to be done",
            location: Location(file: text.path, line: 1, column: 1)))
      }
      return .evidence(reading)
    }
    if parts.isNetwork { return .plain(try parts.network(context.options)) }
    return .plain(try pass.network())
  }
}
