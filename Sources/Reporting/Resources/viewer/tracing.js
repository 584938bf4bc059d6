// ---- Following chains ----

/** Two ends and what leads from one to the other. */
class Tracing {
  constructor(figure) {
    Object.assign(this, { figure, data: figure.data, ends: {}, way: null });
    const field = (key, label) => new NodeField(figure, `${figure.prefix}trace-${key}`, label, (node) => this.ask({ ...this.ends, [key]: node }));
    this.fields = { from: field('from', 'From'), to: field('to', 'To') };
    this.result = make('div', { role: 'status', 'aria-live': 'polite', id: `${figure.prefix}chain` });
    this.element = make('div', { id: `${figure.prefix}trace`, class: 'tl-box', role: 'group', 'aria-label': 'Trace', hidden: true },
      make('div', { class: 'tl-row' }, this.fields.from.element, this.fields.to.element,
        button('Swap', () => this.ask({ from: this.ends.to, to: this.ends.from })), button('Clear', () => this.ask({}))), this.result);
  }

  /** Looks for what leads from one end to the other. */
  ask(ends) {
    const { data, figure } = this;
    this.ends = ends;
    for (const key of ['from', 'to']) this.fields[key].set(ends[key]);
    const { from, to } = ends;
    const isAsked = from !== undefined && to !== undefined;
    if (from !== undefined || to !== undefined) figure.open('trace');
    this.way = isAsked && from !== to ? (data.evidence ? chain : shortestWay)(data, from, to) : null;
    this.result.replaceChildren(...(this.way ? this.found() : isAsked ? this.missing() : []));
    if (this.way) {
      figure.close(false);
      figure.reveal(this.way.steps.flatMap((step) => [step.tail, step.head]));
    }
    figure.relight();
    figure.remember();
  }

  missing() {
    const { data, ends } = this;
    if (ends.from === ends.to) return [make('p', { text: 'Choose two different ends.' })];
    const words = data.evidence ? `No chain of influence of at most ${MOST_HOPS} links leads from ` : 'No way leads from ';
    return [make('p', {}, words, named(data.nodes[ends.from].name), ' to ', named(data.nodes[ends.to].name), ' in this picture.',
      data.evidence ? ' Claims, denials and leads make none; the command trace says what there is instead.' : '')];
  }

  found() {
    const { data, way, figure } = this;
    const end = (node) => named(data.nodes[node].name);
    const steps = make('ol', { class: 'tl-links' }, ...way.steps.map((step) => {
      const words = [...new Set(step.lines.map((line) => data.lines[line].label || '—'))].join(' and ');
      const measure = step.p === undefined ? '' : ` (${[step.degree, percent(step.p)].join(', ')})`;
      return make('li', {}, end(step.tail), ' ', make('strong', {}, named(words)), ' ', end(step.head), measure,
        button(data.evidence ? 'Statements' : 'Open', () => figure.choose({ line: step.lines[0] }, { takesFocus: true }), {
          'aria-label': `${data.evidence ? 'Statements' : 'Open'}: ${data.nodes[step.tail].name} ${words} ${data.nodes[step.head].name}`,
        }));
    }));
    if (!data.evidence) {
      return [make('p', {}, make('strong', { text: `A shortest way: ${plural(way.steps.length, 'edge', 'edges')}` })), steps,
        make('p', { class: 'tl-hint', text: 'No evidence recorded: a way through a network says nothing about influence.' })];
    }
    const notes = ['The product takes the links as independent, and links of one origin are not: the command trace computes the connection. '
      + 'Nor is it checked here whether the links can have followed each other in time.'];
    if (way.crossesGroup) notes.unshift('It goes through a group, entered by its leader or spokesman and left by its own arcs: no source says that.');
    if (way.steps.every((step) => step.degree === 'carries')) notes.unshift('All its links only carry (write, publish, carry out): that is no influence.');
    return [make('p', {}, make('strong', {}, 'Product of the links’ probabilities: ', make('data', { value: String(way.product), text: percent(way.product) }))),
      steps, ...notes.map((text) => make('p', { class: 'tl-hint', text }))];
  }
}
