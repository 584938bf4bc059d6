extension NamedNetwork {
  /// A made-up office of ten in which the most ties (Diane), the most paths between others
  /// (Heather), and the shortest ways (Fernando and Garth) fall to different people
  /// [Krackhardt1990]: 18 ties.
  ///
  /// Data as in NetworkX 3.6.1.
  public static let krackhardtKite = NamedNetwork(
    table: """
      Andre: 1 2 3 5
      Beverly: 3 4 6
      Carol: 3 5
      Diane: 4 5 6
      Ed: 6
      Fernando: 6 7
      Garth: 7
      Heather: 8
      Ike: 9
      Jane:
      """)
}
