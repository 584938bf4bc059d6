import ArgumentParser
import Evidence
import Foundation
import Interchange

/// `fmt`: a graph file in canonical order, in the form that it has.
struct Fmt: ParsableCommand, Verb {
  static let configuration = CommandConfiguration(
    abstract: "Rewrite a graph file in canonical order.",
    discussion: """
      Keeps the form of the file, its ids and its comments, fills in the places of quotes, and \
      writes to standard output unless told otherwise. A file with errors is left alone.

      Examples:
        throughline fmt attacks.yaml --in-place
        throughline fmt attacks.yaml --check
      """)

  @OptionGroup var input: GraphInput
  @OptionGroup var common: NativeOptions
  @OptionGroup var output: OutputOptions

  @Flag(name: [.customShort("i"), .long], help: "Rewrite the file itself.")
  var inPlace = false

  @Flag(help: "Write nothing; exit with 1 if the file is not in canonical order.")
  var check = false

  @Option(help: "Write this form, long or short, whatever the file uses.")
  var form: FormName?

  enum FormName: String, ExpressibleByArgument, CaseIterable { case long, short }

  var console: Console { common.speech.console }

  func validate() throws {
    guard !inPlace || output.output == nil else {
      throw ValidationError("--in-place writes to the file itself; leave out --output.")
    }
    guard !check || (!inPlace && output.output == nil) else {
      throw ValidationError("--check writes nothing; leave out --in-place and --output.")
    }
  }

  func checkOutput() throws { try output.check() }

  func perform() throws {
    let source = try NativeSource(input, common)
    let form = form.map { $0 == .long ? Reading.Form.long : .short }
    let text = source.text(form: form)
    if check {
      if text != source.original {
        throw Failure(
          .noResult, "\(input.name) is not in canonical order; run 'throughline fmt -i'")
      }
    } else {
      try source.write(text, inPlace: inPlace, output: output, console: console)
    }
  }
}

/// `number`: ids for the statements that have none.
struct Number: ParsableCommand, Verb {
  static let configuration = CommandConfiguration(
    abstract: "Give an id to every statement that has none.",
    discussion: """
      Ids in use never change; new ones go on after the highest, in file order.

      Examples:
        throughline number attacks.yaml --in-place
      """)

  @OptionGroup var input: GraphInput
  @OptionGroup var common: NativeOptions
  @OptionGroup var output: OutputOptions

  @Flag(name: [.customShort("i"), .long], help: "Rewrite the file itself.")
  var inPlace = false

  var console: Console { common.speech.console }

  func validate() throws {
    guard !inPlace || output.output == nil else {
      throw ValidationError("--in-place writes to the file itself; leave out --output.")
    }
  }

  func checkOutput() throws { try output.check() }

  func perform() throws {
    var source = try NativeSource(input, common)
    let (graph, given) = source.graph.numbered()
    source.graph = graph
    try source.write(source.text(), inPlace: inPlace, output: output, console: console)
    console.say("\(given) ids given")
  }
}

/// How a native file is read that is to be written again.
struct NativeOptions: ParsableArguments {
  @OptionGroup var speech: ConsoleOptions
  @OptionGroup var words: VocabularyOptions
}

/// A native file that is to be written again.
struct NativeSource {
  let input: GraphInput
  let original: String
  let reading: Reading
  let comments: Comments
  var graph: InfluenceGraph

  /// Reads a file without errors.
  init(_ input: GraphInput, _ common: NativeOptions) throws {
    let bytes = try input.bytes()
    let text: String
    do throws(GraphFileError) {
      text = try GraphFile.text(of: bytes, path: input.name)
    } catch {
      throw Self.foreign(bytes, input) ?? GraphInput.failure(error)
    }
    let reading = GraphFile.read(
      text, path: input.name, folder: input.folder, vocabulary: try common.words.load())
    guard reading.errors.isEmpty, let graph = reading.graph else {
      if let failure = Self.foreign(bytes, input) { throw failure }
      throw Failure(.malformedData, GraphInput.summary(of: reading.errors))
    }
    self.input = input
    self.reading = reading
    self.graph = graph
    original = text
    comments = Comments(of: text, reading: reading)
  }

  /// What to say of a file in another format.
  private static func foreign(_ bytes: [UInt8], _ input: GraphInput) -> Failure? {
    GraphFile.foreignFormat(of: bytes, path: input.name).map { format in
      Failure(
        .malformedData,
        "\(input.name): the format is \(format), and fmt and number rewrite native files only; make one "
          + "with 'throughline convert --to native'")
    }
  }

  /// The canonical text.
  func text(form: Reading.Form? = nil) -> String {
    let isJSON = original.drop(while: \.isWhitespace).first == "{"
    let writer = NativeWriter(
      form: form ?? reading.form, corpus: reading.corpus, comments: comments.before,
      closingComments: comments.closing)
    return isJSON ? writer.json(graph) : writer.yaml(graph)
  }

  /// Writes to the file itself or to where the options say.
  func write(
    _ text: String, inPlace: Bool, output: OutputOptions, console: Console
  ) throws {
    guard inPlace else { return try output.write(text, console: console) }
    guard input.graph != "-" else {
      throw Failure(.usage, "standard input cannot be rewritten in place; leave out --in-place")
    }
    if text != original { try AtomicFile.write(Data(text.utf8), to: input.graph) }
    console.say(text == original ? "\(input.name) is in order" : "rewrote \(input.name)")
  }
}
