/// Interim.
public struct EDTF: Sendable, Hashable {
  public let text: String
  public init(_ text: String) throws(EDTFError) { self.text = text }
}
public struct EDTFError: Error { public let mend: String }
public struct NameIndex: Sendable {
  public struct Row: Sendable { public var id, name: String; public var scope: String? }
  public enum Resolution: Sendable, Equatable { case one(String), many([String]), none(suggestions: [String]) }
  public init(_ rows: [Row]) {}
  public func resolve(_ text: String, in scope: String? = nil) -> Resolution { .none(suggestions: []) }
}
