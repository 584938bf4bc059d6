import Testing

/// The value, or a failed test.
func need<Value>(
  _ value: Value?, _ location: SourceLocation = #_sourceLocation
) throws -> Value {
  try #require(value, sourceLocation: location)
}

/// Expects a value within the tolerance of the prototype's cases.
func expectNear(
  _ value: Double, _ wanted: Double?, tolerance: Double = CaseFile.shared.tolerance,
  _ what: Comment? = nil, _ location: SourceLocation = #_sourceLocation
) throws {
  let wanted = try #require(wanted, what, sourceLocation: location)
  #expect(abs(value - wanted) <= tolerance, what, sourceLocation: location)
}
