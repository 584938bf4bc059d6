import Evidence
import GraphCore

/// Puts a network together again from the marks that ``FollowTheMoneyMark`` wrote.
struct FollowTheMoneyMarkReader {
  /// The text of one part, and where it stands in the file.
  struct Mark {
    /// The text.
    var text: [UInt8]
    /// The first byte of it in the file.
    var offset: Int

    /// Whether it is the one that tells of the whole.
    var isNetwork: Bool {
      text.starts(with: (FollowTheMoneyMark.beginning + "network\"").utf8)
    }
  }

  /// The limits.
  let options: NetworkOptions

  /// The network of some parts, which may stand in any order.
  ///
  /// - Parameters:
  ///   - marks: The parts.
  ///   - unmarked: How many entities of the file are none of ours.
  /// - Returns: The network.
  /// - Throws: ``Fault`` for a part that was changed so that it cannot be read.
  func network(_ marks: [Mark], unmarked: Int) throws(Fault) -> PlainNetwork {
    var builder = NetworkBuilder(options: options)
    var parts: [(part: String, number: Int, value: JSONNode, offset: Int)] = []
    for mark in marks {
      let value = try Self.value(mark, options: options)
      let part = value["throughline"]?.text ?? ""
      if part == "network" { builder.isDirected = value["directed"]?.flag ?? true }
      parts.append((part, value["number"]?.int ?? Int.max, value, mark.offset))
    }
    // Files that were joined may hold one part twice; the order within equal numbers is that of the file.
    let order = parts.indices.sorted { (parts[$0].number, $0) < (parts[$1].number, $1) }
    var seen: Set<Int> = []
    for part in order.map({ parts[$0] }) where part.part == "attribute" {
      guard let name = part.value["name"]?.text, seen.insert(part.number).inserted,
        let value = part.value["value"]?.attributeValue
      else { continue }
      builder.attributes.append(NamedAttribute(name, value))
    }
    for part in order.map({ parts[$0] }) where part.part == "node" {
      guard let name = part.value["name"]?.text else {
        throw Self.incomplete("node", at: part.offset)
      }
      let node = builder.node(name, offset: part.offset)
      if let label = part.value["label"]?.text { builder.setLabel(label, of: node) }
      for member in part.value["attributes"]?.members ?? [] {
        guard let value = Self.attribute(member.value) else { continue }
        builder.nodes.set(value, column: builder.nodes.column(member.key), row: node)
      }
    }
    seen = []
    for part in order.map({ parts[$0] }) where part.part == "edge" {
      guard let tail = part.value["tail"]?.text, let head = part.value["head"]?.text else {
        throw Self.incomplete("edge", at: part.offset)
      }
      guard seen.insert(part.number).inserted else { continue }
      let edge = builder.addEdge(builder.node(tail), builder.node(head))
      if let weight = part.value["weight"]?.double {
        try builder.setWeight(weight, of: edge, offset: part.offset)
      }
      for member in part.value["attributes"]?.members ?? [] {
        guard let value = Self.attribute(member.value) else { continue }
        builder.edges.set(value, column: builder.edges.column(member.key), row: edge)
      }
    }
    if unmarked > 0 {
      builder.remarks.append(
        Plural.text(unmarked, "entity was", "entities were")
          + " not written by Throughline, and the others say what the whole is; "
          + "these are left out")
    }
    return try builder.network()
  }

  private static func value(
    _ mark: Mark, options: NetworkOptions
  ) throws(Fault) -> JSONNode {
    do throws(Fault) {
      return try mark.text.withUnsafeBufferPointer { bytes throws(Fault) in
        var cursor = JSONCursor(bytes, options: options)
        let value = try cursor.value()
        try cursor.finish()
        return value
      }
    } catch {
      throw Fault(
        offset: mark.offset, message: "a mark of Throughline is damaged: \(error.message)",
        mend: "restore the text, or take it out of the notes")
    }
  }

  /// A value as an attribute; what stands for nothing in JSON may be one of ours.
  private static func attribute(_ value: JSONNode) -> AttributeValue? {
    value.isNull ? .json("null") : value.attributeValue
  }

  private static func incomplete(_ what: String, at offset: Int) -> Fault {
    Fault(
      offset: offset, message: "a mark of Throughline names no \(what)",
      mend: "restore the text, or take it out of the notes")
  }

  /// The texts of a list; `nil` if a JSON text is no list of texts and numbers.
  static func texts(ofList text: String) -> [String]? {
    var text = text
    return text.withUTF8 { bytes in
      var cursor = JSONCursor(bytes, options: NetworkOptions())
      guard let elements = (try? cursor.value())?.elements else { return nil }
      return elements.compactMap { $0.attributeValue?.text }
    }
  }
}
