extension NamedNetwork {
  /// Who met whom outside the club among the 34 members of a karate club at a university in the
  /// United States, 1970 to 1972 [Zachary1977]: 78 ties.
  ///
  /// Weights count the settings in which two members met. Names are the numbers of the study: 1 is
  /// the instructor ("Mr. Hi"), 34 the president of the club ("John A."). Groups are the two clubs
  /// into which it split: 0 followed the instructor, 1 the officers. Data as in NetworkX 3.6.1.
  public static let karateClub = NamedNetwork(
    table: """
      1: 1*4 2*5 3*3 4*3 5*3 6*3 7*2 8*2 10*2 11*3 12*1 13*3 17*2 19*2 21*2 31*2
      2: 2*6 3*3 7*4 13*5 17*1 19*2 21*2 30*2
      3: 3*3 7*4 8*5 9*1 13*3 27*2 28*2 32*2
      4: 7*3 12*3 13*3
      5: 6*2 10*3
      6: 6*5 10*3 16*3
      7: 16*3
      8:
      9: 30*3 32*3 33*4
      10: 33*2
      11:
      12:
      13:
      14: 33*3
      15: 32*3 33*2
      16: 32*3 33*4
      17:
      18:
      19: 32*1 33*2
      20: 33*1
      21: 32*3 33*1
      22:
      23: 32*2 33*3
      24: 25*5 27*4 29*3 32*5 33*4
      25: 25*2 27*3 31*2
      26: 31*7
      27: 29*4 33*2
      28: 33*4
      29: 31*2 33*2
      30: 32*4 33*2
      31: 32*3 33*3
      32: 32*4 33*4
      33: 33*5
      34:
      """,
    groups: "0000000001000011001010111111111111")
}
