import GraphCore
import Testing

@testable import Interchange

/// All by hand from UCINET's description of its data language.
@Suite struct DLReaderTests {
  @Test(arguments: [
    ("dl n=3\ndata:\n0 1 0\n2 0 0\n0 0 0", ["1>2:1", "2>1:2"]),
    ("DL N = 3, FORMAT = FULLMATRIX DIAGONAL ABSENT DATA: 1 0 0 1 0 1", ["1>2", "2>3", "3>2"]),
    ("dl n=3 format=upperhalf data:\n1 0 1\n0 1\n0", ["1-1", "1-3", "2-3"]),
    ("dl n=3 format=lowerhalf diagonal absent data:\n1\n0 1", ["2-1", "3-2"]),
    ("dl n=3 format=edgelist1\ndata:\n1 2\n1,3 -1.5\n", ["1>2", "1>3:-1.5"]),
    ("dl n=3 format=nodelist1\ndata:\n1 2 3\n\n3 1\n", ["1>2", "1>3", "3>1"]),
    (
      "dl n=3 format = edgelist1\nlabels:\na,\"b b\" 'c\"c'\ndata:\n1 2\n3 1",
      ["a>b b", "c\"c>a"]
    ),
    ("dl n=3 format = edgelist1 labels embedded: data:\nx y\n\"z z\" x 2", ["x>y", "z z>x:2"]),
    (
      "dl n=2 labels embedded format = fullmatrix\ndata:\n  Bill Jan\nBill 0 1\nJan 0 0",
      ["Bill>Jan"]
    ),
    ("dl nr=2 nc=3 data:\n1 0 0\n0 0 1", ["1-3", "2-5"]),
    (
      "dl nr=2, nc=2 format=edgelist2\nrow labels: a b\ncolumn labels: x y\ndata:\n1 2\n2 1 3",
      ["a-y", "b-x:3"]
    ),
    (
      "dl nr=2 nc=2 format=nodelist2 row labels embedded column labels embedded data:\na x y\nb y",
      ["a-x", "a-y", "b-y"]
    ),
    ("dl n=2 nm=2 format=edgearray1 data:\n1 2 0 3\n2 1 1 1", ["1>2:3", "2>1:1", "2>1:1"]),
  ])
  func readsEachLayout(text: String, lines: [String]) throws {
    #expect(try Text.network(text, .dl).lines == lines)
    #expect(try Text.network(bytes: Array(text.replacing("\n", with: "\r\n").utf8)).lines == lines)
  }

  @Test func severalMatricesAreKinds() throws {
    let network = try Text.network(
      "dl n=2 nm=2 matrix labels: likes, trusts data:\n0 1\n0 0\n\n0 0\n1 0", .dl)
    #expect(network.lines == ["1>2", "2>1"])
    #expect(network.edgeAttributes["kind"]?[0] == .text("likes"))
    #expect(network.edgeAttributes["kind"]?[1] == .text("trusts"))
    let lists = try Text.network("dl n=2 nm=2 format=el1 data:\n1 2\n!\n2 1", .dl)
    #expect(lists.edgeAttributes["kind"]?[1] == .text("2"))
  }

  @Test func rowsAndColumnsAreNodesOfTwoKinds() throws {
    let network = try Text.network("dl nr=1 nc=2 row labels: a column labels: a b data: 1 1", .dl)
    // A label that two nodes have names neither.
    #expect(network.ids == ["1", "2", "3"])
    #expect(network.nodes.map(\.label) == ["a", "a", "b"])
    #expect((0..<3).map { network.nodeAttributes["mode"]?[$0]?.number } == [1, 2, 2])
  }

  @Test func nodesWithoutALabelHaveTheirNumber() throws {
    let network = try Text.network("dl n=3 format=edgelist1 labels embedded: data:\nx y\n", .dl)
    #expect(network.ids == ["x", "y", "3"])
  }

  @Test(arguments: [
    ("x", "1:1: the file does not begin with the word 'dl'"),
    ("dl n=5", "1:7: the word 'data:' is missing"),
    ("dl n=x data:", "1:6: 'x' after 'n' is no number of a size that a graph can have"),
    (
      "dl n=99999999999 data:",
      "1:6: '99999999999' after 'n' is no number of a size that a graph can have"
    ),
    ("dl n=2 colour=red data:", "1:8: 'colour' is no word of the data language that is read"),
    ("dl n=2 format=ranked data:", "1:15: the format 'ranked' is not read"),
    ("dl n=2 diagonal data:", "1:8: it is not said whether the diagonal is there"),
    ("dl labels: a b n=2 data:", "1:11: the labels come before their number"),
    ("dl n=3 labels: a b data:", "1:19: there are 2 labels for 3"),
    ("dl n=2 row data:", "1:8: 'row' is not followed by 'labels'"),
    ("dl nm=0 n=1 data:", "1:1: nm is 0"),
    ("dl nm=2147483647 n=1 data:", "1:1: nm is 2147483647, more than the file has room for"),
    (
      "dl nr=2 nc=3 format=edgelist1 data:",
      "1:1: edgelist1 has nodes of one kind, and 2 rows and 3 columns are of two"
    ),
    ("dl n=2 data: 0 1 0", "1:19: the data end within a matrix of 2 rows and 2 columns"),
    ("dl n=1 data: 0 1", "1:16: there is something after the last row"),
    ("dl n=1 data: x", "1:14: 'x' is no finite number"),
    ("dl n=1 data: 1e999", "1:14: '1e999' is no finite number"),
    ("dl n=1 format=el1 data:\n1 2", "2:3: '2' is not one of 1 to 1"),
    ("dl n=1 format=el1 data:\n1", "2:1: the line has 1 fields"),
    ("dl n=1 format=el1 data:\n1 1 nan", "2:5: 'nan' is no finite number"),
    (
      "dl n=1 format=el1 labels embedded data:\nx y",
      "2:3: 'y' is one label more than there are nodes"
    ),
    ("dl n=1 format=el1 labels embedded data:\n\"x", "2:1: the text is not closed: '\"x'"),
    ("dl n=1 nm=1 format=el1 data:\n!", "2:1: there are more lists than the 1 of nm"),
    (
      "dl n=2000000000 format=el1 data:\n1 2\n",
      "1:1: the header says 2000000000 nodes, and the lines name 2 at most"
    ),
    (
      "dl n=2000000000 data:\n1 2\n",
      "3:1: the data end within a matrix of 2000000000 rows and 2000000000 columns"
    ),
  ])
  func faultsSayWhereTheyAre(text: String, fault: String) {
    #expect(Text.fault(text, .dl) == fault)
  }
}
