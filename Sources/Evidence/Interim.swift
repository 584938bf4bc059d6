/// Stands in for Names/ until it lands: whoever lands it removes this file.
public struct NameIndex: Sendable {
  public struct Row: Sendable {
    public var id, name: String; public var scope: String?;
    public init(id: String, name: String, scope: String?) {
      self.id = id; self.name = name; self.scope = scope
    }
  }
  public enum Resolution: Sendable, Equatable {
    case one(String), many([String]), none(suggestions: [String])
  }
  public init(_ rows: [Row]) {}
  public func resolve(_ text: String, in scope: String? = nil) -> Resolution {
    .none(suggestions: [])
  }
}
