import ArgumentParser
import GraphCore
import Reporting

/// What no question that was asked can use, and what networks cannot answer.
extension Spread {
  /// Whether it is asked how far something gets, which takes a model.
  private var asksSpread: Bool { from != nil || best != nil || everyone }

  /// Whether it is asked if edges hold, which takes their probabilities alone.
  private var asksEdges: Bool { between != nil || joining != nil }

  /// Refuses options that no question uses.
  func refuseIdleOptions() throws {
    guard !asksEdges || model == .cascade else {
      throw ValidationError(
        "--between and --joining ask whether edges hold, each with its probability, and --model "
          + "\(model.rawValue) plays no part in that; leave out --model, or ask for the rest by "
          + "itself.")
    }
    let shapeAlone = "--reached goes by the shape of the network alone; leave it out."
    guard chosenModel == nil || asksSpread || asksEdges else {
      throw ValidationError("--model is for --from, --best and --everyone, and " + shapeAlone)
    }
    guard needed == nil || model == .contagion else {
      throw ValidationError(
        "--needed is for the model contagion, not for \(model.rawValue); add --model contagion, or leave it "
          + "out.")
    }
    guard probability == nil || asksEdges || asksSpread else {
      throw ValidationError("--probability is that of edges, and " + shapeAlone)
    }
    guard probability == nil || asksEdges || !model.isCertain else {
      throw ValidationError(
        "--probability plays no part in the model \(model.rawValue); leave it out, or take another "
          + "model.")
    }
    guard samples == nil || asksEdges || asksSpread else {
      throw ValidationError("--samples is how many courses are drawn, and " + shapeAlone)
    }
    guard samples == nil || model != .contagion else {
      throw ValidationError(
        "--samples is how many courses are drawn, and contagion leaves nothing to chance; leave it "
          + "out.")
    }
  }

  /// Refuses more courses than there is memory for, where all are kept.
  func requireMemory(_ studied: StudiedInput) throws {
    let graph = studied.network.graph
    let most = SpreadReport.mostKeptCourses(in: graph, model)
    let keepsCourses =
      block > 0 || (best != nil && graph.nodeCount <= SpreadReport.mostGreedy)
    guard let samples, samples > most, keepsCourses else { return }
    throw Failure(
      .usage,
      "--samples \(samples) is more than memory is taken for: --best and --block keep all courses; take "
        + "\(most) or fewer for this network")
  }

  /// Refuses a plain network that does not say how likely anything passes.
  func requireProbabilities(_ studied: StudiedInput) throws {
    guard case .plain(let plain) = studied.source, probability == nil,
      asksEdges || (asksSpread && !model.isCertain)
    else { return }
    let graph = studied.network.graph
    let advice = "give --probability, or weights from 0 to 1"
    guard graph.isWeighted else {
      throw Failure(
        .usage,
        "\(input.name) does not say how likely its edges pass anything: it has no weights; "
          + advice)
    }
    let bad = graph.edges.indices.filter { !(0...1).contains(graph.edges[$0].weight ?? 1) }
    guard let first = bad.first else { return }
    throw Failure(
      .usage,
      "\(input.name) does not say how likely its edges pass anything: the weight of the edge "
        + "\(plain.words(of: first)) is \(graph.edges[first].weight ?? 1), and a probability is from 0 "
        + "to 1"
        + (bad.count > 1 ? " (\(bad.count) of \(graph.edgeCount) weights are outside)" : "")
        + "; \(advice)")
  }
}
