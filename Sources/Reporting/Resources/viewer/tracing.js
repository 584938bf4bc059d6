// ---- Following chains ----

const ORDERS = { certain: 'viewer.order.certain', possible: 'viewer.order.possible', impossible: 'viewer.order.impossible' };

/** Two ends and what leads from one to the other. */
class Tracing {
  constructor(figure) {
    Object.assign(this, { figure, data: figure.data, ends: {}, way: null });
    const field = (key, label) => new NodeField(figure, `${figure.prefix}trace-${key}`, label, (node) => this.ask({ ...this.ends, [key]: node }));
    this.fields = { from: field('from', words('viewer.trace.from')), to: field('to', words('viewer.trace.to')) };
    this.result = make('div', { role: 'status', 'aria-live': 'polite', id: `${figure.prefix}chain` });
    this.element = make('div', { id: `${figure.prefix}trace`, class: 'tl-box', role: 'group', 'aria-label': words('viewer.trace'), hidden: true },
      make('div', { class: 'tl-row' }, this.fields.from.element, this.fields.to.element,
        button(words('viewer.swap'), () => this.ask({ from: this.ends.to, to: this.ends.from })), button(words('viewer.clear'), () => this.ask({}))), this.result);
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
    if (ends.from === ends.to) return [make('p', { text: words('viewer.same-ends') })];
    const values = { hops: MOST_HOPS, from: named(data.nodes[ends.from].name), to: named(data.nodes[ends.to].name) };
    return [make('p', {}, ...pieces(data.evidence ? 'viewer.no-chain' : 'viewer.no-way', values))];
  }

  found() {
    const { data, way, figure } = this;
    const end = (node) => named(data.nodes[node].name);
    const steps = make('ol', { class: 'tl-links' }, ...way.steps.map((step) => {
      const verb = [...new Set(step.lines.map((line) => data.lines[line].label || '—'))].join(words('list.and'));
      const measure = step.p === undefined ? '' : ` (${listed(keyed('involvement', step.degree), percent(step.p))})`;
      const opens = words(data.evidence ? 'viewer.statements' : 'viewer.open');
      return make('li', {}, end(step.tail), ' ', make('strong', {}, named(verb)), ' ', end(step.head), measure,
        button(opens, () => figure.choose({ line: step.lines[0] }, { takesFocus: true }), {
          'aria-label': `${opens}: ${data.nodes[step.tail].name} ${verb} ${data.nodes[step.head].name}`,
        }));
    }));
    if (!data.evidence) {
      return [make('p', {}, make('strong', { text: words('viewer.way', { n: way.steps.length }) })), steps,
        make('p', { class: 'tl-hint', text: words('viewer.way.meaning') })];
    }
    const notes = [way.chance === undefined ? 'viewer.product.meaning' : ORDERS[way.order]];
    if (way.crossesGroup) notes.unshift('viewer.crosses');
    if (way.steps.every((step) => step.degree === 'carries')) notes.unshift('viewer.only-carries');
    const number = (value) => ({ percent: make('data', { value: String(value), text: percent(value) }) });
    const chance = way.chance === undefined ? pieces('viewer.product', number(way.product)) : pieces('viewer.chance', number(way.chance));
    const isOneOfSeveral = way.chance !== undefined && percent(way.any) !== percent(way.chance);
    return [make('p', {}, make('strong', {}, ...chance)),
      ...(isOneOfSeveral ? [make('p', {}, ...pieces('viewer.chance.any', number(way.any)))] : []),
      steps, ...notes.map((key) => make('p', { class: 'tl-hint', text: words(key) }))];
  }
}
