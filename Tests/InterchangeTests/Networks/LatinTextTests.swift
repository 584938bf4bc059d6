import Testing

@testable import Interchange

@Suite struct LatinTextTests {
  /// Valid or not by the table of well-formed sequences of the Unicode standard (3-7).
  @Test(arguments: [
    ([0x41], true), ([0xC2, 0x80], true), ([0xC1, 0x80], false), ([0xC2], false),
    ([0xE0, 0xA0, 0x80], true), ([0xE0, 0x9F, 0x80], false), ([0xED, 0x9F, 0xBF], true),
    ([0xED, 0xA0, 0x80], false), ([0xEF, 0xBF, 0xBF], true), ([0xF0, 0x90, 0x80, 0x80], true),
    ([0xF0, 0x8F, 0x80, 0x80], false), ([0xF4, 0x8F, 0xBF, 0xBF], true),
    ([0xF4, 0x90, 0x80, 0x80], false), ([0xF5, 0x80, 0x80, 0x80], false), ([0x80], false),
    ([0xE2, 0x82], false), ([0xFF], false),
  ])
  func tellsUTF8(bytes: [UInt8], isUnicode: Bool) {
    for before in [0, 3, 7, 8, 9] {
      let text = [UInt8](repeating: 0x61, count: before) + bytes
      #expect(
        text.withUnsafeBufferPointer(LatinText.kind) == (isUnicode ? .unicode : .latin))
    }
  }

  @Test func findsZeros() {
    for place in 0..<20 {
      var text = [UInt8](repeating: 0x61, count: 20)
      text[place] = 0
      #expect(text.withUnsafeBufferPointer(LatinText.kind) == .zero(place))
      text[0] = 0xFF
      #expect(text.withUnsafeBufferPointer(LatinText.kind) == (place == 0 ? .latin : .zero(place)))
    }
  }

  /// By the table of Windows-1252.
  @Test func convertsTheMarksOfWindows() {
    let bytes: [UInt8] = [0x80, 0x93, 0x94, 0xE4, 0xFF, 0x41, 0x81]
    #expect(
      String(decoding: bytes.withUnsafeBufferPointer(LatinText.converted), as: UTF8.self)
        == "€\u{201C}\u{201D}äÿA\u{81}")
  }
}
