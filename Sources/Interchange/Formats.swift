import DOT
public import Evidence
import GraphCore
import Graphviz

/// The formats that a graph is read from. A new format is one folder and one line here.
public enum GraphFormat: String, Sendable, CaseIterable {
  /// The native format, in YAML or JSON.
  case native
  /// The DOT language.
  case dot
  /// An edge list: a line an edge.
  case edges
  /// A Matrix Market file.
  case mtx
  /// A METIS file.
  case metis
  /// The binary file of a network.
  case tlg

  /// Tells whether a text is DOT or native by its content.
  ///
  /// - Parameter text: The text.
  /// - Returns: DOT if the first word outside comments is one with which DOT begins, else native.
  public static func detect(_ text: String) -> GraphFormat {
    var rest = text[...]
    while true {
      rest = rest.drop(while: \.isWhitespace)
      if rest.hasPrefix("//") || rest.hasPrefix("#") {
        rest = rest.drop(while: { !$0.isNewline })
      } else if rest.hasPrefix("/*") {
        guard let end = endOfComment(rest) else { return .native }
        rest = rest[end...]
      } else {
        break
      }
    }
    let word = rest.prefix(while: \.isLetter).lowercased()
    guard ["strict", "graph", "digraph"].contains(word) else { return .native }
    // `graph: ...` is a YAML key, `graph {` or `graph name {` is DOT.
    let next = rest.dropFirst(word.count).drop(while: \.isWhitespace).first
    return next == ":" || next == nil ? .native : .dot
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

/// What a file holds: evidence, or a plain network.
public enum LoadedGraph: Sendable {
  /// A graph of evidence, with what is wrong with it.
  case evidence(Reading)
  /// A network that knows no evidence.
  case plain(PlainNetwork)
}

extension GraphFile {
  /// Reads a graph in any format.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - path: The path to name in messages.
  ///   - folder: The folder from which the corpus folder is reckoned.
  ///   - format: The format; `nil` tells it by content.
  ///   - vocabulary: The words that the graph may use.
  /// - Returns: What the text holds; malformed DOT is an error in the findings.
  public static func readAny(
    _ text: String, path: String, folder: String, format: GraphFormat? = nil,
    vocabulary: Vocabulary = .standard
  ) -> LoadedGraph {
    switch format ?? .detect(text) {
    case .native:
      return .evidence(read(text, path: path, folder: folder, vocabulary: vocabulary))
    case .dot:
      return readDOT(text, path: path, folder: folder, vocabulary: vocabulary)
    case .edges, .mtx, .metis, .tlg:
      let bytes = NetworkText(bytes: Column(Array(text.utf8)), path: path)
      return readNetwork(bytes, format: format ?? .edges, options: NetworkOptions())
    }
  }

  private static func readDOT(
    _ text: String, path: String, folder: String, vocabulary: Vocabulary
  ) -> LoadedGraph {
    func failed(_ message: String, mend: String, line: Int?) -> LoadedGraph {
      let finding = Finding(
        .error, rule: "malformed", message: message, mend: mend,
        location: Location(file: path, line: line ?? 1, column: 1))
      return .evidence(Reading(graph: nil, findings: [finding], form: .long, locations: [:]))
    }
    let graphs: [DOTGraph]
    do throws(GraphvizError) {
      graphs = try DOTReader().read(text).graphs
    } catch {
      return failed(error.message, mend: error.mend, line: error.line)
    }
    guard let dot = graphs.first, graphs.count == 1 else {
      return failed(
        "the file holds \(graphs.count) graphs", mend: "keep one graph a file", line: nil)
    }
    guard DOTImport.isEvidence(dot) else {
      do throws(GraphError) {
        return .plain(try PlainNetwork(dot))
      } catch {
        return failed(error.description, mend: "keep fewer edges", line: nil)
      }
    }
    do throws(DocumentTree.Failure) {
      let tree = try DOTImport.tree(dot)
      return .evidence(
        NativeReader(file: path, vocabulary: vocabulary).read(tree) { named in
          lookup(in: corpusFolder(of: folder, named: named))
        })
    } catch {
      return failed(error.message, mend: error.mend, line: nil)
    }
  }
}
