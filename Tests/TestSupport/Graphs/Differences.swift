/// The largest difference between two lists of scores, relative to expected values above 1;
/// infinite if one list has a value where the other has none.
public func largestDifference(_ found: [Double], _ expected: [Double]) -> Double {
  guard found.count == expected.count else { return .infinity }
  return zip(found, expected).reduce(0) { worst, pair in
    let difference = abs(pair.0 - pair.1) / max(1, abs(pair.1))
    return difference.isNaN ? .infinity : max(worst, difference)
  }
}

/// The largest difference between two lists of scores, relative to expected values above 1;
/// infinite if one list has a value where the other has none.
public func largestDifference(_ found: [Double?], _ expected: [Double?]) -> Double {
  guard found.count == expected.count else { return .infinity }
  return zip(found, expected).reduce(0) { worst, pair in
    switch pair {
    case (nil, nil): worst
    case (let left?, let right?): max(worst, largestDifference([left], [right]))
    default: .infinity
    }
  }
}
