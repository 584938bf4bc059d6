import Evidence

/// An attack and those who carried it out: the ends at which somebody can have had a part in it.
struct AttackView: Sendable {
  /// The id of the attack.
  let attack: String
  /// The attack and the collectives of attacks that it belongs to.
  let targets: [String]
  /// The ids of those who carried it out, sorted.
  let perpetrators: [String]

  init(_ attack: String, in attributor: Attributor) {
    self.attack = attack
    let graph = attributor.table.graph
    var targets = [attack]
    var next = 0
    while next < targets.count {
      targets += graph.collectives(of: targets[next]).filter { !targets.contains($0) }
      next += 1
    }
    self.targets = targets
    let network = attributor.network
    // Those who carried out all of several attacks carried out each of them.
    perpetrators = Set(
      targets.flatMap { target in
        network.stepsInto[target, default: []].filter { step in
          step.arc.relation == "perpetrated" && step.rung == nil
            && (target == attack || attributor.speaksOfAll(step.arc))
        }.map(\.arc.tail)
      }
    ).sorted()
  }

  /// Where somebody can have had a part in it.
  var ends: [String] { targets + perpetrators }
}
