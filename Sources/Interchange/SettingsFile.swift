import Yams

/// Reads settings, such as a vocabulary or a policy, from YAML or JSON.
public enum SettingsFile {
  /// What is wrong with a settings file.
  public struct Failure: Error, CustomStringConvertible {
    /// What is wrong, with the key where it is.
    public let description: String
  }

  /// Decodes a value.
  ///
  /// - Parameters:
  ///   - type: The type of the value.
  ///   - text: YAML or JSON.
  /// - Returns: The value.
  /// - Throws: ``Failure`` that names the key or the line.
  public static func decode<T: Decodable>(_ type: T.Type, text: String) throws(Failure) -> T {
    do {
      return try YAMLDecoder().decode(type, from: text)
    } catch let error as DecodingError {
      throw Failure(description: describe(error))
    } catch {
      throw Failure(description: "\(error)")
    }
  }

  private static func describe(_ error: DecodingError) -> String {
    func path(_ context: DecodingError.Context) -> String {
      let keys = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
      return keys.isEmpty ? "at the top" : "at \(keys.joined(separator: "."))"
    }
    switch error {
    case .keyNotFound(let key, let context):
      return "\(path(context)): the key '\(key.stringValue)' is missing; add it"
    case .typeMismatch(let type, let context):
      return "\(path(context)): expected \(type); correct the value"
    case .valueNotFound(let type, let context):
      return "\(path(context)): expected \(type), found nothing; give a value"
    case .dataCorrupted(let context):
      // What the value itself complains of says more than that it was in YAML.
      guard let cause = context.underlyingError else {
        return "\(path(context)): \(context.debugDescription)"
      }
      return cause is YamlError ? "\(cause)" : "\(path(context)): \(cause)"
    @unknown default: return "\(error)"
    }
  }
}
