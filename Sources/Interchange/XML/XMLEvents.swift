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
  /// The root element begins within about so many bytes: the parser takes long over some long document
  /// types.
  static let mostBytesBeforeRoot = 64 << 10
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
    _ text: NetworkText, options: NetworkOptions, into handler: inout some XMLHandler
  ) throws(NetworkError) {
    _ = isReady
    let box = XMLBox(handler)
    let reading = XMLReading(text: text, options: options, receiver: box)
    text.bytes.withUnsafeBufferPointer { bytes in reading.run(bytes) }
    handler = box.handler
    if let failure = reading.failure { throw failure }
  }

  /// Reads a document into a handler that is an object.
  static func read(
    _ text: NetworkText, options: NetworkOptions, into handler: some XMLHandler & AnyObject
  ) throws(NetworkError) {
    var handler = handler
    try read(text, options: options, into: &handler)
  }

  /// libxml2 wants to be set up once, before several threads use it. It is never torn down: other
  /// libraries of the process may use it too.
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()
}

/// Hands events on. C calls back an object whose type it can name, so it cannot be generic itself.
class XMLReceiver {
  var tagNames: [String] { [] }
  func open(_ element: borrowing XMLElementEvent) throws(Fault) {}
  func close(_ tag: Int) throws(Fault) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) {}
  func instruction(_ target: String, _ text: String) throws(Fault) {}
}

/// Hands events on to a value, whose state is then reached through one access for each event.
final class XMLBox<Handler: XMLHandler>: XMLReceiver {
  private(set) var handler: Handler

  init(_ handler: Handler) { self.handler = handler }

  override var tagNames: [String] { handler.tagNames }
  override func open(_ element: borrowing XMLElementEvent) throws(Fault) {
    try handler.open(element)
  }
  override func close(_ tag: Int) throws(Fault) { try handler.close(tag) }
  override func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) { try handler.text(bytes) }
  override func instruction(_ target: String, _ text: String) throws(Fault) {
    try handler.instruction(target, text)
  }
}
