/// The keys of GML are words of letters, digits and lines below, so names of attributes that are none
/// are written in a way that can be undone.
///
/// `source:a b` is written `u_source_3a_a_20_b`: after `u_` letters and digits stay, and each other
/// character stands as its number in hexadecimal digits between two lines below. A name that is a key
/// already stays as it is, unless the format means something else by it.
enum GMLKey {
  /// What keys mean something else by, whatever their case.
  enum Place: Sendable {
    case whole, node, edge

    fileprivate var reserved: Set<String> {
      switch self {
      case .whole: ["node", "edge", "directed", "multigraph", "attributetypes"]
      case .node: ["id", "label", "labeltext", "graphics", "graph", "gid"]
      case .edge: ["id", "label", "source", "target", "graphics", "weight", "key"]
      }
    }

    /// The reserved words that are names of attributes all the same.
    fileprivate var names: Set<String> { self == .edge ? ["id", "label", "key"] : [] }
  }

  /// The key of an attribute.
  static func encoded(_ name: String, _ place: Place) -> String {
    let isPlain = isKey(name) && decoded(name, place) == name
    let isFree =
      place.names.contains(name) || !place.reserved.contains(name.lowercased())
    return isPlain && isFree ? name : escaped(name)
  }

  /// The name of the attribute of a key.
  static func decoded(_ key: String, _ place: Place) -> String {
    guard key.hasPrefix(mark) else { return key }
    var name = String.UnicodeScalarView()
    var parts = key.dropFirst(mark.count).split(
      separator: "_", omittingEmptySubsequences: false)[...]
    guard parts.count % 2 == 1 else { return key }
    while let part = parts.popFirst() {
      name.append(contentsOf: part.unicodeScalars)
      guard let code = parts.popFirst() else { break }
      guard let value = UInt32(code, radix: 16), let scalar = Unicode.Scalar(value) else {
        return key
      }
      name.append(scalar)
    }
    let text = String(name)
    let needsMark =
      !isKey(text) || text.hasPrefix(mark)
      || place.reserved.contains(text.lowercased())
    return needsMark && escaped(text) == key ? text : key
  }

  private static let mark = "u_"

  /// The key of a name that must not stand as it is.
  static func escaped(_ name: String) -> String {
    var key = mark
    for scalar in name.unicodeScalars {
      if isPlain(scalar) {
        key.unicodeScalars.append(scalar)
      } else {
        key += "_" + String(scalar.value, radix: 16) + "_"
      }
    }
    return key
  }

  /// Whether a text is a key as all programs read it.
  static func isKey(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, isPlain(first), !("0"..."9").contains(first) else {
      return false
    }
    return text.unicodeScalars.allSatisfy { isPlain($0) || $0 == "_" }
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
  }
}
