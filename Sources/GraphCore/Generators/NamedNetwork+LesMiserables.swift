extension NamedNetwork {
  /// Which characters of Victor Hugo's novel appear in the same chapter [Knuth1993]: 77 characters,
  /// 254 ties.
  ///
  /// Weights count the chapters. Data and spelling of the names as in NetworkX 3.6.1.
  public static let lesMiserables = NamedNetwork(
    table: """
      Napoleon: 1*1
      Myriel: 2*8 3*10 4*1 5*1 6*1 7*1 8*2 9*1 10*5
      MlleBaptistine: 3*6 10*3
      MmeMagloire: 10*3
      CountessDeLo:
      Geborand:
      Champtercier:
      Cravatte:
      Count:
      OldMan:
      Valjean: 11*1 12*1 13*1 14*1 15*1 23*9 24*7 25*12 26*31 27*17 28*8 29*2 31*3 32*1 33*2 \
         34*3 35*3 36*2 37*2 38*2 43*3 44*1 48*1 49*2 51*2 55*19 58*4 64*1 68*1 69*1 70*1 71*1 \
         72*1
      Labarre:
      Marguerite: 23*2
      MmeDeR:
      Isabeau:
      Gervais:
      Listolier: 17*4 18*4 19*4 20*3 21*3 22*3 23*3
      Tholomyes: 18*4 19*4 20*3 21*3 22*3 23*3 26*1 55*1
      Fameuil: 19*4 20*3 21*3 22*3 23*3
      Blacheville: 20*4 21*3 22*3 23*3
      Favourite: 21*5 22*4 23*4
      Dahlia: 22*4 23*4
      Zephine: 23*4
      Fantine: 24*2 25*1 27*5 29*1 30*1 31*2
      MmeThenardier: 25*13 26*4 27*1 41*2 42*1 50*1 68*1 69*1 70*1
      Thenardier: 26*1 27*5 39*1 40*1 41*3 42*2 48*1 55*2 68*5 69*6 70*4 71*1 75*3
      Cosette: 27*1 43*1 49*3 51*2 54*1 55*21 72*2
      Javert: 28*1 29*1 31*1 33*1 43*1 48*1 58*6 68*1 69*2 70*1 71*1 72*1
      Fauchelevent: 44*3 45*2
      Bamatabois: 34*2 35*2 36*1 37*1 38*1
      Perpetue: 31*2
      Simplice:
      Scaufflaire:
      Woman1:
      Judge: 35*3 36*2 37*2 38*2
      Champmathieu: 36*2 37*2 38*2
      Brevet: 37*2 38*2
      Chenildieu: 38*2
      Cochepaille:
      Pontmercy: 52*1 55*1
      Boulatruelle:
      Eponine: 42*2 55*5 57*1 62*1 68*1 69*1 70*1 71*1 75*1
      Anzelma:
      Woman2:
      MotherInnocent:
      Gribier:
      MmeBurgon: 47*1 48*2
      Jondrette:
      Gavroche: 55*4 57*1 58*7 59*6 60*1 61*2 62*7 63*5 64*5 65*3 66*1 68*1 69*1 71*1 73*2 74*2 \
         75*1 76*1
      Gillenormand: 50*1 51*9 54*1 55*12 56*1
      Magnon:
      MlleGillenormand: 52*1 53*1 54*2 55*6
      MmePontmercy:
      MlleVaubois:
      LtGillenormand: 55*1
      Marius: 56*1 57*1 58*7 59*5 61*1 62*9 63*1 64*5 65*2
      BaronessT:
      Mabeuf: 58*1 59*2 61*1 62*2 63*2 64*1 65*1 67*3
      Enjolras: 59*15 60*4 61*6 62*17 63*4 64*10 65*5 66*3 70*1 76*1
      Combeferre: 60*2 61*5 62*13 63*5 64*9 65*5 66*1
      Prouvaire: 61*2 62*3 63*2 64*2 65*2 66*1
      Feuilly: 62*6 63*3 64*6 65*5 66*1
      Courfeyrac: 63*6 64*12 65*5 66*2 76*1
      Bahorel: 64*4 65*5 66*1 76*1
      Bossuet: 65*7 66*3 76*1
      Joly: 66*2 76*1
      Grantaire: 76*1
      MotherPlutarch:
      Gueulemer: 69*6 70*4 71*2 75*3
      Babet: 70*4 71*2 75*3
      Claquesous: 71*2 75*1
      Montparnasse: 75*1
      Toussaint:
      Child1: 74*3
      Child2:
      Brujon:
      MmeHucheloup:
      """)
}
