import CLibXML2
import GraphCore

/// One document on its way through libxml2.
///
/// The parser pulls its input and calls back; whatever goes wrong is kept as ``failure``, after which
/// every call back does nothing and the input ends. (To halt the parser from within its calls is left
/// alone: not every place of it bears that.)
final class XMLReading {
  private let text: NetworkText
  private let options: NetworkOptions
  private let receiver: XMLReceiver
  private let isUTF8: Bool
  private var tags: XMLTags

  /// Why the reading ended, if it did not reach the end.
  private(set) var failure: NetworkError? { didSet { hasFailed = failure != nil } }
  /// Asked for each event, which a whole error would make slow.
  private var hasFailed = false

  private var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var parser: xmlParserCtxtPtr?
  /// How many bytes the parser has taken.
  private var taken = 0
  private var released = 0
  /// Where the tags of the open elements end, the innermost last.
  private var open: [Int] = []
  /// The length of the text since the last tag.
  private var textLength = 0
  private var defaultCount = 0
  /// The namespace of the root; the parser keeps one copy of each.
  private var rootSpace: UnsafePointer<UInt8>?
  private var hasRoot = false

  init(text: NetworkText, options: NetworkOptions, receiver: XMLReceiver) {
    self.text = text
    self.options = options
    self.receiver = receiver
    isUTF8 = text.isTranscoded || XMLBeginning.isUTF8(text.bytes.prefix(256))
    tags = XMLTags(receiver.tagNames)
  }

