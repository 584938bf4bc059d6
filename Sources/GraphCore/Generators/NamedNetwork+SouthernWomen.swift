extension NamedNetwork {
  /// Which of 18 women came to which of 14 social events in a town of the American South in the
  /// 1930s [Davis1941]: 89 attendances, each between a woman and an event.
  ///
  /// Groups tell the two kinds of nodes: 0 the women, 1 the events E1 to E14. Data as in NetworkX
  /// 3.6.1.
  public static let southernWomen = NamedNetwork(
    table: """
      Evelyn Jefferson: 18 19 20 21 22 23 25 26
      Laura Mandeville: 18 19 20 22 23 24 25
      Theresa Anderson: 19 20 21 22 23 24 25 26
      Brenda Rogers: 18 20 21 22 23 24 25
      Charlotte McDowd: 20 21 22 24
      Frances Anderson: 20 22 23 25
      Eleanor Nye: 22 23 24 25
      Pearl Oglethorpe: 23 25 26
      Ruth DeSand: 22 24 25 26
      Verne Sanderson: 24 25 26 29
      Myra Liddel: 25 26 27 29
      Katherina Rogers: 25 26 27 29 30 31
      Sylvia Avondale: 24 25 26 27 29 30 31
      Nora Fayette: 23 24 26 27 28 29 30 31
      Helen Lloyd: 24 25 27 28 29
      Dorothy Murchison: 25 26
      Olivia Carleton: 26 28
      Flora Price: 26 28
      E1:
      E2:
      E3:
      E4:
      E5:
      E6:
      E7:
      E8:
      E9:
      E10:
      E11:
      E12:
      E13:
      E14:
      """,
    groups: "00000000000000000011111111111111")
}
