import DOT
import GraphCore
import Graphviz

extension FormatEntry {
  /// The DOT language.
  static let dot = FormatEntry(
    .dot, title: "DOT", endings: ["dot", "gv"], matches: { isDOT($0.text) },
    read: { text, context throws(NetworkError) in try DOTDocumentReader(text, context).read() },
    writeNetwork: { network, output in try output.write(DOTWriter().write(network.dot)) },
    writeEvidence: { graph, context, output in
      try output.write(DOTWriter().write(DOTExport.document(graph, corpus: context.corpus)))
    }, evidenceLosses: DOTExport.losses)

  /// Whether the first word outside comments is one with which DOT begins.
  static func isDOT(_ text: String) -> Bool {
    var rest = text[...].drop(while: { $0 == "\u{feff}" })
    while true {
      rest = rest.drop(while: \.isWhitespace)
      if rest.hasPrefix("//") || rest.hasPrefix("#") {
        rest = rest.drop(while: { !$0.isNewline })
      } else if rest.hasPrefix("/*") {
        guard let end = endOfComment(rest) else { return false }
        rest = rest[end...]
      } else {
        break
      }
    }
    let word = rest.prefix(while: \.isLetter).lowercased()
    guard ["strict", "graph", "digraph"].contains(word) else { return false }
    // `graph: ...` is a YAML key, `graph [` begins GML, `graph {` or `graph name {` is DOT.
    let next = rest.dropFirst(word.count).drop(while: \.isWhitespace).first
    return next != nil && next != ":" && next != "["
  }

  private static func endOfComment(_ text: Substring) -> Substring.Index? {
    var previous: Character = " "
    for index in text.indices.dropFirst(2) {
      if previous == "*", text[index] == "/" { return text.index(after: index) }
      previous = text[index]
    }
    return nil
  }
}

/// Reads a DOT document as evidence or as a plain network.
private struct DOTDocumentReader {
  private let text: NetworkText
  private let context: ReadingContext

  init(_ text: NetworkText, _ context: ReadingContext) {
    self.text = text
    self.context = context
  }

  func read() throws(NetworkError) -> LoadedGraph {
    let string = try text.string()
    let graphs: [DOTGraph]
    do throws(GraphvizError) {
      graphs = try DOTReader().read(string).graphs
    } catch {
      throw failure(error.message, mend: error.mend, line: error.line)
    }
    guard let dot = graphs.first, graphs.count == 1 else {
      throw failure("the file holds \(graphs.count) graphs", mend: "keep one graph a file")
    }
    guard DOTImport.isEvidence(dot) else {
      return .plain(try redirected(network(dot)))
    }
    do throws(DocumentTree.Failure) {
      return .evidence(context.read(try DOTImport.tree(dot), path: text.path))
    } catch {
      throw failure(error.message, mend: error.mend)
    }
  }

  private func failure(_ message: String, mend: String, line: Int? = nil) -> NetworkError {
    NetworkError(file: text.path, line: line ?? 1, column: 1, message: message, mend: mend)
  }

  private func network(_ dot: DOTGraph) throws(NetworkError) -> PlainNetwork {
    do throws(GraphError) {
      return try PlainNetwork(dot)
    } catch {
      throw failure(error.description, mend: "keep fewer edges")
    }
  }

  /// A network whose direction the user may drop but not invent.
  private func redirected(_ network: PlainNetwork) throws(NetworkError) -> PlainNetwork {
    do throws(Fault) {
      return try context.options.isDirected(file: network.isDirected)
        ? network : network.asUndirected()
    } catch {
      throw failure(error.message, mend: error.mend)
    }
  }
}
