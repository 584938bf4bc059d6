import Evidence
import Testing

@testable import Reporting

@Suite struct LineMarkTests {
  private var influence: [LineMark] {
    [Degree.directs, .enables, .inspires, .associates, .carries, .none].map {
      LineMark.mark(of: $0, .influence)
    }
  }

  /// The rule of the pictures: what is no influence is never drawn like it, whatever its degree.
  @Test(arguments: [Standing.claimedOnly, .denied, .lead], Degree.allCases)
  func noInfluenceIsNeverSolid(standing: Standing, degree: Degree) {
    let mark = LineMark.mark(of: degree, standing)
    #expect(mark.style != "solid")
    #expect(!influence.contains { $0.arrowhead == mark.arrowhead })
    #expect(!influence.contains { $0.colour == mark.colour })
  }

  @Test func influenceIsSolidAndItsDegreesDiffer() {
    #expect(influence.allSatisfy { $0.style == "solid" && !$0.isDouble })
    let heads = influence.prefix(5).map(\.arrowhead)
    #expect(Set(heads).count == heads.count)
  }

  @Test func disputedLinesAreDouble() {
    #expect(LineMark.mark(of: .directs, .disputed).isDouble)
    #expect(
      LineMark.mark(of: .directs, .disputed).colour
        != LineMark.mark(of: .directs, .influence).colour)
  }

  @Test func kindsDifferByShapeOrOutlineAndByColour() {
    let marks = KindMark.standard
    let shapes = marks.map { "\($0.shape) \($0.outlines) \($0.isRounded)" }
    #expect(Set(shapes).count == marks.count)
    #expect(Set(marks.map(\.fill)).count == marks.count)
  }

  @Test func everyKindOfTheVocabularyHasItsMark() {
    for kind in Vocabulary.standard.kinds {
      #expect(KindMark.standard.contains { $0.kind == kind.name }, "\(kind.name)")
    }
  }
}
