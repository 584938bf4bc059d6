import CLibXML2

/// Receives what an XML document holds, in order.
///
/// A ``Fault`` that it throws ends the reading. With offset 0 it is told with the place of the element in
/// which it was thrown; with another offset, taken from ``XMLElementEvent/offset``, with that place.
protocol XMLHandler {
  /// Local names of the elements that the handler knows; the tag of an element is its place in this list.
  /// Asked for once.
  var tagNames: [String] { get }

  /// An element begins. What the event holds must not be kept beyond the call.
  mutating func open(_ element: borrowing XMLElementEvent) throws(Fault)

  /// The element that was opened last and is still open ends; its tag is -1 if its name is not known.
  mutating func close(_ tag: Int) throws(Fault)

  /// Text within the element that is open, valid UTF-8; it may come in pieces.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault)

  /// A processing instruction.
  mutating func instruction(_ target: String, _ text: String) throws(Fault)
}

extension XMLHandler {
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) {}
  mutating func instruction(_ target: String, _ text: String) throws(Fault) {}
}

/// The beginning of an element. Its names and values lie in memory of the parser, and are valid in the
/// call only that brings them.
struct XMLElementEvent: ~Copyable {
  /// The place of the name in the handler's list, or -1.
  let tag: Int
  /// How many elements are open around this one: 0 for the root.
  let depth: Int
  /// The local name, the prefix and the namespace, each ended by a zero.
  private let names:
    (local: UnsafePointer<UInt8>, prefix: UnsafePointer<UInt8>?, space: UnsafePointer<UInt8>?)
  /// Five pointers an attribute: local name, prefix, namespace, begin and end of the value.
  private let list: UnsafeBufferPointer<UnsafePointer<UInt8>?>
  /// Tells where things stand, while the reading goes on.
  unowned(unsafe) let reading: XMLReading
  /// Whether the element is of the same namespace as the root.
  let isLikeRoot: Bool

  /// Describes an element by what libxml2 tells of it.
  init(
    tag: Int, depth: Int, local: UnsafePointer<UInt8>, prefix: UnsafePointer<UInt8>?,
    space: UnsafePointer<UInt8>?, attributes: UnsafeBufferPointer<UnsafePointer<UInt8>?>,
    isLikeRoot: Bool, reading: XMLReading
  ) {
    self.tag = tag
    self.depth = depth
    names = (local, prefix, space)
    list = attributes
    self.isLikeRoot = isLikeRoot
    self.reading = reading
  }

  /// The local name.
  var name: String { String(cString: names.local) }
  /// The prefix, if there is one.
  var prefix: String? { names.prefix.map { String(cString: $0) } }
  /// Whether the name has a prefix.
  var hasPrefix: Bool { names.prefix != nil }
  /// The namespace, if there is one.
  var namespace: String? { names.space.map { String(cString: $0) } }

  /// The place of the element in the file, for messages: the byte of its `<`. In a file that is no UTF-8
  /// it is near that.
  var offset: Int { reading.elementOffset }

  /// The value of an attribute without a prefix.
  ///
  /// - Parameter name: The name.
  /// - Returns: Valid UTF-8, for this call only; `nil` if there is no such attribute.
  func attribute(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    let count = name.utf8CodeUnitCount
    let wanted = name.utf8Start
    var at = 0
    while at < list.count {
      if list[at + 1] == nil, let local = list[at] {
        var same = 0
        while same < count, local[same] == wanted[same] { same += 1 }
        if same == count, local[count] == 0 { return value(at) }
      }
      at += 5
    }
    return nil
  }

  /// The value of an attribute without a prefix, as text.
  func text(_ name: StaticString) -> String? {
    attribute(name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// A number that is the same for two elements of a document with the same names of attributes, so that
  /// a handler may look at the names once.
  var shape: Int {
    var shape = list.count
    for at in stride(from: 0, to: list.count, by: 5) {
      // The parser keeps one copy of each name.
      shape = shape &* 31 &+ Int(bitPattern: list[at]) &+ Int(bitPattern: list[at + 1])
    }
    return shape
  }

  /// All attributes, in the order of the file.
  var attributes: [(name: String, prefix: String?, value: String)] {
    stride(from: 0, to: list.count, by: 5).map { at in
      (
        list[at].map { String(cString: $0) } ?? "", list[at + 1].map { String(cString: $0) },
        String(decoding: value(at), as: UTF8.self)
      )
    }
  }

  /// The value of an attribute with a namespace, as text.
  func text(_ name: StaticString, namespace: StaticString) -> String? {
    for at in stride(from: 0, to: list.count, by: 5) {
      guard let local = list[at], let space = list[at + 2],
        String(cString: local) == "\(name)", String(cString: space) == "\(namespace)"
      else { continue }
      return String(decoding: value(at), as: UTF8.self)
    }
    return nil
  }

  private func value(_ at: Int) -> UnsafeBufferPointer<UInt8> {
    guard let begin = list[at + 3], let end = list[at + 4] else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(start: begin, count: end - begin)
  }
}
