import GraphCore
import Testing

@testable import Interchange

@Suite struct MatrixMarketReaderTests {
  /// Entries as scipy 1.17.1 `io.mmread` gives them, each off the diagonal once.
  @Test func aSymmetricMatrixIsUndirected() throws {
    let network = try Text.network(
      """
      %%MatrixMarket matrix coordinate real symmetric
      % a comment

      5 5 6
      1 1 2.5
      2 1 -1
      3 1 4e0
      4 2 .5
      5 4 1e-3
      5 5 7
      """, .mtx)
    #expect(!network.isDirected)
    #expect(network.lines == ["1-1:2.5", "2-1:-1", "3-1:4", "4-2:0.5", "5-4:0.001", "5-5:7"])
    #expect(Text.fault("%%MatrixMarket matrix coordinate pattern symmetric\n1 1 0\n", .mtx) == nil)
  }

  /// scipy sums the two entries 1 2; here they are parallel edges.
  @Test func aGeneralMatrixIsDirected() throws {
    let text =
      "%%MatrixMarket MATRIX Coordinate Pattern General\r\n4 4 4\r\n1 2\r\n2 3\r\n3 1\r\n1 2\r\n"
    let network = try Text.network(text, .mtx)
    #expect(network.lines == ["1>2", "2>3", "3>1", "1>2"])
    #expect(network.ids == ["1", "2", "3", "4"])
    #expect(
      try Text.network(text, .mtx, direction: .undirected).lines == ["1-2", "2-3", "3-1", "1-2"])
  }

  private static let general = "%%MatrixMarket matrix coordinate"

  @Test(arguments: [
    ("hello\n", "1:1: the first line is no Matrix Market header"),
    ("%%MatrixMarket matrix array real general\n", "1:1: a matrix in 'array' form is not read"),
    ("\(general) complex general\n", "1:1: entries of type 'complex' are no weights"),
    (
      "\(general) real skew-symmetric\n",
      "1:1: a 'skew-symmetric' matrix is no network that is read here"
    ),
    ("\(general) pattern general\n3 3\n", "2:4: the line of sizes lacks a whole number"),
    ("\(general) pattern general\n3 -3 1\n", "2:3: the line of sizes lacks a whole number"),
    (
      "\(general) pattern general\n3 4 1\n",
      "2:1: the matrix has 3 rows and 4 columns; a network needs as many"
    ),
    ("\(general) pattern general\n3 3 0 0\n", "2:7: there is something after the three sizes"),
    (
      "\(general) pattern general\n3 3 2\n1 2\n",
      "2:1: the header says 2 entries, the file has 1"
    ),
    (
      "\(general) pattern general\n3 3 1\n1 2\n2 1\n",
      "2:1: the header says 1 entries, the file has 2"
    ),
    ("\(general) pattern general\n3 3 1\n0 2\n", "3:1: the row '0' is not one of 1 to 3"),
    ("\(general) pattern general\n3 3 1\n1 4\n", "3:3: the column '4' is not one of 1 to 3"),
    ("\(general) pattern general\n3 3 1\n1 2 5\n", "3:5: there is something after the entry: '5'"),
    ("\(general) real general\n3 3 1\n1 2 nan\n", "3:5: the weight 'nan' is no finite number"),
    ("\(general) real general\n3 3 1\n1 2\n", "3:4: the weight '' is no finite number"),
    ("\(general) real general\n3 3 1\n1 2 1e999\n", "3:5: the weight '1e999' is no finite number"),
    ("\(general) integer general\n3 3 1\n1 2 1.5\n", "3:5: the weight '1.5' is no whole number"),
    (
      "\(general) pattern general\n3000000000 3000000000 0\n",
      "2:1: a graph cannot have 3000000000 nodes"
    ),
    (
      "\(general) pattern general\n2000000000 2000000000 1\n1 2\n",
      "2:1: the header says 2000000000 nodes, and the lines name 2 at most"
    ),
  ])
  func whatIsWrongIsSaidWithItsPlace(text: String, fault: String) {
    #expect(Text.fault(text, .mtx) == fault)
  }

  @Test func aSymmetricMatrixHasNoDirectionToTake() {
    #expect(
      Text.fault(
        "%%MatrixMarket matrix coordinate pattern symmetric\n1 1 0\n", .mtx, direction: .directed)
        == "1:1: the file says that its edges have no direction")
  }
}
