internal import InfluenceAnalysis

extension Words {
  /// A percentage that is never 0 or 100.
  func percent(_ probability: Double) -> [Inline] {
    let rounded = Int((probability * 100).rounded())
    if probability < 0.01 || rounded < 1 { return self("percent.least") }
    if probability > 0.99 || rounded > 99 { return self("percent.most") }
    return share(probability)
  }

  /// A share as a percentage, 0 and 100 among them.
  func share(_ share: Double) -> [Inline] {
    self("percent", ["n": .text("\(Int((share * 100).rounded()))")])
  }

  /// Parts of a sentence joined by commas, the last two by a conjunction: `list.and` or `list.or`.
  func list(_ items: [[Inline]], _ last: String = "list.and") -> [Inline] {
    guard let first = items.first else { return [] }
    return items.dropFirst().enumerated().reduce(first) { parts, item in
      let isLast = item.offset == items.count - 2
      return parts + self(isLast ? last : "list.comma") + item.element
    }
  }

  /// Parts joined by the same mark throughout.
  func joined(_ items: [[Inline]], by key: String) -> [Inline] {
    guard let first = items.first else { return [] }
    return items.dropFirst().reduce(first) { $0 + self(key) + $1 }
  }

  /// The word for a probability.
  func likelihood(_ probability: Double) -> [Inline] {
    self("likelihood." + Self.key(Phrase.likelihood(probability)))
  }

  /// The words for a link, as ``Phrase/link(_:)`` has them.
  func phrase(_ pooled: Pooled) -> [Inline] {
    let reserve = Phrase.reserve(pooled)
    let word = reserve?.isAlone == true ? [] : likelihood(pooled.probability)
    let why = reserve.map { self("reserve." + Self.key($0.rawValue)) } ?? []
    return joined([word, why].filter { !$0.isEmpty }, by: "list.comma")
  }

  /// How many days lie between two things.
  func lag(_ lag: ClosedRange<Int>) -> [Inline] {
    if lag == 0...0 { return self("lag.same-day") }
    if lag.lowerBound < 0 {
      return self("lag.around", ["before": .count(-lag.lowerBound), "to": .count(lag.upperBound)])
    }
    if lag.lowerBound == lag.upperBound {
      return self("lag.days", ["n": .count(lag.lowerBound)])
    }
    return self("lag.range", ["from": .count(lag.lowerBound), "to": .count(lag.upperBound)])
  }

  /// A raw value of an enumeration as the part of a key.
  static func key(_ raw: String) -> String {
    String(raw.map { $0 == " " ? "-" : $0 })
  }
}
