import Foundation
import Testing

/// An option that would do nothing is refused with a mend, never passed over.
@Suite struct MeaninglessOptionsTests {
  struct Row: CustomTestStringConvertible {
    var arguments: [String]
    var said: String
    var testDescription: String { arguments.joined(separator: " ") }

    init(_ arguments: String, _ said: String) {
      self.arguments = arguments.split(separator: " ").map(String.init)
      self.said = said
    }
  }

  private static let evidence = [
    Row("report GRAPH -f json --template FOLDER", "of which JSON has none; leave it out"),
    Row("report GRAPH -f html --browser chromium", "html needs none; leave it out"),
    Row("trace GRAPH --from Awlaki --count 3", "name both, or leave it out"),
    Row("trace GRAPH --from Awlaki --explain", "--explain needs --to"),
    Row("trace GRAPH --to Orlando --explain -f csv", "take text, json or markdown"),
    Row("trace GRAPH --to Orlando --theme dark", "text is none; leave it out"),
    Row("timeline GRAPH --theme dark -f json", "json is none; leave it out"),
    Row("timeline GRAPH --complete -f csv", "take text, json or markdown, or leave it out"),
    Row("timeline GRAPH --span 2014/2016 -f svg", "which svg does not hold"),
    Row("attribute GRAPH Westminster --all", "leave it out, or leave out ATTACK"),
    Row("centrality GRAPH --alpha 0.1", "add katz to --measures"),
    Row("centrality GRAPH --measures katz --alpha 0.1 --perturb", "leave --alpha out"),
    Row("centrality GRAPH --perturb -f csv", "take table, json or markdown"),
    Row("communities GRAPH --method infomap --resolution 2", "not for infomap; leave it out"),
    Row("communities GRAPH --clique-size 4", "is for --method cliques; leave it out"),
    Row(
      "structure GRAPH --only census --samples 5",
      "is for the parts small-world, chance, rich-club and intervals; leave it out"),
    Row("structure GRAPH --windows 4", "name its attribute"),
    Row("structure GRAPH --window-length 4", "goes with --windows"),
    Row("structure GRAPH --weights strength", "is for --only cut-tree; leave it out"),
    Row("structure GRAPH --weights distance", "is for --joining; leave it out"),
    Row("structure GRAPH --only cut-tree --weights strength", "leave out --weights"),
    Row("convert GRAPH --to dot --project side=a", "records evidence; leave it out"),
    Row("convert GRAPH --to dot --project-weight shared", "goes with --project"),
    Row(
      "structure GRAPH -o x.xyz", "end the output in .txt, .json, .csv, .md, .svg, .png, .pdf, .vl"),
    Row("spread GRAPH --from Awlaki --recovery 0.4", "--recovery is for sir and sis"),
    Row("convert GRAPH --to dot --form short", "dot has no such forms; leave it out"),
    Row("fmt GRAPH --check --in-place", "leave out --in-place and --output"),
    Row("fmt GRAPH --in-place -o x.yaml", "leave out --output"),
    Row("number GRAPH --in-place -o x.yaml", "leave out --output"),
    Row("centrality GRAPH --undirected", "--undirected is for plain networks"),
    Row("convert GRAPH --to dot --directed", "--directed is for plain networks"),
    Row("render GRAPH --raw --page a4 -f svg", "leave out --page"),
    Row("render GRAPH --raw --theme dark -f svg", "leave out --theme"),
    Row("render GRAPH --view diff -f svg", "or --as-of DATE"),
  ]

  @Test(arguments: evidence) func onEvidence(row: Row) throws {
    let folder = FileManager.default.temporaryDirectory.path
    let names = ["GRAPH": Command.articles, "FOLDER": folder]
    let result = try Command.run(row.arguments.map { names[$0] ?? $0 })
    #expect(result.status == 64, "\(result.errors)")
    #expect(result.errors.contains(row.said), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  private static let verbs = [
    "centrality", "structure", "communities", "robustness", "spread --from a --probability 1",
    "compare", "report", "render", "trace --from a",
  ]

  @Test(arguments: verbs, ["--policy p.yaml", "--as-of 2015-01-01", "--projection influence"])
  func onAPlainNetwork(verb: String, option: String) throws {
    let scratch = try Scratch()
    let network = try scratch.file("n.csv", "source,target\na,b\nb,c\nc,a\n")
    let words = verb.split(separator: " ").map(String.init)
    let other = words[0] == "compare" ? [network] : []
    let options = option.split(separator: " ").map(String.init)
    let result = try Command.run([words[0], network] + other + words.dropFirst() + options)
    #expect(result.status == 64, "\(result.errors)")
    #expect(result.errors.contains("\(options[0]) "))
    #expect(result.errors.contains("is a plain network"))
    #expect(result.errors.contains("leave it out"))
  }

  /// A number below 0 is a value, not a missing one.
  @Test(arguments: [
    Row("render GRAPH --focus Awlaki --hops -1 -f svg", "--hops must be from 0 to 100"),
    Row("trace GRAPH --from a --to b --count -1", "--count must be 1 or more"),
    Row("trace GRAPH --from a --max-hops -1", "--max-hops must be from 1 to 64"),
    Row("trace GRAPH --from a --min-probability -1", "--min-probability must be from 0 to 1"),
    Row("centrality GRAPH --top -1", "--top must be 1 or more"),
    Row("centrality GRAPH --samples -1", "--samples must be from 0"),
    Row("attribute GRAPH --draws -1", "--draws must be from 0"),
    Row("report GRAPH --window -1", "--window must be from 1"),
    Row("spread GRAPH --best -1", "--best must be 1 or more"),
    Row("spread GRAPH --from a --probability -1", "--probability must be from 0 to 1"),
    Row("diff GRAPH GRAPH --top -1", "--top must be 1 or more"),
    Row("render GRAPH --view backbone --alpha -1", "--alpha must be above 0"),
  ])
  func aNumberBelowZeroIsToldAsOne(row: Row) throws {
    let result = try Command.run(row.arguments.map { $0 == "GRAPH" ? Command.articles : $0 })
    #expect(result.status == 64)
    #expect(result.errors.contains(row.said), "\(result.errors)")
  }
}
