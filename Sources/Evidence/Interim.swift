/// Stands in for Dates/ and Names/ until they land: whoever lands Dates removes EDTF and EDTFError here,
/// whoever lands Names removes NameIndex, and the file goes with the last of them.
public struct EDTF: Sendable, Hashable {
  public let text: String
  public init(_ text: String) throws(EDTFError) { self.text = text }
}
public struct EDTFError: Error { public let mend: String; public let what: String; public let column: Int }
public struct NameIndex: Sendable {
  public struct Row: Sendable { public var id, name: String; public var scope: String?; public init(id: String, name: String, scope: String?) { self.id = id; self.name = name; self.scope = scope } }
  public enum Resolution: Sendable, Equatable { case one(String), many([String]), none(suggestions: [String]) }
  public init(_ rows: [Row]) {}
  public func resolve(_ text: String, in scope: String? = nil) -> Resolution { .none(suggestions: []) }
}
