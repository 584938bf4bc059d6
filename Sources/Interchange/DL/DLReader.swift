import GraphCore

/// Reads files in the data language (DL) of UCINET [Borgatti2002]: a header of words, then a matrix or
/// a list.
///
/// The labels are the names of the nodes if no two are the same, else their numbers from 1 are. Several
/// matrices are kinds of edges; rows and columns of two kinds of nodes get the attribute `mode`.
struct DLReader {
  let text: NetworkText
  let options: NetworkOptions

  /// Reads the network.
  ///
  /// - Complexity: O(bytes + nodes).
  func read() throws(NetworkError) -> PlainNetwork {
    try text.readingDecoded { bytes, start, remark throws(Fault) in
      let header = try DLHeader(bytes, from: start, most: options.mostTextBytes)
      var parser = DLParser(bytes, header, options: options)
      if let remark { parser.builder.remarks.append(remark) }
      return try parser.network()
    }
  }
}
