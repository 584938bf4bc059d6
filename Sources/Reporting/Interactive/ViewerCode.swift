/// The script and the style sheet of interactive figures, the same for all of them.
enum ViewerCode {
  /// The script: its parts in one closed room, so that no name of it meets another on the page.
  static let script: String = {
    let parts = [
      PackageResources.elements_js, PackageResources.words_js, PackageResources.chains_js,
      PackageResources.view_js,
      PackageResources.field_js, PackageResources.names_js, PackageResources.marks_js,
      PackageResources.tip_js,
      PackageResources.filters_js, PackageResources.panel_js, PackageResources.tracing_js,
      PackageResources.pointer_js, PackageResources.keyboard_js, PackageResources.figure_js,
    ]
    return "(() => {\n'use strict';\n" + parts.map(text).joined(separator: "\n") + "})();"
  }()

  /// The style sheet, without the colours of a single figure.
  static let sheet = text(of: PackageResources.viewer_css)

  private static func text(of bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
