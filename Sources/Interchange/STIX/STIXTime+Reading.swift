import Evidence

extension STIXTime {
  /// Whether bytes are a timestamp: `2016-06-12T02:00:00Z`, perhaps with a fraction of a second.
  static func isWellFormed(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count >= 20, text.count <= 40, text[text.count - 1] == UInt8(ascii: "Z") else {
      return false
    }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in text[range] {
        let digit = byte &- UInt8(ascii: "0")
        guard digit < 10 else { return nil }
        value = value * 10 + Int(digit)
      }
      return value
    }
    let marks: [(Int, UInt8)] = [
      (4, UInt8(ascii: "-")), (7, UInt8(ascii: "-")), (10, UInt8(ascii: "T")),
      (13, UInt8(ascii: ":")), (16, UInt8(ascii: ":")),
    ]
    for (place, mark) in marks where text[place] != mark { return false }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
      Day(year: year, month: month, day: day) != nil, hour < 24, minute < 60, second <= 60
    else { return false }
    if text.count == 20 { return true }
    guard text[19] == UInt8(ascii: "."), text.count > 21 else { return false }
    return text[20..<(text.count - 1)].allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
  }

  /// Whether a timestamp is earlier than another. They are all of one zone, so their texts tell,
  /// but for the mark of the zone and zeros at the end of the fraction.
  static func isEarlier(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    moment(left).lexicographicallyPrecedes(moment(right))
  }

  private static func moment(_ text: UnsafeBufferPointer<UInt8>) -> Slice<
    UnsafeBufferPointer<UInt8>
  > {
    var rest = text.dropLast()
    guard text.count > 20 else { return rest }
    while let last = rest.last, last == UInt8(ascii: "0") || last == UInt8(ascii: ".") {
      guard rest.count > 19 else { break }
      rest = rest.dropLast()
    }
    return rest
  }
}
