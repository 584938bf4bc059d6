extension NamedNetwork {
  /// Marriages between 16 leading families of Florence in the early fifteenth century
  /// [Padgett1993]: 20 ties. The Pucci have none.
  ///
  /// Data as in NetworkX 3.6.1, with the Pucci added.
  public static let florentineFamilies = NamedNetwork(
    table: """
      Acciaiuoli: 8
      Albizzi: 5 6 8
      Barbadori: 4 8
      Bischeri: 6 10 14
      Castellani: 10 14
      Ginori:
      Guadagni: 7 15
      Lamberteschi:
      Medici: 12 13 15
      Pazzi: 13
      Peruzzi: 14
      Pucci:
      Ridolfi: 14 15
      Salviati:
      Strozzi:
      Tornabuoni:
      """)
}
