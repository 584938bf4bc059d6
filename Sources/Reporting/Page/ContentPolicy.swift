/// The security policy of a page that may hold a style sheet and a script of its own, and nothing else.
public enum ContentPolicy {
  /// The policy, for the `content` of a `meta` element.
  ///
  /// Every request is forbidden. Of style sheets and scripts only those count whose text, exactly as it stands
  /// between the tags, is given here: what a name from a file smuggled in would not run.
  ///
  /// - Parameters:
  ///   - styles: The texts of the `style` elements.
  ///   - scripts: The texts of the `script` elements that hold code; data need not be named.
  /// - Returns: The policy.
  public static func text(styles: [String], scripts: [String]) -> String {
    func sources(_ texts: [String]) -> String {
      texts.isEmpty ? "'none'" : texts.map(SHA256.policySource).joined(separator: " ")
    }
    return "default-src 'none'; style-src \(sources(styles)); script-src \(sources(scripts)); "
      + "base-uri 'none'; form-action 'none'"
  }
}
