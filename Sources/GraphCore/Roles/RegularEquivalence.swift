extension Graph {
  /// The classes of the largest regular equivalence: nodes that have ties to the same classes,
  /// however many.
  ///
  /// Two nodes belong together if for each tie of the one to a third node, or from it, the other has
  /// such a tie with a node of that third node's class [White1983]; classes are divided until this
  /// holds, which gives the coarsest division there is [Borgatti1993]. Where every node has a tie in
  /// each direction all are of one class, so an undirected graph has at most two; give classes to begin
  /// with to ask more. Loops are left out, parallel edges are one, weights mean nothing.
  ///
  /// - Parameter start: By node index, any number that names a class that is not to be joined with
  ///   others; nil for none.
  /// - Returns: The classes.
  /// - Throws: `GraphError.wrongCount` if there is not one class for each node; `GraphError.cancelled`
  ///   if the task has been cancelled.
  /// - Complexity: O((n + m) log n) time for each of at most n rounds; O(n + m) space.
  public func regularClasses(from start: [Int]? = nil) throws(GraphError) -> NodeClasses {
    try classes(from: start, view: .presence)
  }

  /// The classes of the largest exact coloration: nodes that have as many ties to each class.
  ///
  /// As `regularClasses(from:)`, but the number of ties counts: the coarsest equitable partition
  /// [Everett1996], which no automorphism can leave. Nodes that it tells apart are not automorphically
  /// equivalent; `automorphicClasses(maximumSteps:execution:)` decides the rest.
  ///
  /// - Parameter start: By node index, any number that names a class that is not to be joined with
  ///   others; nil for none.
  /// - Returns: The classes.
  /// - Throws: `GraphError.wrongCount` if there is not one class for each node; `GraphError.cancelled`
  ///   if the task has been cancelled.
  /// - Complexity: As `regularClasses(from:)`.
  public func equitableClasses(from start: [Int]? = nil) throws(GraphError) -> NodeClasses {
    try classes(from: start, view: .counts)
  }

  private func classes(
    from start: [Int]?, view: ColorRefinement.View
  ) throws(GraphError) -> NodeClasses {
    let colors = try start.map { given throws(GraphError) in try numberedGroups(given).labels }
    let refinement = ColorRefinement(simplified(), view: view)
    let found = try refinement.refined(colors ?? [Int32](repeating: 0, count: nodeCount))
    return NodeClasses(DenseLabels(found.colors))
  }
}
