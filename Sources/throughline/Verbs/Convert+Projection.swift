import ArgumentParser
import GraphCore
import Interchange

/// What the weight of an edge between two nodes that share neighbors is.
enum ProjectionWeightName: String, ExpressibleByArgument, CaseIterable {
  case collaboration, shared, jaccard

  var weight: Graph.ProjectionWeight {
    switch self {
    case .collaboration: .collaboration
    case .shared: .shared
    case .jaccard: .jaccard
    }
  }
}

extension Convert {
  /// One side of a network, if that was asked for.
  ///
  /// - Throws: `Failure` if no node has the value, or two nodes of the side are joined.
  func projected(_ network: PlainNetwork) throws -> PlainNetwork {
    guard let project else { return network }
    let parts = project.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].trimmed.isEmpty else {
      throw Failure(.usage, "--project needs an attribute and a value, such as side=person")
    }
    let (attribute, value) = (parts[0].trimmed, parts[1].trimmed)
    guard let column = network.nodeAttributes[attribute] else {
      let known = network.nodeAttributes.columns.map(\.name)
      throw Failure(
        .usage,
        "no node of \(input.name) has an attribute '\(attribute)'"
          + (known.isEmpty
            ? "; give the sides in a table with --nodes"
            : "; there is \(known.joined(separator: ", "))"))
    }
    do {
      let weight = (projectWeight ?? .collaboration).weight
      if let found = try network.projection(onto: attribute, value: value, weight: weight) {
        return found
      }
    } catch GraphError.edgeWithinSide(let edge) {
      let ends = network.graph.edges[edge]
      throw Failure(
        .malformedData,
        "\(input.name): \(network.nodes[ends.tail].id) and \(network.nodes[ends.head].id) are tied, and both have "
          + "\(attribute)=\(value); a side has no ties within, so take out that edge or mend the attribute"
      )
    } catch {
      throw Failure(.malformedData, error.description)
    }
    let values = Set(network.graph.nodes.compactMap { column[$0]?.text }).sorted().prefix(10)
    throw Failure(
      .usage,
      "no node of \(input.name) has \(attribute)=\(value); there is "
        + values.joined(separator: ", "))
  }
}
