import GraphCore
import Testing

@testable import Interchange

@Suite struct METISReaderTests {
  /// By hand: a square 1-2-3-4 with the diagonal 1-3 and the node 5 alone, with all that may stand
  /// in a line.
  @Test(arguments: [
    "5 5\n2 3 4\n1 3\n1 2 4\n1 3\n\n",
    "% c\n5 5 0\n2 3 4\n% between\n1 3\n1 2 4\n1 3\n\n\n\n",
    "5 5 10\r\n9 2 3 4\r\n9 1 3\r\n9 1 2 4\r\n9 1 3\r\n9\r\n",
    "5 5 110 2\n7 9 9 2 3 4\n7 9 9 1 3\n7 9 9 1 2 4\n7 9 9 1 3\n7 9 9\n",
  ])
  func sizesAndWeightsOfNodesArePassedOver(text: String) throws {
    let network = try Text.network(text, .metis)
    #expect(network.lines == ["1-2", "1-3", "1-4", "2-3", "3-4"])
    #expect(network.ids == ["1", "2", "3", "4", "5"])
  }

  @Test func weightsOfEdgesAreRead() throws {
    let network = try Text.network("3 2 001\n2 5\n1 5 3 2\n2 2\n", .metis)
    #expect(network.lines == ["1-2:5", "2-3:2"])
  }

  @Test(arguments: [
    ("", "1:1: the header lacks the number of nodes or edges"),
    ("3\n", "1:1: the header lacks the number of nodes or edges"),
    ("3 x\n", "1:3: the header has 'x' where it has no room for it"),
    ("3 2 2\n", "1:1: the code '2' of the weights is not known"),
    ("3 2 0 1 1\n", "1:9: the header has '1' where it has no room for it"),
    ("3 1\n2\n1\n", "1:1: the header says 3 nodes, the file has 2 lines of them"),
    (
      "2000000000 1\n2\n1\n",
      "1:1: the header says 2000000000 nodes, the file has 2 lines of them"
    ),
    (
      "9000000000 1\n2\n1\n", "1:1: the header says 9000000000 nodes and 1 edges"
    ),
    (
      "2 2\n2\n1\n",
      "1:1: the header says 2 edges, and the lines have 2 entries, not twice that"
    ),
    ("2 1\n3\n1\n", "2:1: the neighbour '3' is not one of 1 to 2"),
    ("2 1\n0\n1\n", "2:1: the neighbour '0' is not one of 1 to 2"),
    ("2 1\n1\n1\n", "2:1: node 1 is its own neighbour"),
    ("2 1\nx\n1\n", "2:1: the neighbour 'x' is not one of 1 to 2"),
    ("2 1\n2\n1\n1\n", "4:1: the header says 2 nodes, and here is the line of one more"),
    (
      "% c\n3 1\n2\n3\n\n",
      "3:1: the edge of nodes 1 and 2 does not stand alike in both their lines"
    ),
    (
      "2 1 001\n2 5\n1 6\n",
      "2:1: the edge of nodes 1 and 2 does not stand alike in both their lines"
    ),
    ("2 1 001\n2 5\n1\n", "3:2: the weight '' is no finite number"),
  ])
  func whatIsWrongIsSaidWithItsPlace(text: String, fault: String) {
    #expect(Text.fault(text, .metis) == fault)
  }
}
