/// The size at which an SVG that Graphviz wrote is shown.
enum SVGSize {
  /// Puts a picture into the middle of a page, made smaller as a whole if it must be, by the size and the view box that
  /// it states; its coordinates stay.
  ///
  /// - Parameters:
  ///   - svg: The SVG.
  ///   - area: The page within its margins, in points.
  ///   - ground: The colour of the page.
  /// - Returns: The SVG, as it was if it states no size.
  static func framed(_ svg: [UInt8], on area: PageSize.Area, ground: Colour) -> [UInt8] {
    guard let start = firstIndex(of: #"<svg width=""#, in: svg),
      let end = svg[start...].firstIndex(of: UInt8(ascii: ">"))
    else { return svg }
    let head = String(decoding: svg[start..<end], as: UTF8.self)
    guard let size = stated(head) else { return svg }
    let scale = area.scale(width: size.width, height: size.height)
    guard let box = head.firstRange(of: "viewBox=\""),
      let close = head[box.upperBound...].firstIndex(of: "\"")
    else { return svg }
    func text(_ value: Double) -> String { String((value * 100).rounded() / 100) }
    let page = (
      width: area.width + 2 * PageSize.margin, height: area.height + 2 * PageSize.margin
    )
    let (width, height) = (page.width / scale, page.height / scale)
    let (x, y) = ((size.width - width) / 2, (size.height - height) / 2)
    let sized =
      "<svg width=\"\(text(page.width))pt\" height=\"\(text(page.height))pt\"\n "
      + "viewBox=\"\(text(x)) \(text(y)) \(text(width)) \(text(height))\(head[close...])>\n"
      + "<rect x=\"\(text(x))\" y=\"\(text(y))\" width=\"\(text(width))\" "
      + "height=\"\(text(height))\" fill=\"\(ground.hex)\"/"
    return svg[..<start] + Array(sized.utf8) + svg[end...]
  }

  /// The size of the drawing in its own coordinates, whatever the size that it states.
  static func drawn(_ svg: [UInt8]) -> (width: Double, height: Double)? {
    guard let start = firstIndex(of: "<svg width=\"", in: svg),
      let end = svg[start...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    return stated(String(decoding: svg[start..<end], as: UTF8.self))
  }

  /// The width and the height of the view box: those that are stated are rounded.
  static func stated(_ head: String) -> (width: Double, height: Double)? {
    guard let start = head.firstRange(of: #"viewBox=""#),
      let end = head[start.upperBound...].firstIndex(of: "\"")
    else { return nil }
    let numbers = head[start.upperBound..<end].split(separator: " ").compactMap { Double($0) }
    return numbers.count == 4 ? (numbers[2], numbers[3]) : nil
  }

  private static func firstIndex(of text: String, in bytes: [UInt8]) -> Int? {
    let pattern = Array(text.utf8)
    // The element stands at the beginning of the document, behind a comment at most.
    return bytes.indices.prefix(4096).first { bytes[$0...].starts(with: pattern) }
  }
}
