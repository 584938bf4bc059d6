extension EDTFParser {
  mutating func date(allowingTime: Bool) throws(EDTFError) -> EDTFDate {
    let start = index
    var qualifiers = [EDTFDate.Qualifier](repeating: .none, count: 3)

    try qualifier(before: .year, into: &qualifiers)
    let (year, isLong) = try self.year()
    try qualifier(after: .year, into: &qualifiers)

    var month: EDTFDate.MonthField?
    var day: DigitMask?
    var lastIndex = start
    if peek == "-" {
      if isLong {
        throw error(
          .year, "a year written with Y, E or S stands alone", mend: "leave month and day out")
      }
      index += 1
      try qualifier(before: .month, into: &qualifiers)
      lastIndex = index
      month = try self.month()
      try qualifier(after: .month, into: &qualifiers)
      if peek == "-" {
        if case .subYear = month {
          throw error(
            .day, "a season or other part of a year has no days",
            mend: "write a month from 01 to 12, or leave the day out")
        }
        index += 1
        try qualifier(before: .day, into: &qualifiers)
        lastIndex = index
        day = try self.day()
        try qualifier(after: .day, into: &qualifiers)
      }
    }
    var time: String?
    if peek == "T" { time = try self.time(allowed: allowingTime && day != nil) }

    guard
      let date = EDTFDate(year: year, month: month, day: day, qualifiers: qualifiers, time: time)
    else {
      throw noSuchDay(year: year, month: month, at: lastIndex)
    }
    return date
  }

  private mutating func year() throws(EDTFError) -> (EDTFYear, isLong: Bool) {
    let start = index
    let hasLetter = take("Y")
    let isNegative = take("-")
    let digitsStart = index
    let digits = self.digits(allowingX: !hasLetter)
    if hasLetter {
      return (try longYear(digits, isNegative: isNegative, start: start), true)
    }
    if digits.isEmpty, !isNegative { throw unexpected() }
    guard digits.count == 4 else {
      throw error(
        .year, at: digitsStart, "a year has four digits, not \(digits.count)",
        mend: digits.count < 4
          ? "fill it up with zeros, as in 0079" : "write Y before a year of more digits")
    }
    let mask = DigitMask(digits: digits)
    if peek == "S", let value = mask.value {
      let year = try significant(value, digitCount: 4, isNegative: isNegative)
      return (year, true)
    }
    guard let year = EDTFYear(mask, isNegative: isNegative) else {
      throw error(.year, at: start, "there is no year -0000", mend: "write 0000")
    }
    return (year, false)
  }

  /// The rest of a year that began with `Y`: its exponent and significant digits.
  private mutating func longYear(
    _ digits: [Int?], isNegative: Bool, start: Int
  ) throws(EDTFError) -> EDTFYear {
    let tooLarge = error(
      .year, at: start, "the year is beyond \(Day.years.upperBound)", mend: "write a nearer year")
    guard digits.first != .some(0), !digits.isEmpty else {
      throw error(
        .year, at: start, "a year with Y begins with a digit from 1 to 9",
        mend: "leave leading zeros out")
    }
    guard digits.count <= 12, var value = DigitMask(digits: digits).value else { throw tooLarge }
    var digitCount = digits.count
    if take("E") {
      guard let exponent = number() else {
        throw error(.year, "E is followed by a number", mend: "write it as in Y17E7")
      }
      for _ in 0..<min(exponent, 13) {
        value *= 10
        if value > Day.years.upperBound { throw tooLarge }
      }
      digitCount += exponent
    } else if digits.count < 5 {
      throw error(
        .year, at: start, "Y is for years of more than four digits",
        mend: "leave Y out and write four digits")
    }
    if peek == "S" {
      return try significant(value, digitCount: digitCount, isNegative: isNegative)
    }
    return EDTFYear(first: isNegative ? -value : value, last: isNegative ? -value : value)
  }

  /// `S` and the number of significant digits: the years that agree in so many digits.
  private mutating func significant(
    _ value: Int, digitCount: Int, isNegative: Bool
  ) throws(EDTFError) -> EDTFYear {
    index += 1
    let column = index
    guard let count = number(), (1...digitCount).contains(count) else {
      throw error(
        .year, at: column, "S is followed by the number of significant digits",
        mend: "write a number from 1 to \(digitCount)")
    }
    var block = 1
    for _ in 0..<(digitCount - count) { block *= 10 }
    let lowest = value / block * block
    let highest = lowest + block - 1
    return EDTFYear(first: isNegative ? -highest : lowest, last: isNegative ? -lowest : highest)
  }

  private mutating func month() throws(EDTFError) -> EDTFDate.MonthField {
    let start = index
    let mask = try twoDigits(.month, "a month")
    if let code = mask.value, let part = SubYear(code: code) { return .subYear(part) }
    guard (1...12).contains(where: mask.matches) else {
      throw error(
        .month, at: start, "there is no such month",
        mend: "write a month from 01 to 12, or a season from 21 to 24")
    }
    return .month(mask)
  }

  private mutating func day() throws(EDTFError) -> DigitMask {
    let start = index
    let mask = try twoDigits(.day, "a day")
    guard (1...31).contains(where: mask.matches) else {
      throw error(
        .day, at: start, "there is no such day", mend: "write a day from 01 to 31")
    }
    return mask
  }

  private mutating func twoDigits(
    _ kind: EDTFError.Kind, _ name: String
  ) throws(EDTFError) -> DigitMask {
    let start = index
    let digits = self.digits(allowingX: true)
    guard digits.count == 2 else {
      if digits.isEmpty, let next = peek, !"/,]}".unicodeScalars.contains(next) {
        throw unexpected()
      }
      throw error(
        kind, at: start, "\(name) has two digits, not \(digits.count)",
        mend: "write it as in \(kind == .month ? "2015-06" : "2015-06-03")")
    }
    return DigitMask(digits: digits)
  }

  private func noSuchDay(
    year: EDTFYear, month: EDTFDate.MonthField?, at index: Int
  ) -> EDTFError {
    var days = 31
    if case .month(let mask) = month, let number = mask.value {
      days = year.candidates.map { Day.count(inMonth: number, of: $0) }.max() ?? 31
    }
    return error(
      .day, at: index, "the month has no such day", mend: "write a day from 01 to \(days)")
  }
}

