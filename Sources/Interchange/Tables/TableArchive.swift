public import Evidence
import GraphCore

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A network as tables: one of its nodes, one of its edges, and one of what belongs to the whole if there
/// is any.
struct TableArchive {
  private let network: PlainNetwork

  init(_ network: PlainNetwork) { self.network = network }

  /// What a reader of the tables will miss.
  var losses: [String] {
    EdgeTableText(network, hasNodeTable: true).losses + NodeTableText(network).losses
  }

  /// The tables.
  var members: [ZipArchive.Member] {
    var members = [
      ZipArchive.Member(name: TableSet.names.nodes) { [network] output in
        try NodeTableText(network).write(to: &output)
      },
      ZipArchive.Member(name: TableSet.names.edges) { [network] output in
        try EdgeTableText(network, hasNodeTable: true).write(to: &output)
      },
    ]
    if !network.attributes.isEmpty {
      members.append(
        ZipArchive.Member(name: TableSet.names.whole) { [network] output in
          let isEvidence = EvidenceNetwork.isEvidence(network)
          try TableCells.writeRow(["Name", "Value"], separator: ",", to: &output)
          for attribute in network.attributes {
            let text = isEvidence ? attribute.value.text : WholeTable.cell(attribute.value)
            try TableCells.writeRow([attribute.name, text], separator: ",", to: &output)
          }
        })
    }
    return members
  }

  /// Writes the archive.
  func write(to output: inout PiecedOutput) throws {
    try ZipArchive.write(members, to: &output)
  }

  /// The tables of an archive.
  static func read(
    _ text: NetworkText, _ options: NetworkOptions
  ) throws(NetworkError) -> TableSet {
    let archive = try Archive(text.bytes, path: text.path, most: options.mostBytes)
    var set = TableSet()
    for member in archive.members {
      let name = member.name.split(separator: "/").last.map(String.init) ?? ""
      guard let place = TableSet.place(of: name), set[keyPath: place] == nil else { continue }
      set[keyPath: place] = NetworkText(
        bytes: member.bytes, path: text.path + "/" + member.name)
    }
    guard set.nodes != nil || set.edges != nil else {
      throw NetworkError(
        file: text.path, line: 1, column: 1,
        message: "the archive has neither a nodes.csv nor an edges.csv",
        mend: "put tables of these names in it")
    }
    return set
  }
}

extension TableSet {
  /// Which table a file is by its name; `nil` if it is none.
  static func place(of name: String) -> WritableKeyPath<TableSet, NetworkText?>? {
    switch name.lowercased() {
    case "nodes.csv", "nodes.tsv": \.nodes
    case "edges.csv", "edges.tsv": \.edges
    case "network.csv", "network.tsv": \.whole
    default: nil
    }
  }

  /// The tables of a folder; `nil` if the path names none or it has no such tables.
  static func folder(_ path: String) -> TableSet? {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return nil }
    var set = TableSet()
    for name in names.sorted() {
      guard let place = place(of: name), set[keyPath: place] == nil else { continue }
      let file = path + (path.hasSuffix("/") ? "" : "/") + name
      guard let bytes = MappedFile.bytes(of: file) else { continue }
      set[keyPath: place] = NetworkText(bytes: bytes, path: file, isMapped: true)
    }
    return set.nodes == nil && set.edges == nil ? nil : set
  }
}

/// A file that is written with others.
public struct FileMember {
  /// The name of the file, without a folder.
  public let name: String
  /// Hands out the file piece by piece.
  public let write: (_ sink: @escaping (Data) throws -> Void) throws -> Void
}

extension GraphWriter {
  /// The files that a plain network is written to, in a format of several files.
  ///
  /// - Parameter network: The network.
  /// - Returns: The files, or `nil` for a format of one file.
  /// - Throws: ``GraphWriter/Refusal`` if the format cannot hold the network.
  public func members(_ network: PlainNetwork) throws -> [FileMember]? {
    if let files = try format.entry.networkFiles?(network) { return files.map(FileMember.init) }
    guard format == .tables else { return nil }
    return TableArchive(network).members.map(FileMember.init)
  }

  /// The files that a graph of evidence is written to, in a format of several files.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - context: How to write it.
  /// - Returns: The files, or `nil` for a format of one file.
  /// - Throws: If the graph cannot be written.
  public func members(
    _ graph: InfluenceGraph, _ context: WritingContext
  ) throws -> [FileMember]? {
    if let files = try format.entry.evidenceFiles?(graph, context) {
      return files.map(FileMember.init)
    }
    guard format == .tables else { return nil }
    return try members(try EvidenceNetwork.network(graph, corpus: context.corpus))
  }
}

extension FileMember {
  /// A member of an archive as a file of its own.
  init(_ member: ZipArchive.Member) {
    self.init(name: member.name) { sink in
      var output = PiecedOutput(sink)
      try member.make(&output)
      try output.flush()
    }
  }
}
