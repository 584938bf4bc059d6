import Foundation
import Testing

@testable import Reporting

/// What must hold of markup whatever the names in it are.
enum Harmless {
  /// Elements that run or fetch something.
  private static let active: Set<String> = [
    "foreignObject", "iframe", "object", "embed", "image", "img", "use", "base", "link", "meta",
  ]

  /// Asserts that markup is well-formed, and runs nothing that a page with harmless names would not run.
  ///
  /// - Parameters:
  ///   - markup: The page or picture.
  ///   - model: The same with harmless names: whatever runs there is ours.
  ///   - comment: What it is.
  /// - Throws: If the markup is not well-formed.
  static func check(_ markup: String, model: String, _ comment: Comment) throws {
    let elements = try #require(XMLTree.elements(of: markup), comment)
    let ours = try #require(XMLTree.elements(of: model), comment)
    func names(_ elements: [XMLTree.Element]) -> Set<String> { Set(elements.map(\.name)) }
    func keys(_ elements: [XMLTree.Element]) -> Set<String> {
      Set(elements.flatMap { $0.attributes.keys })
    }
    #expect(names(elements).subtracting(names(ours)).isDisjoint(with: active), comment)
    #expect(!keys(elements).contains { $0.lowercased().hasPrefix("on") }, comment)
    func scripts(_ elements: [XMLTree.Element]) -> Int { elements.count { $0.name == "script" } }
    #expect(scripts(elements) == scripts(ours), comment)
    for element in elements {
      for (key, value) in element.attributes
      where key == "href" || key.hasSuffix(":href") || key == "src" {
        let address = value.lowercased()
        #expect(["#", "http://", "https://"].contains { address.hasPrefix($0) }, comment)
      }
    }
    raw(markup, comment)
  }

  /// Asserts that a text holds nothing that acts on a terminal or turns the direction of what follows.
  static func raw(_ text: String, _ comment: Comment) {
    let acting = text.unicodeScalars.filter { scalar in
      switch scalar.value {
      // Isolates are balanced by those who write them, and are allowed around names written to the left.
      case 0...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066, 0x2067: true
      default: false
      }
    }
    #expect(acting.isEmpty, comment)
  }

  /// A text without any blanks, in which a wrapped name is found again.
  static func squeezed(_ text: some StringProtocol) -> String {
    String(text.filter { !$0.isWhitespace })
  }
}
