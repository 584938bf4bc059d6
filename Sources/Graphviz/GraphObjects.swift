import CGraphviz
import DOT

// Walks over the objects of a graph in libcgraph. Every pointer here lives as long as its GraphHandle.

typealias GraphPointer = UnsafeMutablePointer<Agraph_t>
typealias NodePointer = UnsafeMutablePointer<Agnode_t>
typealias EdgePointer = UnsafeMutablePointer<Agedge_t>
typealias AttributePointer = UnsafeMutablePointer<Agsym_t>

/// The kinds of objects as libcgraph numbers them.
enum ObjectKind: CInt, CaseIterable {
  case graph = 0
  case node = 1
  case edge = 2
}

enum GraphObjects {
  /// The nodes of a graph or subgraph in the order in which the text names them.
  static func nodes(of graph: GraphPointer) -> [NodePointer] {
    var nodes: [NodePointer] = unsafe []
    var node = unsafe agfstnode(graph)
    while let current = unsafe node {
      unsafe nodes.append(current)
      unsafe node = agnxtnode(graph, current)
    }
    return unsafe nodes
  }

  /// The edges of a graph or subgraph in the order in which the text names them.
  static func edges(of graph: GraphPointer) -> [EdgePointer] {
    var edges: [EdgePointer] = unsafe []
    unsafe nodes(of: graph).forEach { node in
      var edge = unsafe agfstout(graph, node)
      while let current = unsafe edge {
        unsafe edges.append(current)
        unsafe edge = agnxtout(graph, current)
      }
    }
    return unsafe edges.sorted { unsafe tl_edge_sequence($0) < tl_edge_sequence($1) }
  }

  /// The subgraphs right below a graph in the order in which the text names them.
  static func subgraphs(of graph: GraphPointer) -> [GraphPointer] {
    var subgraphs: [GraphPointer] = unsafe []
    var subgraph = unsafe agfstsubg(graph)
    while let current = unsafe subgraph {
      unsafe subgraphs.append(current)
      unsafe subgraph = agnxtsubg(current)
    }
    return unsafe subgraphs.sorted { unsafe tl_graph_sequence($0) < tl_graph_sequence($1) }
  }

  /// The attributes declared for a kind of object, in the order in which the text first names them.
  static func attributes(of graph: GraphPointer, _ kind: ObjectKind) -> [AttributePointer] {
    var attributes: [AttributePointer] = unsafe []
    var attribute = unsafe agnxtattr(graph, kind.rawValue, nil)
    while let current = unsafe attribute {
      unsafe attributes.append(current)
      unsafe attribute = agnxtattr(graph, kind.rawValue, current)
    }
    return unsafe attributes.sorted { unsafe $0.pointee.id < $1.pointee.id }
  }

  /// The name of a graph, node or edge as the text has it, or nil if it has none there.
  static func name(of object: UnsafeMutableRawPointer) -> String? {
    guard let name = unsafe agnameof(object) else { return nil }
    let raw = unsafe String(cString: name)
    return DOTNameMark.isMadeUp(raw) ? nil : DOTEscaping.name(raw: DOTNameMark.remove(from: raw))
  }

  /// The value of an attribute of an object.
  static func value(of object: UnsafeMutableRawPointer, _ attribute: AttributePointer) -> String {
    unsafe tl_value(object, attribute).map { unsafe String(cString: $0) } ?? ""
  }
}
