/// "Every hop of a chain is present", where a hop is present if any of its links is.
struct JointEvent: Sendable {
  /// By hop, how the presence of each of its links follows from the uniforms.
  let hops: [[Presence]]

  /// The chance of it: the product over groups of hops that have no uniform in common, each group
  /// over the worlds of its own uniforms.
  ///
  /// - Parameters:
  ///   - samples: How many worlds are drawn where a group has too many cases.
  ///   - seed: The seed of the draws.
  /// - Returns: The chance, 0 to 1; never above that of the least probable hop but for draws.
  func probability(samples: Int, seed: UInt64) -> Double {
    groups.reduce(1) { product, group in
      let space = WorldSpace(group.flatMap { $0 })
      return product
        * space.probability(space.mode(samples: samples, seed: seed)) { present in
          var first = 0
          var all = UInt64.max
          for hop in group {
            all &= present[first..<(first + hop.count)].reduce(0, |)
            first += hop.count
          }
          return all
        }
    }
  }

  /// The hops, parted so that those of different groups rest on different uniforms.
  private var groups: [[[Presence]]] {
    var groups: [(hops: [[Presence]], uniforms: Set<Uniform>)] = []
    for hop in hops {
      var joined = (
        hops: [hop], uniforms: hop.reduce(into: Set<Uniform>()) { $0.formUnion($1.uniforms) }
      )
      var others: [(hops: [[Presence]], uniforms: Set<Uniform>)] = []
      for group in groups {
        if group.uniforms.isDisjoint(with: joined.uniforms) {
          others.append(group)
        } else {
          joined = (group.hops + joined.hops, group.uniforms.union(joined.uniforms))
        }
      }
      groups = others + [joined]
    }
    return groups.map(\.hops)
  }
}
