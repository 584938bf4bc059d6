/// The words with a value that may follow a node or an edge, and the attributes that they become.
struct PajekParameters {
  /// What color, label and width are called.
  static let nodeNames = ["ic": "color"]
  static let edgeNames = ["l": "label", "c": "color", "w": "width"]

  /// The words of Pajek for nodes, other than those above.
  static let nodeWords: Set<String> = [
    "x_fact", "y_fact", "phi", "r", "q", "bc", "bw", "lc", "la", "lr", "lphi", "fos", "font",
    "s_size",
  ]
  /// The words of Pajek for edges, other than those above.
  static let edgeWords: Set<String> = [
    "p", "s", "a", "ap", "lp", "lr", "lphi", "lc", "la", "fos", "font", "h1", "h2", "a1", "k1",
    "a2",
    "k2",
  ]
  /// The shapes that Pajek draws.
  static let shapes: Set<String> = [
    "ellipse", "box", "diamond", "triangle", "cross", "empty", "house", "man", "woman", "circle",
  ]

  /// The colors of Pajek that are plain in red, green and blue; it has many others.
  private static let colors: [(name: String, code: String)] = [
    ("Black", "#000000"), ("White", "#ffffff"), ("Red", "#ff0000"), ("Green", "#00ff00"),
    ("Blue", "#0000ff"), ("Cyan", "#00ffff"), ("Magenta", "#ff00ff"), ("Yellow", "#ffff00"),
  ]

  /// A color as all formats have it: one of Pajek's many names stays if it has no plain code.
  static func color(_ name: String) -> String {
    colors.first { $0.name.lowercased() == name.lowercased() }?.code ?? name
  }

  /// A color as Pajek has it.
  static func name(ofColor color: String) -> String {
    colors.first { $0.code == color.lowercased() }?.name ?? color
  }

  private let ofNode: Bool
  private var words = LabelNumbering()
  private var columns: [Int] = []
  private var isColor: [Bool] = []

  init(ofNode: Bool) { self.ofNode = ofNode }

  /// The column of a word; -1 if it was not met before.
  mutating func column(_ word: UnsafeBufferPointer<UInt8>) -> (column: Int, isColor: Bool) {
    let number = Int(words.number(of: word, place: 0))
    if number == columns.count {
      columns.append(-1)
      isColor.append(false)
    }
    return (columns[number], isColor[number])
  }

  /// Remembers the column of the word that was asked for last, which was new.
  mutating func set(_ column: Int, isColor: Bool) {
    columns[columns.count - 1] = column
    self.isColor[columns.count - 1] = isColor
  }

  /// The attribute of a word.
  func name(_ word: String) -> String {
    (ofNode ? Self.nodeNames : Self.edgeNames)[word] ?? (word == "label" ? "label_" : word)
  }
}

extension PajekParameters {
  /// The word of an attribute; `nil` if Pajek has none for it.
  static func word(of column: AttributeColumn, ofNode: Bool) -> String? {
    guard column.type != .flag, column.type != .json else { return nil }
    let names = ofNode ? nodeNames : edgeNames
    if let word = names.first(where: { $0.value == column.name })?.key { return word }
    return (ofNode ? nodeWords : edgeWords).contains(column.name) ? column.name : nil
  }

  /// A value as it stands after a word.
  static func text(of value: AttributeValue, _ word: String) -> String? {
    guard case .text(var text) = value else { return value.text }
    if isColor(word) { text = name(ofColor: text) }
    let isWord =
      isColor(word)
      && (GMLKey.isKey(text) || text.first == "#" && GMLKey.isKey("a" + text.dropFirst()))
    return isWord ? text : "\"\(PajekText.field(text))\""
  }

  /// Whether a value is read back as it is.
  static func isExact(_ value: AttributeValue, _ word: String) -> Bool {
    guard case .text(let text) = value else { return true }
    return PajekText.field(text) == text && (!isColor(word) || color(name(ofColor: text)) == text)
  }

  private static func isColor(_ word: String) -> Bool { word == "ic" || word == "c" }
}
