import CLibXML2
import GraphCore

/// Reads XML by libxml2 and reports it as events.
///
/// Nothing but the bytes at hand is ever read: no document type, no entity, no address. Entities other
/// than the five of XML are refused, so that a small file cannot grow. Depth, texts, attributes of one
/// element and defaults of a document type are bounded. Any encoding that libxml2 knows is read; the
/// handler sees valid UTF-8.
enum XMLEvents {
  /// One element may have about this many attributes or namespaces: the parser compares each with each.
  static let mostAttributes = 4096
  /// A document type may give this many attributes a default: each is looked at in each element.
  static let mostDefaults = 64

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - text: The document.
  ///   - options: The bounds of depth and of texts.
  ///   - handler: Is told of everything, in order.
  /// - Throws: ``NetworkError`` with line and column if the document is not well-formed, goes beyond a
  ///   bound, or the handler throws.
  /// - Complexity: O(bytes).
  static func read(
    _ text: NetworkText, options: NetworkOptions, into handler: some XMLHandler
  ) throws(NetworkError) {
    _ = isReady
    let reading = XMLReading(text: text, options: options, handler: handler)
    text.bytes.withUnsafeBufferPointer { bytes in reading.run(bytes) }
    if let failure = reading.failure { throw failure }
  }

  /// libxml2 wants to be set up once, before several threads use it. It is never torn down: other
  /// libraries of the process may use it too.
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()
}
