/// The elements of GEXF, by their local names: files differ in the addresses of their namespaces.
enum GEXFElement: String, CaseIterable {
  case gexf, meta, graph, nodes, node, edges, edge
  case attributes, attribute, options, attvalues, attvalue
  case initial = "default"
  case spells, spell, slices, slice
  case parents, parent
  case color, size, position, shape, thickness

  /// The element of a tag.
  init?(tag: Int) {
    guard Self.allCases.indices.contains(tag) else { return nil }
    self = Self.allCases[tag]
  }
}
