import Foundation
import GraphCore
import InfluenceAnalysis
import Testing

@testable import Reporting

@Suite struct MatrixPictureTests {
  private func picture(
    _ order: MatrixPicture.Order = .degree, limit: Int = 36, theme: Theme = .light,
    groups: [String: Int] = [:]
  ) throws -> MatrixPicture {
    var options = MatrixPicture.Options()
    options.order = order
    options.limit = limit
    options.theme = theme
    return MatrixPicture(
      try Sample.network(), groups: DiagramOptions.Groups(name: "community", values: groups),
      options: options)
  }

  private func cell(_ picture: MatrixPicture, _ tail: String, _ head: String) -> MatrixPlan.Cell? {
    let ids = picture.plan.rows.map(\.id)
    return picture.plan.cells.first { ids[$0.row] == tail && ids[$0.column] == head }
  }

  /// The sample: preacher -> sermons -> doer -> attack, group -> attack disputed, group -> other claimed and denied.
  @Test func cellsHoldWhatTheNetworkSays() throws {
    let picture = try picture()
    #expect(
      Set(picture.plan.rows.map(\.id)) == [
        "preacher", "sermons", "doer", "group", "attack", "other",
      ])
    let network = try Sample.network()
    for hop in network.hops {
      #expect(cell(picture, hop.tail, hop.head)?.value == hop.probability)
    }
    #expect(picture.plan.cells.count { $0.value != nil } == network.hops.count)
    #expect(cell(picture, "group", "attack")?.standings == [.disputed])
    let other = try #require(cell(picture, "group", "other"))
    #expect(other.value == nil)
    #expect(Set(other.standings).isSubset(of: [.claimedOnly, .denied]))
    #expect(cell(picture, "attack", "group") == nil)
  }

  @Test func aClaimOrADenialIsNeverFilled() throws {
    let canvas = try picture().canvas()
    let facts = CanvasFacts(canvas, group: "cell-group-other")
    // The cross of a denial; a field in the colour of the paper.
    #expect(facts.lines.count == 2)
    for case .group("cell-group-other", _, let elements) in canvas.elements {
      for case .box(_, _, _, _, let fill, _) in elements { #expect(fill == canvas.paper) }
    }
    // A disputed cell has a second frame.
    #expect(CanvasFacts(canvas, group: "cell-group-attack").boxes.count == 2)
    #expect(CanvasFacts(canvas, group: "cell-preacher-sermons").boxes.count == 1)
  }

  /// One B2 is .675; a hop of one arc has its probability.
  @Test func numbersStandInLargeCells() throws {
    let canvas = try picture().canvas()
    #expect(CanvasFacts(canvas, group: "cell-preacher-sermons").texts == ["68"])
    #expect(MatrixDrawing.percent(0.004) == "<1")
    #expect(MatrixDrawing.percent(0.996) == ">99")
    #expect(MatrixDrawing.percent(1) == ">99")
    #expect(MatrixDrawing.percent(0.5) == "50")
  }

  @Test(arguments: [
    (1234.6, "1235"), (0.12345, "0.12"), (2, "2"), (-3.14159, "-3.14"), (0, "0"), (1e-4, "0.0001"),
  ])
  func weightsAreShort(weight: Double, text: String) {
    #expect(MatrixDrawing.text(weight) == text)
  }

  @Test func theLimitSaysWhatIsLeftOut() throws {
    let picture = try picture(limit: 3)
    #expect(picture.plan.rows.count == 3)
    #expect(picture.plan.nodeCount == 6)
    let texts = CanvasFacts(picture.canvas()).texts.joined(separator: " ")
    #expect(texts.contains("Shown are the 3 of 6 with the most neighbours; 3 are left out"))
    #expect(!CanvasFacts(try self.picture().canvas()).texts.joined().contains("left out"))
  }

  @Test func rowsComeInTheirOrder() throws {
    let byName = try picture(.name).plan.rows.map(\.name)
    #expect(byName == byName.sorted())
    // The attack has two neighbours, the doer and the sermons two each; the others one or none.
    let byDegree = try picture(.degree).plan.rows.map(\.id)
    #expect(Set(byDegree.prefix(3)) == ["attack", "doer", "sermons"])
    #expect(byDegree.last == "other")
    let groups = ["preacher": 0, "sermons": 0, "doer": 1, "attack": 1, "group": 1]
    let runs = try picture(.community, groups: groups).plan.runs()
    // The second community has three arcs' ends more; what has no influence comes last.
    #expect(runs.map(\.group) == [1, 0, nil])
    #expect(runs.map(\.range) == [0..<3, 3..<5, 5..<6])
  }

  @Test(arguments: Theme.all)
  func wordsNeitherMeetNorLeaveTheSheet(theme: Theme) throws {
    let canvas = try picture(.community, theme: theme, groups: ["preacher": 0, "doer": 1]).canvas()
    #expect(CanvasFacts(canvas).collisions == [])
    #expect(CanvasFacts(canvas).strays(on: canvas) == [])
  }

  @Test(arguments: Theme.all)
  func fillsMoveAwayFromThePaperThroughoutAndAreReadInGrey(theme: Theme) {
    let fills = (0...20).map { ColourScale.cividis.fill(Double($0) / 20, on: theme) }
    let contrasts = fills.map { $0.contrast(with: theme.paper) }
    #expect(zip(contrasts, contrasts.dropFirst()).allSatisfy { $0 < $1 })
    for fill in fills { #expect(fill.text.contrast(with: fill) >= 4.5) }
    #expect(ColourScale.cividis.fill(.nan, on: theme) == fills[0])
    #expect(ColourScale.cividis.fill(2, on: theme) == fills[20])
  }
}

@Suite struct PlainMatrixTests {
  private func subject(isDirected: Bool, weights: [Double]?) throws -> PlainSubject {
    let ends = [(0, 1), (1, 2), (0, 1)]
    let edges = ends.enumerated().map { number, ends in
      weights.map { Graph.Edge(ends.0, ends.1, weight: $0[number]) } ?? Graph.Edge(ends.0, ends.1)
    }
    return PlainSubject(
      title: "Plain",
      graph: try Graph(nodeCount: 4, edges: edges, isDirected: isDirected),
      nodes: (0..<4).map { MeasureTable.Node(id: "n\($0)", name: "Node \($0)") })
  }

  private func picture(isDirected: Bool, weights: [Double]?) throws -> MatrixPicture {
    var options = MatrixPicture.Options()
    options.order = .name
    return MatrixPicture(
      try subject(isDirected: isDirected, weights: weights),
      groups: DiagramOptions.Groups(name: "community", values: [:]), options: options)
  }

  private func values(_ picture: MatrixPicture) -> [[Double]] {
    var table = [[Double]](repeating: [0, 0, 0, 0], count: 4)
    for cell in picture.plan.cells { table[cell.row][cell.column] = cell.value ?? 0 }
    return table
  }

  @Test func anUndirectedMatrixIsItsOwnMirror() throws {
    let picture = try picture(isDirected: false, weights: [2, 0.5, 3])
    // Parallel ties add up.
    #expect(values(picture) == [[0, 5, 0, 0], [5, 0, 0.5, 0], [0, 0.5, 0, 0], [0, 0, 0, 0]])
    #expect(picture.isSymmetric)
    #expect(picture.plan.rows.map(\.gives) == [1, 2, 1, 0])
    #expect(CanvasFacts(picture.canvas()).texts.contains("0.5"))
  }

  @Test func aDirectedMatrixRunsFromRowsToColumns() throws {
    let picture = try picture(isDirected: true, weights: [2, 0.5, 3])
    #expect(values(picture) == [[0, 5, 0, 0], [0, 0, 0.5, 0], [0, 0, 0, 0], [0, 0, 0, 0]])
    #expect(picture.plan.rows.map(\.gets) == [0, 1, 1, 0])
  }

  @Test func aNegativeTieIsShownWithItsSignAndAsStrong() throws {
    let picture = try picture(isDirected: true, weights: [-2, 4, 0])
    let facts = CanvasFacts(picture.canvas())
    #expect(facts.texts.contains("-2"))
    #expect(facts.texts.contains("weight, 0 to 4, either sign"))
    #expect(picture.plan.largest == 4)
  }

  @Test func tiesWithoutWeightsCountOne() throws {
    let picture = try picture(isDirected: true, weights: nil)
    #expect(values(picture)[0][1] == 2)
    #expect(picture.subtitle.contains(PlainSubject.noEvidence))
    let texts = CanvasFacts(picture.canvas()).texts
    #expect(texts.contains("ties, 0 to 2"))
    // A tie of a plain network is no influence.
    #expect(!texts.contains { $0.contains("influence") })
    #expect(
      CanvasFacts(picture.canvas()).groups["cell-n0-n1"]?.contains(PlainSubject.noEvidence) == true)
  }
}
