// ---- Filters ----

/** Hides nodes and lines by what they are; says how many, and hides nothing of the tables. */
class Filters {
  constructor(figure) {
    Object.assign(this, { figure, off: {}, limits: {}, boxes: {}, fields: {} });
    const { nodes, lines, groups } = figure.data;
    const tally = (entries, key) => {
      const counts = new Map();
      for (const { [key]: value } of entries) if (value) counts.set(value, (counts.get(value) || 0) + 1);
      return [...counts].sort((a, b) => b[1] - a[1] || byId(a[0], b[0]));
    };
    const parts = [
      this.checks('kind', words('viewer.kinds'), tally(nodes, 'kind'), (kind) => figure.kind({ kind })),
      this.checks('group', groups || words('viewer.groups'), tally(nodes, 'group')),
      this.checks('standing', words('viewer.standings'), tally(lines, 'standing'), (standing) => keyed('standing', standing)),
      this.checks('degree', words('viewer.degrees'), tally(lines, 'degree'), (degree) => keyed('involvement', degree)),
      this.checks('relation', words('viewer.relations'), tally(lines, 'relation'), (relation) => figure.relation(relation)),
    ];
    if (lines.some((line) => line.probability !== undefined)) {
      const range = { type: 'range', min: 0, max: 100, step: 1 };
      parts.push(this.fieldset(words('viewer.probability'),
        this.field('least', words('viewer.least'), range, '0'), this.field('most', words('viewer.most'), range, '100')));
    }
    parts.push(this.fieldset(words('viewer.ties'), this.field('links', words('viewer.least'), { type: 'number', min: 0, step: 1 }, '0')));
    if ([...nodes, ...lines].some((entry) => entry.first || entry.last)) {
      parts.push(this.fieldset(words('viewer.time'), make('div', { class: 'tl-pair' },
        this.field('from', words('viewer.from'), { type: 'date' }, ''), this.field('until', words('viewer.until'), { type: 'date' }, '')),
      make('p', { class: 'tl-hint', text: words('viewer.undated') })));
    }
    this.element = make('div', { id: `${figure.prefix}filters`, class: 'tl-box', role: 'group', 'aria-label': words('viewer.filter'), hidden: true },
      make('div', { class: 'tl-filters' }, ...parts.filter(Boolean)));
  }

  fieldset(title, ...content) { return make('fieldset', {}, make('legend', { text: title }), ...content); }

  /** A list of values that can be switched off; none where there is nothing to choose. */
  checks(key, title, values, nameOf = (value) => value) {
    if (values.length < 2) return null;
    this.off[key] = new Set();
    this.boxes[key] = new Map();
    return this.fieldset(title, make('div', { class: 'tl-checks' }, ...values.map(([value, count]) => {
      const box = make('input', { type: 'checkbox', onchange: () => { this.switch(key, value, box.checked); this.apply(); } });
      box.checked = true;
      this.boxes[key].set(value, box);
      return make('label', { class: 'tl-check' }, box, named(nameOf(value)), make('span', { text: String(count) }));
    })));
  }

  switch(key, value, isOn) {
    this.boxes[key].get(value).checked = isOn;
    if (isOn) this.off[key].delete(value);
    else this.off[key].add(value);
  }

  /** A limit; at its first value it limits nothing. */
  field(key, label, props, first) {
    const id = `${this.figure.prefix}${key}`;
    const output = props.type === 'range' ? make('output', { for: id }) : null;
    const input = make('input', { id, ...props, oninput: () => { this.read(key); this.apply(); } });
    this.fields[key] = { input, output, first };
    this.set(key, first);
    return make('div', { class: 'tl-field' }, make('label', { for: id }, `${label} `, output), input);
  }

  set(key, value) {
    this.fields[key].input.value = value;
    this.read(key);
  }

  read(key) {
    const { input, output, first } = this.fields[key];
    const value = input.value;
    this.limits[key] = value === first || value === '' ? undefined : input.type === 'date' ? value : Number(value);
    if (output) output.textContent = words('percent', { n: value });
  }

  /** Whether an entry that has days lies wholly outside of the time that is asked for. */
  isOutOfTime({ first, last }) {
    const { from, until } = this.limits;
    return Boolean((from && last && last < from) || (until && first && first > until));
  }

  isOff(entry, ...keys) { return keys.some((key) => this.off[key] && this.off[key].has(entry[key])); }

  apply() {
    const { figure, limits } = this;
    const { data, touching } = figure;
    const nodes = new Set();
    const lines = new Set();
    data.nodes.forEach((node, index) => {
      if (this.isOff(node, 'kind', 'group') || this.isOutOfTime(node) || touching[index].length < (limits.links ?? 0)) nodes.add(index);
    });
    data.lines.forEach((line, index) => {
      const chance = line.probability === undefined ? undefined : Math.round(line.probability * 100);
      const isUnlikely = chance !== undefined && (chance < (limits.least ?? 0) || chance > (limits.most ?? 100));
      if (nodes.has(line.tail) || nodes.has(line.head) || this.isOff(line, 'standing', 'degree', 'relation')
        || this.isOutOfTime(line) || isUnlikely) lines.add(index);
    });
    // A node that only hidden links held in the picture goes with them.
    touching.forEach((own, index) => { if (own.length && own.every((line) => lines.has(line))) nodes.add(index); });
    figure.hidden = { nodes, lines };
    figure.marks.hide(nodes, lines);
    figure.say(figure.counts);
    figure.keyboard.ensureStop();
    figure.closeIfHidden();
    figure.relight();
    figure.remember();
  }

  clear() {
    for (const [key, boxes] of Object.entries(this.boxes)) for (const value of boxes.keys()) this.switch(key, value, true);
    for (const [key, field] of Object.entries(this.fields)) this.set(key, field.first);
  }

  /** Writes what is hidden into the parts of an address. */
  write(parts) {
    for (const [key, values] of Object.entries(this.off)) [...values].sort(byId).forEach((value) => parts.append(`no-${key}`, value));
    for (const [key, value] of Object.entries(this.limits)) if (value !== undefined) parts.set(key, String(value));
  }

  /** Takes what is hidden from the parts of an address; says whether that was anything. */
  take(parts) {
    let isAny = false;
    for (const [key, boxes] of Object.entries(this.boxes)) {
      for (const value of parts.getAll(`no-${key}`)) if (boxes.has(value)) { this.switch(key, value, false); isAny = true; }
    }
    for (const key of Object.keys(this.fields)) {
      const value = parts.get(key);
      if (value !== null && /^[0-9-]{1,10}$/.test(value)) { this.set(key, value); isAny = true; }
    }
    return isAny;
  }
}
