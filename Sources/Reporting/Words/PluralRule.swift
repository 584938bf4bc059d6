/// How a language chooses among forms of a word by number, under the names that a words file gives.
///
/// The categories are those of Unicode CLDR for whole numbers [CLDR2025].
public enum PluralRule: String, Sendable, CaseIterable {
  /// One form for every number: Chinese, Japanese, Korean, Vietnamese, Thai, Indonesian.
  case none
  /// One, and any other: English, German, Dutch, Spanish, Italian, Turkish, Swahili, Urdu.
  case oneOther = "one-other"
  /// None and one share a form: French, Hindi, Persian, Bengali, Amharic.
  case french
  /// One, few and many by the last digits: Russian, Ukrainian, Serbian.
  case slavic
  /// One, few and many: Polish.
  case polish
  /// One, few and any other: Czech, Slovak.
  case czech
  /// One, two and any other: Hebrew.
  case hebrew
  /// Six forms: Arabic.
  case arabic

  /// A form of a word.
  public enum Category: String, Sendable, CaseIterable {
    case zero, one, two, few, many, other
  }

  /// A language that has the rule, a BCP 47 tag, by which a browser finds it.
  var language: String {
    switch self {
    case .none: "ja"
    case .oneOther: "en"
    case .french: "fr"
    case .slavic: "ru"
    case .polish: "pl"
    case .czech: "cs"
    case .hebrew: "he"
    case .arabic: "ar"
    }
  }

  /// The categories that the rule knows, in the order of ``Category``.
  public var categories: [Category] {
    switch self {
    case .none: [.other]
    case .oneOther, .french: [.one, .other]
    case .slavic, .polish: [.one, .few, .many]
    case .czech: [.one, .few, .other]
    case .hebrew: [.one, .two, .other]
    case .arabic: Category.allCases
    }
  }

  /// The form that goes with a number.
  ///
  /// - Parameter count: The number, 0 or more.
  /// - Returns: One of ``categories``.
  public func category(of count: Int) -> Category {
    let (units, tens) = (count % 10, count % 100)
    let isFew = (2...4).contains(units) && !(12...14).contains(tens)
    switch self {
    case .none: return .other
    case .oneOther: return count == 1 ? .one : .other
    case .french: return count < 2 ? .one : .other
    case .slavic: return units == 1 && tens != 11 ? .one : isFew ? .few : .many
    case .polish: return count == 1 ? .one : isFew ? .few : .many
    case .czech: return count == 1 ? .one : (2...4).contains(count) ? .few : .other
    case .hebrew: return count == 1 ? .one : count == 2 ? .two : .other
    case .arabic:
      switch count {
      case 0: return .zero
      case 1: return .one
      case 2: return .two
      default: return (3...10).contains(tens) ? .few : (11...99).contains(tens) ? .many : .other
      }
    }
  }
}
