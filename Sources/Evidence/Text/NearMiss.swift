/// Finds the known word that a slip of the pen was meant to be.
package enum NearMiss {
  /// The known word nearest to a word, if no more than one letter in three of the longer one differs.
  ///
  /// A letter too many, too few or wrong, and two exchanged, count as one each. Of two that are as
  /// near, the one first in the alphabet is taken.
  package static func nearest(to word: String, among known: [String]) -> String? {
    var distance = EditDistance()
    let letters = word.unicodeScalars.map(\.value)
    let found = known.compactMap { candidate -> (Int, String)? in
      let other = candidate.unicodeScalars.map(\.value)
      let bound = max(1, max(letters.count, other.count) / 3)
      return distance.between(letters, other[...], atMost: bound).map { ($0, candidate) }
    }
    return found.min { $0 < $1 }?.1
  }
}
