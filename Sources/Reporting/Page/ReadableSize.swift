/// The size at which the smallest letters of a picture can be read on a screen.
struct ReadableSize: Equatable {
  /// The least width, in pixels of a style sheet.
  let width: Int
  /// The height at that width.
  let height: Int

  /// Letters that are smaller cannot be read, in pixels of a style sheet.
  static let letters = 9.0
  /// What is wider is wider than the column of a page, in pixels.
  static let column = 910

  /// Measures a picture by its view box and the sizes of its letters; there is nothing to measure in one that states no
  /// view box or has no letters.
  ///
  /// - Parameter svg: One SVG or several of the same width one below the other, as Graphviz and ``Canvas`` write them.
  /// - Complexity: O(n) in the length of the text.
  init?(of svg: String) {
    var box: (width: Double, height: Double)?
    var smallest = Double.infinity
    Self.forEachAttribute(of: svg) { name, value in
      if name.hasSuffix(" viewBox="), box == nil {
        let numbers = Self.text(value).split(separator: " ").compactMap { Double($0) }
        if numbers.count == 4, numbers[2] > 0 { box = (numbers[2], numbers[3]) }
      } else if name.hasSuffix(" font-size="), let size = Double(Self.text(value)), size > 0 {
        smallest = min(smallest, size)
      }
    }
    guard let box, smallest.isFinite else { return nil }
    let scale = Self.letters / smallest
    let sides = (box.width * scale, box.height * scale)
    // No screen is as large as a picture that would not fit into these numbers.
    guard sides.0 < 1e6, sides.1 < 1e6 else { return nil }
    width = Int(sides.0.rounded(.up))
    height = Int(sides.1.rounded(.up))
  }

  /// Whether the picture is wider than the column of a page.
  var isWide: Bool { width > Self.column }

  /// Visits the attributes of all tags: what stands before the value, and the value.
  private static func forEachAttribute(
    of svg: String, _ visit: (ArraySlice<UInt8>, ArraySlice<UInt8>) -> Void
  ) {
    let bytes = Array(svg.utf8)
    var isInTag = false
    var start: Int?
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "\"") where isInTag:
        if let opened = start {
          visit(bytes[..<(opened - 1)], bytes[opened..<place])
          start = nil
        } else {
          start = place + 1
        }
      case UInt8(ascii: "<") where start == nil: isInTag = true
      case UInt8(ascii: ">") where start == nil: isInTag = false
      default: break
      }
    }
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ text: String) -> Bool {
    suffix(text.utf8.count).elementsEqual(text.utf8)
  }
}
