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
    }, make('div', { class: 'tl-head' }, this.heading, button('✕', () => figure.close(true), { 'aria-label': 'Close' })), this.content);
  }

  open({ node, line }) {
    if (!this.element.contains(document.activeElement)) this.opener = document.activeElement;
    this.heading.replaceChildren(node === undefined ? make('span', {}, 'Link: ', named(this.data.lines[line].label || 'no name')) : named(this.data.nodes[node].name));
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
      quiet(named([entry.kind, entry.several && 'several together', entry.group].filter(Boolean).join(', '))),
      entry.dates && make('p', {}, named(entry.dates.map(([name, date]) => `${name} ${date}`).join('; '))),
      entry.aliases && quiet('Also ', named(entry.aliases.join(', '))),
      entry.tooltip && entry.tooltip !== entry.name && make('p', {}, named(entry.tooltip)),
      entry.facts && this.facts(entry.facts),
      entry.note && make('p', {}, make('span', { class: 'tl-quiet', text: 'Note of the coder: ' }), named(entry.note)),
      make('div', { class: 'tl-row' }, button('Trace from here', trace('from')), button('Trace to here', trace('to'))),
      ...list('To others', own.filter((line) => !isUndirected(line) && data.lines[line].tail === node)),
      ...list('From others', own.filter((line) => !isUndirected(line) && data.lines[line].tail !== node)),
      ...list('Without direction', own.filter(isUndirected)),
      !own.length && quiet('No link in this picture.'),
      ...(entry.said ? [this.title(`Said of it (${entry.said.length})`), this.statements(entry.said, true)] : []),
    ].filter(Boolean);
  }

  /** A button that opens a line, with the name of its other end. */
  linkButton(index, node) {
    const line = this.data.lines[index];
    const isOut = line.tail === node;
    const arrow = line.undirected ? '—' : isOut ? '→' : '←';
    const notes = [line.label, this.standing(line)].filter(Boolean).join('; ');
    return make('button', { type: 'button', class: 'tl-link', onclick: () => this.figure.choose({ line: index }, { takesFocus: true }) },
      make('span', { 'aria-hidden': 'true', text: `${arrow} ` }), named(this.data.nodes[isOut ? line.head : line.tail].name),
      make('small', {}, named(notes), this.figure.hidden.lines.has(index) ? ' (hidden by filters)' : ''));
  }

  /** What a line says about influence, how probably, and when. */
  standing(line) {
    const isInfluence = line.standing === 'influence' || line.standing === 'disputed';
    return [
      line.standing !== 'tie' && (line.standing === 'influence' ? line.degree : line.standing),
      line.probability !== undefined && (isInfluence || line.standing === 'lead') && percent(line.probability), line.when,
    ].filter(Boolean).join(', ');
  }

  facts(facts) {
    return make('ul', {}, ...facts.map(([name, value]) => make('li', {}, make('span', { class: 'tl-quiet' }, named(name), ': '), named(value))));
  }

  aboutLine(index) {
    const { data, figure } = this;
    const line = data.lines[index];
    const end = (node) => make('button', {
      type: 'button', class: 'tl-link', onclick: () => figure.choose({ node }, { takesFocus: true, moves: true }),
    }, named(data.nodes[node].name), make('small', {}, named(data.nodes[node].kind || '')));
    const list = (title, places, showsSentence) => (places
      ? [this.title(`${title} (${places.length})`), this.statements(places, showsSentence)] : []);
    const others = (figure.marks.linesOf.get(line.tag) || []).filter((other) => other !== index);
    return [
      end(line.tail), make('p', {}, line.undirected ? '— ' : '↓ ', make('strong', {}, named(line.label || ''))), end(line.head),
      line.sentence && make('p', {}, named(line.sentence), line.phrase ? `: ${line.phrase}` : ''),
      make('p', {}, named(this.standing(line))),
      !data.evidence && make('p', { class: 'tl-quiet', text: 'No evidence recorded.' }),
      line.facts && this.facts(line.facts), line.tooltip && make('p', {}, named(line.tooltip)),
      ...list('Statements', line.statements, false), ...list('What follows from others', line.implied, true),
      ...(others.length ? [this.title('Drawn as one line with'),
        make('ul', {}, ...others.map((other) => make('li', {}, this.linkButton(other, line.tail))))] : []),
    ].filter(Boolean);
  }

  /** Statements: who says it, how, how well, in which words, and where. */
  statements(places, showsSentence) {
    return make('ul', {}, ...places.map((place) => {
      const statement = this.data.statements[place];
      const hedges = statement.hedges ? ` (${statement.hedges.join(', ')})` : '';
      const days = [statement.when && `of ${statement.when}`, statement.said && `said ${statement.said}`].filter(Boolean);
      return make('li', { class: statement.stance ? 'tl-statement tl-against' : 'tl-statement' },
        showsSentence ? make('p', {}, named(statement.says)) : null,
        make('p', {}, make('strong', {}, named(statement.voice)), `${hedges}, grade ${statement.grade}`, days.length ? `, ${days.join(', ')}` : ''),
        statement.quote ? make('p', {}, make('q', {}, named(statement.quote))) : null,
        this.citation(statement), make('p', { class: 'tl-quiet', text: `Statement ${statement.id}, ${statement.modality}` }));
    }));
  }

  citation(statement) {
    const source = this.data.sources[statement.source];
    if (!source) return make('p', { class: 'tl-quiet' }, named(statement.place || ''));
    const hasEntry = document.getElementById(source.anchor);
    const isSafe = source.url && /^https?:\/\//i.test(source.url);
    return make('p', { class: 'tl-quiet' },
      hasEntry ? make('a', { href: `#${source.anchor}`, text: statement.place }) : named(statement.place), ' ',
      make('cite', {}, named([source.title, source.publisher, source.date].filter(Boolean).join(', '))),
      source.reliability ? `, reliability ${source.reliability}` : '', isSafe ? ' ' : '',
      isSafe ? make('a', { href: source.url, rel: 'noreferrer noopener', text: 'Open the source' }) : null);
  }
}
