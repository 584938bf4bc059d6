import GraphCore

/// Reads GraphML as NetworkX, igraph, Gephi, yEd, TinkerPop, graph-tool and graphology write it.
struct GraphMLReader {
  let text: NetworkText
  let options: NetworkOptions

  /// Reads the network.
  ///
  /// - Complexity: O(bytes).
  func read() throws(NetworkError) -> PlainNetwork {
    var number = 1
    if let wanted = options.graph {
      let graphs = GraphMLGraphs()
      try XMLEvents.read(text, options: options, into: graphs)
      if let named = graphs.names.firstIndex(of: wanted) {
        number = named + 1
      } else if let counted = Int(wanted), graphs.names.indices.contains(counted - 1) {
        number = counted
      } else {
        throw NetworkError(
          file: text.path,
          message:
            "there is no graph '\(Fault.cut(wanted))' among the \(graphs.names.count) of the "
            + "file", mend: "name one by its id, or by its number from 1")
      }
    }
    var handler = GraphMLHandler(options: options, number: number, size: text.bytes.count)
    try XMLEvents.read(text, options: options, into: &handler)
    do throws(Fault) {
      return try handler.network()
    } catch {
      throw text.error(error)
    }
  }
}

/// Finds the graphs of a document.
private final class GraphMLGraphs: XMLHandler {
  let tagNames = ["graph"]
  /// Their ids, empty for a graph without one.
  private(set) var names: [String] = []

  func open(_ element: borrowing XMLElementEvent) throws(Fault) {
    if element.tag == 0, element.depth == 1 { names.append(element.text("id") ?? "") }
  }

  func close(_ tag: Int) throws(Fault) {}
}
