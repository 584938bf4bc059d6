import Foundation
import GraphCore
import Testing

extension ReferenceNetwork {
  /// The simple graph of a network of the fixtures.
  static func graph(named name: String) throws -> Graph {
    let url = try #require(
      Bundle.module.url(
        forResource: name, withExtension: "json", subdirectory: "Fixtures/networks"))
    return try load(url).graph
  }
}
