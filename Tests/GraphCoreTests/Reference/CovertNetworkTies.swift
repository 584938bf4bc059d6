import GraphCore
import TestSupport

/// Ties of covert networks as their papers print them. Persons are numbers; who they are makes no
/// difference to the figures.
enum CovertNetworkTies {
  /// S. Koschade, A social network analysis of Jemaah Islamiyah, Studies in Conflict and Terrorism 29
  /// (2006) 559-575, Table 1: the 63 ties, here without strengths, among the 17 of a cell in Bali in
  /// 2002. Numbers are the rows of its Table 4.
  static let bali = graph(
    nodeCount: 17,
    """
    0: 1 2 3 4 5 6 7 8 10 11 12 13 14 15 16
    1: 2 3 4 5 6 7 8 15 16
    2: 3 4 5 6 7 8 15
    3: 4 5 6 7 8 9
    4: 5 6 7 8 9
    5: 6 7 8 9
    6: 7 8 9
    7: 8 9
    8: 9
    10: 11 12 13 14
    11: 12 13 14
    12: 13 14
    13: 14
    15: 16
    """)

  /// V. Krebs, Mapping networks of terrorist cells, Connections 24 (2002) 43-52: 153 ties among 62
  /// persons around the attacks of 11 September 2001. Numbers go by the number of ties, most first.
  static let september11 = graph(
    nodeCount: 62,
    """
    0: 1 2 3 4 5 6 7 9 11 12 14 18 21 23 24 25 26 30 32 33 52 54
    1: 2 5 6 7 9 10 11 13 14 18 19 21 23 24 30 32 33
    2: 4 6 7 10 15 22 23 29 35 44 47
    3: 17 31 39 40 46 48 51 55 57 61
    4: 10 13 15 16 29 36 38 41 59
    5: 6 12 14 21 24 26 32 49
    6: 10 14 21 23 24 25
    7: 9 10 11 18 19 22
    8: 12 20 27 28 37 53 56 60
    9: 11 18 19 33 50
    10: 15 22 29
    11: 18 19 34 42
    12: 20 27 28 43 45
    13: 16 22 25 38 50
    14: 24 30 32
    15: 29 36 41
    16: 25 34 38 42
    17: 20 26 31 46 51
    18: 19
    19: 33
    20: 26 37
    21: 49
    22: 34
    23: 35
    27: 28 45
    28: 37
    30: 58
    31: 40 48
    34: 42
    35: 44 47
    36: 41
    39: 40 43
    """)

  private static func graph(nodeCount: Int, _ rows: String) -> Graph {
    let pairs = rows.split(separator: "\n").flatMap { row in
      let numbers = row.split { !$0.isWholeNumber }.compactMap { Int($0) }
      return numbers.dropFirst().map { (numbers[0], $0) }
    }
    return GraphFamilies.make(nodeCount, pairs, isDirected: false)
  }
}
