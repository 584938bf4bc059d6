import Evidence
import Testing

@Suite struct WhenTests {
  /// A month has 28 to 31 days, a year 365 or 366.
  @Test(arguments: [
    ("10d", 10, 10), ("1w/8w", 7, 56), ("2m", 56, 62), ("1y", 365, 366), ("0d", 0, 0),
    ("1d/1y", 1, 366), ("1m/30d", 28, 30),
  ])
  func reads(text: String, least: Int, most: Int) throws {
    let distance = try #require(When.Distance(text))
    #expect(distance.least == least)
    #expect(distance.most == most)
    #expect(distance.description == text)
  }

  @Test(arguments: [
    "", "d", "10", "8w/1w", "1d/2d/3d", "-1d", "1.5d", "10 d", "1h", "99999d", "/1d",
  ])
  func refuses(text: String) {
    #expect(When.Distance(text) == nil)
  }
}
