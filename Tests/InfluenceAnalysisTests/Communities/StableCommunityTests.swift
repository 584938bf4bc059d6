import Testing

@testable import InfluenceAnalysis

@Suite struct StableCommunityTests {
  /// By hand: {0, 1, 2} has Jaccard coefficient 1 with itself, 2/3 with {0, 1} and 3/4 with {0, 1, 2, 3}.
  @Test func stabilityIsTheMeanOfTheBestCoefficients() {
    let found = StableCommunity.all(
      [[2, 0, 1], [3, 4]],
      in: [([0, 0, 0, 1, 1], 1), ([0, 0, 1, 2, 2], 1), ([0, 0, 0, 0, 1], 2)])
    #expect(found.map(\.members) == [[0, 1, 2], [3, 4]])
    #expect(abs(found[0].stability - (1 + 2.0 / 3 + 2 * 0.75) / 4) < 1e-12)
    // {3, 4}: 1, 1, then the better of 1/5 with the four and 1/2 with {4}.
    #expect(abs(found[1].stability - (1 + 1 + 2 * 0.5) / 4) < 1e-12)
  }

  @Test func withoutAnotherDivisionNothingIsStable() {
    #expect(StableCommunity.all([[0]], in: []).map(\.stability) == [0])
  }
}
