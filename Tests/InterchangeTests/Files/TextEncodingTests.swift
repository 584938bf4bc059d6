import GraphCore
import Testing

@testable import Interchange

@Suite struct TextEncodingTests {
  private static let text = "# größer 漢 😀\na b\nb c\n"

  private func bytes(_ text: String, big: Bool, mark: Bool) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
      big
        ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
    }
  }

  @Test(arguments: [true, false], [true, false])
  func utf16IsReadWithAndWithoutMark(big: Bool, mark: Bool) throws {
    let packed = Column(bytes(Self.text, big: big, mark: mark))
    let encoding = try #require(TextEncoding(packed))
    #expect(encoding == (big ? .utf16BigEndian : .utf16LittleEndian))
    #expect(Array(try encoding.utf8(packed, path: "f")) == Array(Self.text.utf8))
    let network = try Text.network(
      bytes: bytes(Self.text, big: big, mark: mark), path: "x.edges")
    #expect(network.lines == ["a>b", "b>c"])
  }

  @Test(arguments: ["a b\n", "", "abc", "\u{feff}a b\n", "é è\n", "1 2\n"])
  func utf8IsLeftAlone(text: String) {
    #expect(TextEncoding(Column(Array(text.utf8))) == nil)
  }

  /// UTF-32 begins with the mark of UTF-16 and a zero unit.
  @Test func utf32IsNotTakenForUTF16() {
    #expect(TextEncoding(Column([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0])) == nil)
  }

  @Test func brokenTextIsRefusedWithItsPlace() {
    func fault(_ bytes: [UInt8]) -> String? {
      do throws(NetworkError) {
        _ = try TextEncoding.utf16LittleEndian.utf8(Column(bytes), path: "f")
        return nil
      } catch {
        return error.description
      }
    }
    let alone = bytes("a\nb", big: false, mark: true) + [0x00, 0xD8, 0x61, 0x00]
    #expect(
      fault(alone)
        == "f:2:2: half a character (a surrogate that stands alone); save the file as UTF-8")
    #expect(
      fault(bytes("ab", big: false, mark: true) + [0x61])
        == "f:1:3: the UTF-16 text ends in the middle of a character; fetch or save it again")
  }
}
