// ---- What is known of a node or a line ----

/** A panel beside the picture with what is known of the node or the line that was chosen. */
class Panel {
  constructor(figure) {
    Object.assign(this, { figure, data: figure.data, opener: null });
    const level = Number(figure.root.dataset.level) || 2;
    // What stands under the name of a node is a level below it.
    this.title = (text) => make(`h${level + 1}`, { text });
    this.heading = make(`h${level}`, { tabindex: '-1', id: `${figure.prefix}heading` });
    this.content = make('div');
    this.element = make('aside', {
      class: 'tl-panel', 'aria-labelledby': `${figure.prefix}heading`, tabindex: '0', hidden: true,
      onkeydown: (event) => { if (event.key === 'Escape') { event.stopPropagation(); figure.close(true); } },
    }, make('div', { class: 'tl-head' }, this.heading, button('✕', () => figure.close(true), { 'aria-label': words('viewer.close') })), this.content);
  }

  open({ node, line }) {
    if (!this.element.contains(document.activeElement)) this.opener = document.activeElement;
    this.heading.replaceChildren(node === undefined ? make('span', {}, ...pieces('viewer.link', { name: named(this.data.lines[line].label || words('viewer.nameless')) })) : named(this.data.nodes[node].name));
    this.content.replaceChildren(...(node === undefined ? this.aboutLine(line) : this.aboutNode(node)));
    this.element.hidden = false;
    this.element.scrollTop = 0;
  }

  aboutNode(node) {
    const { data, figure } = this;
    const entry = data.nodes[node];
    const own = figure.touching[node];
    const quiet = (...content) => make('p', { class: 'tl-quiet' }, ...content);
    const list = (title, lines) => (lines.length
      ? [this.title(`${title} (${lines.length})`), make('ul', {}, ...lines.map((line) => make('li', {}, this.linkButton(line, node))))] : []);
    const isUndirected = (line) => Boolean(data.lines[line].undirected);
    const trace = (key) => () => figure.tracing.ask({ ...figure.tracing.ends, [key]: node });
    return [
      quiet(named(listed(figure.kind(entry), entry.several && words('legend.several'), entry.group))),
      entry.dates && make('p', {}, named(entry.dates.join(words('list.semicolon')))),
      entry.aliases && quiet(...pieces('viewer.also', { names: named(listed(...entry.aliases)) })),
      entry.tooltip && entry.tooltip !== entry.name && make('p', {}, named(entry.tooltip)),
      entry.facts && this.facts(entry.facts),
      entry.note && make('p', {}, ...pieces('viewer.note', { text: named(entry.note) })),
      make('div', { class: 'tl-row' }, button(words('viewer.trace.from-here'), trace('from')), button(words('viewer.trace.to-here'), trace('to'))),
      ...list(words('viewer.out'), own.filter((line) => !isUndirected(line) && data.lines[line].tail === node)),
      ...list(words('viewer.in'), own.filter((line) => !isUndirected(line) && data.lines[line].tail !== node)),
      ...list(words('viewer.undirected'), own.filter(isUndirected)),
      !own.length && quiet(words('viewer.alone')),
      ...(entry.said ? [this.title(`${words('viewer.said')} (${entry.said.length})`), this.statements(entry.said, true)] : []),
    ].filter(Boolean);
  }

  /** A button that opens a line, with the name of its other end. */
  linkButton(index, node) {
    const line = this.data.lines[index];
    const isOut = line.tail === node;
    const arrow = line.undirected ? '—' : isOut ? '→' : '←';
    const notes = [line.label, this.standing(line)].filter(Boolean).join(words('list.semicolon'));
    return make('button', { type: 'button', class: 'tl-link', onclick: () => this.figure.choose({ line: index }, { takesFocus: true }) },
      make('span', { 'aria-hidden': 'true', text: `${arrow} ` }), named(this.data.nodes[isOut ? line.head : line.tail].name),
      make('small', {}, named(notes), this.figure.hidden.lines.has(index) ? ` (${words('viewer.off')})` : ''));
  }

