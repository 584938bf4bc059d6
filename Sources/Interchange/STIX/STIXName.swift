/// The names of our objects in STIX. They follow from our own ids, so that a bundle written again
/// names the same things by the same identifiers.
enum STIXName {
  /// The name space of all our identifiers: that of `urn:throughline:stix` among URLs.
  static let space: [UInt8] = [
    0xB1, 0x43, 0x61, 0xF4, 0x18, 0x7B, 0x5F, 0xD3, 0x99, 0x59, 0x79, 0x41, 0x11, 0x96, 0xB0, 0x32,
  ]

  /// The identifier of an object.
  ///
  /// - Parameters:
  ///   - type: The type of the object, such as `identity`.
  ///   - name: What tells it from all others, such as `entity:alpha`.
  /// - Returns: The type, two hyphens and a UUID.
  static func id(_ type: String, _ name: String) -> String {
    type + "--" + NameUUID.text(name, in: space)
  }

  /// The identity that made the bundle.
  static let maker = id("identity", "throughline")

  /// The definition of our extension, under which each object keeps its native form.
  static let definition = id("extension-definition", "throughline")

  /// The identity of a publisher.
  static func publisher(_ name: String) -> String { id("identity", "publisher:" + name) }

  /// The identity of a voice that is no entity.
  static func asserter(_ id: String) -> String { self.id("identity", "asserter:" + id) }
}
