/// Places on a page that references name.
enum Anchor {
  /// The id of an entry.
  ///
  /// Ids of data may hold anything; what is neither an ASCII letter nor a digit nor a hyphen becomes its
  /// number in hexadecimal between underscores, so that different ids never meet.
  ///
  /// - Parameters:
  ///   - family: What the entry is, such as `statement`.
  ///   - id: The id in the data.
  /// - Returns: The id on the page.
  static func id(_ family: String, _ id: String) -> String { self.id(family + "-" + id) }

  /// An id made fit for a page, as ``id(_:_:)`` does it.
  static func id(_ id: String) -> String {
    var out = ""
    for scalar in id.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-": out.unicodeScalars.append(scalar)
      default: out += "_\(String(scalar.value, radix: 16))_"
      }
    }
    return out
  }

  /// The entry of a statement in the appendix.
  static func statement(_ id: String) -> String { self.id("statement", id) }

  /// The entry of a source.
  static func source(_ id: String) -> String { self.id("source", id) }

  /// The section on an attack.
  static func attack(_ id: String) -> String { self.id("attack", id) }
}
