import Foundation
import InfluenceAnalysis
import Interchange

/// Settings in files of the user.
enum Settings {
  /// The policy of a file, or the standard one without a file.
  static func policy(_ path: String?) throws -> Policy {
    guard let path else { return .standard }
    let policy = try load(Policy.self, path: path, what: "policy")
    guard policy.name == Policy.standard.name, policy != .standard else { return policy }
    // Numbers that differ must not go by the name of the standard.
    var changed = policy
    changed.name = "\(policy.name), changed by \(path)"
    return changed
  }

  /// Decodes a YAML or JSON file.
  static func load<T: Decodable>(_ type: T.Type, path: String, what: String) throws -> T {
    do {
      return try SettingsFile.decode(type, text: GraphFile.text(of: path))
    } catch let error as GraphFileError {
      throw Failure(.noInput, "\(error)")
    } catch {
      throw Failure(.malformedData, "\(path): this is no \(what): \(error)")
    }
  }
}
