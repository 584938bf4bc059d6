import Evidence

/// Days as the timestamps of STIX, which know no coarser time than a millisecond.
enum STIXTime {
  /// The day that stands where no date at all is known.
  static let unknown = "1970-01-01T00:00:00.000Z"

  /// The first moment of a day; `nil` outside the years 1 to 9999, which timestamps do not know.
  static func start(_ day: Day?) -> String? { text(day, "T00:00:00.000Z") }

  /// The last moment of a day.
  static func end(_ day: Day?) -> String? { text(day, "T23:59:59.999Z") }

  private static func text(_ day: Day?, _ time: String) -> String? {
    guard let day, (1...9999).contains(day.year) else { return nil }
    return day.description + time
  }
}
