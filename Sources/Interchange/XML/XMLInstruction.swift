import Evidence

/// The attributes of a whole network as a processing instruction, `<?throughline {"title":"..."}?>`.
///
/// For graphs of evidence: their sources and the like belong to no node or edge, and some programs
/// stumble over data of the whole graph, while all pass over instructions. It stands as the first child
/// of the root element, so that the root is still near the beginning of the file, where its name tells
/// the format; it is read wherever it stands.
enum XMLInstruction {
  /// The target of the instruction.
  static let target = "throughline"

  /// Appends the instruction.
  static func write(_ attributes: [NamedAttribute], to out: inout [UInt8]) {
    out.append(contentsOf: "<?\(target) {".utf8)
    for (index, attribute) in attributes.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      let text =
        JSONValue.string(attribute.name).text() + ":" + JSONCell.text(of: attribute.value)
      for scalar in text.unicodeScalars {
        switch scalar {
        // `?>` would end the instruction. Neither occurs but within a string.
        case ">": out.append(contentsOf: "\\u003e".utf8)
        case "\u{FFFE}": out.append(contentsOf: "\\ufffe".utf8)
        case "\u{FFFF}": out.append(contentsOf: "\\uffff".utf8)
        case "\u{0}"..<" ": out.append(UInt8(ascii: " "))
        default: out.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
        }
      }
    }
    out.append(contentsOf: "}?>\n".utf8)
  }

  /// The attributes that an instruction holds.
  ///
  /// - Throws: ``Fault`` with offset 0 if the text is no JSON object.
  static func attributes(
    _ text: String, options: NetworkOptions = NetworkOptions()
  ) throws(Fault) -> [NamedAttribute] {
    var text = text
    let (members, fault) = text.withUTF8 { bytes -> ([JSONNode.Member]?, String) in
      do throws(Fault) {
        var cursor = JSONCursor(bytes, options: options)
        let node = try cursor.value()
        try cursor.finish()
        return (node.members, "it is \(node.kindName)")
      } catch {
        return (nil, error.message)
      }
    }
    guard let members else {
      throw Fault(
        offset: 0, message: "the instruction 'throughline' holds no JSON object: \(fault)",
        mend: "take it out, or write the file anew")
    }
    return members.compactMap { member in
      member.value.attributeValue.map { NamedAttribute(member.key, $0) }
    }
  }
}