  /// Reads all of it.
  func run(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    let myself = Unmanaged.passUnretained(self).toOpaque()
    // Errors of encodings belong to no parser and would be printed.
    let (oldHandler, oldContext) = (tl_xml_handler(), tl_xml_handler_context())
    xmlSetStructuredErrorFunc(myself) { context, error in
      XMLReading.from(context)?.report(error?.pointee)
    }
    defer { xmlSetStructuredErrorFunc(oldContext, oldHandler) }
    var calls = Self.calls
    let parser = xmlCreateIOParserCtxt(
      &calls, myself,
      { context, target, count in XMLReading.from(context)?.give(target, count) ?? -1 },
      { _ in 0 }, myself,
      text.isTranscoded ? XML_CHAR_ENCODING_UTF8 : XML_CHAR_ENCODING_NONE)
    guard let parser else {
      failure = NetworkError(
        file: text.path, message: "the XML parser cannot begin", mend: "is there enough memory?")
      return
    }
    self.parser = parser
    // Entities are "replaced" so that `&amp;` comes as one character; none but the five is ever given.
    // Without the parser's own bounds, since those of the options hold.
    var wishes = XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue | XML_PARSE_HUGE.rawValue
    // The document may still name the encoding that it had.
    if text.isTranscoded { wishes |= XML_PARSE_IGNORE_ENC.rawValue }
    xmlCtxtUseOptions(parser, Int32(wishes))
    xmlParseDocument(parser)
    if failure == nil, parser.pointee.wellFormed == 0 {
      fail(Fault(offset: 0, message: "this is no well-formed XML", mend: "correct the file"))
    }
    if let document = parser.pointee.myDoc { xmlFreeDoc(document) }
    self.parser = nil
    xmlFreeParserCtxt(parser)
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> XMLReading? {
    context.map { Unmanaged<XMLReading>.fromOpaque($0).takeUnretainedValue() }
  }

  /// What libxml2 calls.
  private static var calls: xmlSAXHandler {
    var calls = xmlSAXHandler()
    calls.initialized = tl_xml_sax2()
    calls.startElementNs = { context, local, prefix, space, _, _, count, _, attributes in
      guard let reading = XMLReading.from(context), let local else { return }
      reading.begin(
        local, prefix, space,
        UnsafeBufferPointer(start: UnsafePointer(attributes), count: Int(count) * 5))
    }
    calls.endElementNs = { context, local, _, _ in
      guard let reading = XMLReading.from(context), let local else { return }
      reading.end(local)
    }
    calls.characters = { context, text, count in
      XMLReading.from(context)?.take(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    // The same, so that the parser does not look whether text is blank.
    calls.ignorableWhitespace = calls.characters
    calls.cdataBlock = calls.characters
    calls.processingInstruction = { context, target, text in
      guard let reading = XMLReading.from(context), let target else { return }
      reading.instruction(target, text)
    }
    calls.getEntity = { context, name in
      XMLReading.from(context)?.refuseEntity(name, "&")
      return nil
    }
    calls.getParameterEntity = { context, name in
      XMLReading.from(context)?.refuseEntity(name, "%")
      return nil
    }
    calls.attributeDecl = { context, _, name, _, _, value, list in
      xmlFreeEnumeration(list)
      if value != nil { XMLReading.from(context)?.countDefault() }
    }
    // The context is not always ours: for faults of the document type it is the parser. The error knows
    // its parser, and the parser knows us.
    calls.serror = { _, error in
      guard let error = error?.pointee, let parser = error.ctxt else { return }
      let context = parser.assumingMemoryBound(to: xmlParserCtxt.self).pointee.userData
      XMLReading.from(context)?.report(error)
    }
    return calls
  }
}

extension XMLReading {
  /// Hands bytes to the parser; none after a failure.
  private func give(_ target: UnsafeMutablePointer<CChar>?, _ count: Int32) -> Int32 {
    guard !hasFailed, let target, let base = bytes.baseAddress else { return 0 }
    if let parser {
      let most = Int32(10 * XMLEvents.mostAttributes)
      if parser.pointee.maxatts > most || parser.pointee.nsMax > most {
        fail(
          Fault(
            offset: 0,
            message: "an element has more than \(XMLEvents.mostAttributes) attributes or "
              + "namespaces", mend: "is the file broken? No format of networks needs so many"))
        return 0
      }
    }
    if !hasRoot, taken > XMLEvents.mostBytesBeforeRoot {
      fail(
        Fault(
          offset: 0,
          message: "no element begins within the first \(XMLEvents.mostBytesBeforeRoot) bytes",
          mend: "take long comments and the document type out"))
      return 0
    }
    let count = min(Int(count), bytes.count - taken)
    UnsafeMutableRawPointer(target).copyMemory(from: base + taken, byteCount: count)
    taken += count
    // The last megabyte stays, since the places of faults are looked up in it.
    if text.isMapped, taken - released > 2 << 20 {
      MappedFile.release(released..<(taken - 1 << 20), of: bytes)
      released = taken - 1 << 20
    }
    return Int32(count)
  }

  /// How far the parser is, in bytes.
  private var position: Int {
    guard let input = parser?.pointee.input, let cur = input.pointee.cur,
      let end = input.pointee.end, isUTF8
    else { return taken }
    return max(0, min(taken - (end - cur), bytes.count))
  }

  /// Where the tag begins that ends at a place: a `<` cannot stand in it.
  private func tagBegin(_ end: Int) -> Int {
    guard isUTF8 else { return end }
    var at = min(end, bytes.count - 1)
    while at > 0, bytes[at] != UInt8(ascii: "<") { at -= 1 }
    return max(at, 0)
  }

  /// Where the element begins that was opened last.
  var elementOffset: Int { open.last.map(tagBegin) ?? 0 }

  /// Keeps the first failure.
  private func fail(_ fault: Fault, at place: Int? = nil) {
    guard !hasFailed else { return }
    var fault = fault
    if fault.offset == 0 { fault.offset = place ?? position }
    guard isUTF8 else {
      let input = parser?.pointee.input?.pointee
      failure = NetworkError(
        file: text.path, line: input.map { max(Int($0.line), 1) },
        column: input.map { max(Int($0.col), 1) }, message: fault.message, mend: fault.mend)
      return
    }
    failure = text.error(fault)
  }

  private func report(_ error: xmlError?) {
    guard !hasFailed, let error, let fault = XMLFaults.fault(error) else { return }
    fail(fault)
  }

  private func begin(
    _ local: UnsafePointer<UInt8>, _ prefix: UnsafePointer<UInt8>?, _ space: UnsafePointer<UInt8>?,
    _ attributes: UnsafeBufferPointer<UnsafePointer<UInt8>?>
  ) {
    guard !hasFailed else { return }
    if !hasRoot { rootSpace = space }
    hasRoot = true
    open.append(position)
    textLength = 0
    do throws(Fault) {
      guard open.count <= options.mostDepth else {
        throw Fault(
          offset: 0, message: "elements lie in each other more than \(options.mostDepth) deep",
          mend: "is the file broken? else raise the limit with --most-depth")
      }
      for at in stride(from: 0, to: attributes.count, by: 5) {
        guard let begin = attributes[at + 3], let end = attributes[at + 4],
          end - begin > options.mostTextBytes
        else { continue }
        throw tooLong("an attribute")
      }
      try receiver.open(
        XMLElementEvent(
          tag: tags.tag(of: local), depth: open.count - 1, local: local, prefix: prefix,
          space: space, attributes: attributes, isLikeRoot: space == rootSpace, reading: self))
    } catch {
      fail(error, at: elementOffset)
    }
  }

  private func end(_ local: UnsafePointer<UInt8>) {
    guard !hasFailed else { return }
    textLength = 0
    do throws(Fault) {
      try receiver.close(tags.tag(of: local))
    } catch {
      fail(error, at: elementOffset)
    }
    open.removeLast()
  }

  private func take(_ piece: UnsafeBufferPointer<UInt8>) {
    guard !hasFailed, !piece.isEmpty else { return }
    textLength += piece.count
    do throws(Fault) {
      guard textLength <= options.mostTextBytes else { throw tooLong("a text") }
      try receiver.text(piece)
    } catch {
      fail(error, at: elementOffset)
    }
  }

  private func instruction(_ target: UnsafePointer<UInt8>, _ text: UnsafePointer<UInt8>?) {
    guard !hasFailed else { return }
    do throws(Fault) {
      let text = text.map { String(cString: $0) } ?? ""
      guard text.utf8.count <= options.mostTextBytes else { throw tooLong("an instruction") }
      try receiver.instruction(String(cString: target), text)
    } catch {
      fail(error)
    }
  }

  private func tooLong(_ what: String) -> Fault {
    Fault(
      offset: 0, message: "\(what) has more than \(options.mostTextBytes) bytes",
      mend: "shorten it, or raise the limit with --most-text-bytes")
  }

  private func refuseEntity(_ name: UnsafePointer<UInt8>?, _ mark: String) {
    let name = name.map { String(cString: $0) } ?? ""
    fail(
      Fault(
        offset: 0,
        message:
          "the entity '\(mark)\(Fault.cut(name));' is none of XML's own five, and others are "
          + "not expanded",
        mend: "write the text that it stands for"))
  }

  private func countDefault() {
    defaultCount += 1
    guard defaultCount > XMLEvents.mostDefaults else { return }
    fail(
      Fault(
        offset: 0,
        message: "the document type gives more than \(XMLEvents.mostDefaults) attributes a default",
        mend: "take the document type out"))
  }
}

/// The tags of element names. The parser keeps one copy of each name, so that mostly the address tells.
struct XMLTags {
  private let names: [[UInt8]]
  private var known = [(address: UnsafePointer<UInt8>?, tag: Int)](
    repeating: (nil, -1), count: 64)

  init(_ names: [String]) { self.names = names.map { Array($0.utf8) } }

  /// The place of a name, ended by a zero, in the list, or -1.
  mutating func tag(of name: UnsafePointer<UInt8>) -> Int {
    let address = Int(bitPattern: name)
    let slot = (address ^ (address >> 6)) & 63
    if known[slot].address == name { return known[slot].tag }
    let tag =
      names.firstIndex { candidate in
        for (index, byte) in candidate.enumerated() where name[index] != byte { return false }
        return name[candidate.count] == 0
      } ?? -1
    known[slot] = (name, tag)
    return tag
  }
}