  /** What a line says about influence, how probably, and when. */
  standing(line) {
    const isInfluence = line.standing === 'influence' || line.standing === 'disputed';
    return listed(
      line.standing !== 'tie' && (line.standing === 'influence' ? keyed('involvement', line.degree) : keyed('standing', line.standing)),
      line.probability !== undefined && (isInfluence || line.standing === 'lead') && percent(line.probability), line.when,
    );
  }

  facts(facts) {
    return make('ul', {}, ...facts.map(([name, value]) => make('li', {}, make('span', { class: 'tl-quiet' }, named(name), ': '), named(value))));
  }

  aboutLine(index) {
    const { data, figure } = this;
    const line = data.lines[index];
    const end = (node) => make('button', {
      type: 'button', class: 'tl-link', onclick: () => figure.choose({ node }, { takesFocus: true, moves: true }),
    }, named(data.nodes[node].name), make('small', {}, named(figure.kind(data.nodes[node]))));
    const list = (title, places, showsSentence) => (places
      ? [this.title(`${title} (${places.length})`), this.statements(places, showsSentence)] : []);
    const others = (figure.marks.linesOf.get(line.tag) || []).filter((other) => other !== index);
    return [
      end(line.tail), make('p', {}, line.undirected ? '— ' : '↓ ', make('strong', {}, named(line.label || ''))), end(line.head),
      line.sentence && make('p', {}, named(line.sentence), line.phrase ? `: ${line.phrase}` : ''),
      make('p', {}, named(this.standing(line))),
      !data.evidence && make('p', { class: 'tl-quiet', text: words('viewer.no-evidence') }),
      line.facts && this.facts(line.facts), line.tooltip && make('p', {}, named(line.tooltip)),
      ...list(words('viewer.statements'), line.statements, false), ...list(words('viewer.implied'), line.implied, true),
      ...(others.length ? [this.title(words('viewer.bundled')),
        make('ul', {}, ...others.map((other) => make('li', {}, this.linkButton(other, line.tail))))] : []),
    ].filter(Boolean);
  }

  /** Statements: who says it, how, how well, in which words, and where. */
  statements(places, showsSentence) {
    return make('ul', {}, ...places.map((place) => {
      const statement = this.data.statements[place];
      const hedges = statement.hedges ? ` (${listed(...statement.hedges)})` : '';
      const rest = listed(words('viewer.grade', { grade: statement.grade }), statement.when && words('viewer.of-day', { date: statement.when }),
        statement.said && words('viewer.said-day', { date: statement.said }));
      return make('li', { class: statement.stance ? 'tl-statement tl-against' : 'tl-statement' },
        showsSentence ? make('p', {}, named(statement.says)) : null,
        make('p', {}, make('strong', {}, named(statement.voice)), `${hedges}${words('list.comma')}${rest}`),
        statement.quote ? make('p', {}, make('q', {}, named(statement.quote))) : null,
        this.citation(statement), make('p', { class: 'tl-quiet', text: words('viewer.statement', { id: statement.id, modality: keyed('hedge', statement.modality) }) }));
    }));
  }

  citation(statement) {
    const source = this.data.sources[statement.source];
    if (!source) return make('p', { class: 'tl-quiet' }, named(statement.place || ''));
    const hasEntry = document.getElementById(source.anchor);
    const isSafe = source.url && /^https?:\/\//i.test(source.url);
    return make('p', { class: 'tl-quiet' },
      hasEntry ? make('a', { href: `#${source.anchor}`, text: statement.place }) : named(statement.place), ' ',
      make('cite', {}, named(listed(source.title, source.publisher, source.date))),
      source.reliability ? words('list.comma') + words('viewer.reliability', { letter: source.reliability }) : '', isSafe ? ' ' : '',
      isSafe ? make('a', { href: source.url, rel: 'noreferrer noopener', text: words('viewer.open-source') }) : null);
  }
}