// MARK: - Qualifiers and time

extension EDTFParser {
  private mutating func qualifier() throws(EDTFError) -> EDTFDate.Qualifier? {
    let marks: [Unicode.Scalar: EDTFDate.Qualifier] = [
      "?": .init(isUncertain: true, isApproximate: false),
      "~": .init(isUncertain: false, isApproximate: true),
      "%": .init(isUncertain: true, isApproximate: true),
    ]
    guard let next = peek, let mark = marks[next] else { return nil }
    index += 1
    if let second = peek, marks[second] != nil {
      throw error(
        .qualifier, "two qualifiers stand together", mend: "write % for uncertain and approximate")
    }
    return mark
  }

  /// A qualifier on the left holds for its component alone.
  private mutating func qualifier(
    before component: EDTFDate.Component, into all: inout [EDTFDate.Qualifier]
  ) throws(EDTFError) {
    guard let mark = try qualifier() else { return }
    all[component.rawValue] = all[component.rawValue].union(mark)
  }

  /// A qualifier on the right holds for its component and all before it.
  private mutating func qualifier(
    after component: EDTFDate.Component, into all: inout [EDTFDate.Qualifier]
  ) throws(EDTFError) {
    guard let mark = try qualifier() else { return }
    for position in 0...component.rawValue { all[position] = all[position].union(mark) }
  }

  /// `T`, then hours, minutes and seconds, then nothing, `Z`, or an offset of hours and minutes.
  private mutating func time(allowed: Bool) throws(EDTFError) -> String {
    guard allowed else {
      throw error(
        .time, "a time of day can follow a single whole date only", mend: "leave the time out")
    }
    index += 1
    let start = index
    let mend = "write the time as 23:20:30, 23:20:30Z or 23:20:30+04:30, or leave it out"
    func part(_ limit: Int) throws(EDTFError) -> Int {
      let column = index
      let digits = self.digits(allowingX: false)
      guard digits.count == 2, let value = DigitMask(digits: digits).value, value <= limit else {
        throw error(
          .time, at: column, "hours, minutes and seconds have two digits each", mend: mend)
      }
      return value
    }
    func colon() throws(EDTFError) {
      guard take(":") else { throw error(.time, "“:” is missing in the time", mend: mend) }
    }
    _ = try part(23)
    try colon()
    let minute = try part(59)
    try colon()
    _ = try part(minute == 59 ? 60 : 59)  // 60 is a leap second
    if !take("Z"), take("+") || take("-") {
      _ = try part(23)
      if take(":") { _ = try part(59) }
    }
    return scalars[start..<index].reduce(into: "") { $0.unicodeScalars.append($1) }
  }
}
