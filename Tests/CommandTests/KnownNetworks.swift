/// Networks of the textbooks, as DOT.
enum KnownNetworks {
  /// The karate club of Zachary (1977), without weights, with the side that each member took.
  static let karate = """
    graph {
    node [club=hi] 1; 2; 3; 4; 5; 6; 7; 8; 9; 11; 12; 13; 14; 17; 18; 20; 22; node
    [club=officer] 10; 15; 16; 19; 21; 23; 24; 25; 26; 27; 28; 29; 30; 31; 32; 33; 34;
    1--2; 1--3; 1--4; 1--5; 1--6; 1--7; 1--8; 1--9; 1--11; 1--12; 1--13; 1--14; 1--18; 1--20; 1
    --22; 1--32; 2--3; 2--4; 2--8; 2--14; 2--18; 2--20; 2--22; 2--31; 3--4; 3--8; 3--9; 3--10; 3
    --14; 3--28; 3--29; 3--33; 4--8; 4--13; 4--14; 5--7; 5--11; 6--7; 6--11; 6--17; 7--17; 9--
    31; 9--33; 9--34; 10--34; 14--34; 15--33; 15--34; 16--33; 16--34; 19--33; 19--34; 20--34; 21
    --33; 21--34; 23--33; 23--34; 24--26; 24--28; 24--30; 24--33; 24--34; 25--26; 25--28; 25--
    32; 26--32; 27--30; 27--34; 28--34; 29--32; 29--34; 30--33; 30--34; 31--33; 31--34; 32--33;
    32--34; 33--34;
    }
    """

  /// The marriages of fifteen Florentine families (Padgett; the Pucci have none).
  static let marriages = """
    graph {
    acciaiuoli; albizzi; barbadori; bischeri; castellani; ginori; guadagni; lamberteschi;
    medici; pazzi; peruzzi; ridolfi; salviati; strozzi; tornabuoni;
    acciaiuoli--medici; albizzi--ginori; albizzi--guadagni; albizzi--medici; barbadori--
    castellani; barbadori--medici; bischeri--guadagni; bischeri--peruzzi; bischeri--strozzi;
    castellani--peruzzi; castellani--strozzi; guadagni--lamberteschi; guadagni--tornabuoni;
    medici--ridolfi; medici--salviati; medici--tornabuoni; pazzi--salviati; peruzzi--strozzi;
    ridolfi--strozzi; ridolfi--tornabuoni;
    }
    """

  /// Their business ties.
  static let business = """
    graph {
    acciaiuoli; albizzi; barbadori; bischeri; castellani; ginori; guadagni; lamberteschi;
    medici; pazzi; peruzzi; ridolfi; salviati; strozzi; tornabuoni;
    barbadori--castellani; barbadori--ginori; barbadori--medici; barbadori--peruzzi; bischeri--
    guadagni; bischeri--lamberteschi; bischeri--peruzzi; castellani--lamberteschi; castellani--
    peruzzi; ginori--medici; guadagni--lamberteschi; lamberteschi--peruzzi; medici--pazzi;
    medici--salviati; medici--tornabuoni;
    }
    """
}
