// ---- A figure ----

/** One figure of the page: its data, its picture, and the controls that act on it. */
class Figure {
  constructor(root) {
    this.root = root;
    this.prefix = root.id.replace(/figure$/, '');
    this.picture = root.querySelector('.tl-picture');
    this.stage = root.querySelector('.tl-stage');
    const data = document.getElementById(`${this.prefix}data`);
    this.data = data ? JSON.parse(data.textContent) : null;
    Object.assign(WORDS, JSON.parse(document.getElementById(`${this.prefix}words`).textContent));
    this.isEmbedded = Boolean(root.closest('section, article'));
    root.classList.add('tl-live');
    root.classList.toggle('tl-embedded', this.isEmbedded);
    this.picture.setAttribute('role', 'group');
    this.view = new View(this.picture, (scale) => this.marks && this.marks.name(scale));
    this.status = make('p', { class: 'tl-status', role: 'status', 'aria-live': 'polite' });
    // What changes with every move of the picture is not read aloud.
    this.unnamed = make('p', { class: 'tl-unnamed', hidden: true });
    this.hidden = { nodes: new Set(), lines: new Set() };
    this.chosen = null;
    if (this.data) this.index();
    this.build();
    this.pointer = new Pointer(this);
    this.keyboard = new Keyboard(this);
    this.restore();
  }

  index() {
    const { nodes, lines } = this.data;
    this.touching = nodes.map(() => []);
    lines.forEach((line, index) => {
      this.touching[line.tail].push(index);
      if (line.head !== line.tail) this.touching[line.head].push(index);
    });
    this.names = nodes.map((node) => [node.name, ...(node.aliases || []), node.id].map(folded));
    this.marks = new Marks(this);
  }

  build() {
    const tool = (text, label, act) => button(text, () => { act(); this.remember(); }, { 'aria-label': label, title: label });
    // Below the picture, where they cover no node.
    this.stage.append(make('div', { class: 'tl-foot' }, make('div', { class: 'tl-words' }, this.status, this.unnamed),
      make('div', { class: 'tl-tools', role: 'group', 'aria-label': words('viewer.zoom') },
        tool('+', words('viewer.zoom.in'), () => this.view.zoomBy(1.4)), tool('−', words('viewer.zoom.out'), () => this.view.zoomBy(1 / 1.4)),
        tool('⤢', words('viewer.zoom.all'), () => this.view.fit()))));
    this.bar = make('div', { class: 'tl-bar' });
    this.stage.before(this.bar);
    const hints = [words('viewer.hint', { wheel: words(this.isEmbedded ? 'viewer.wheel.ctrl' : 'viewer.wheel') }), words('viewer.hint.keys')];
    if (this.data) {
      this.field = new NodeField(this, `${this.prefix}search`, words('viewer.search'), (node) => {
        this.field.set(undefined);
        this.choose({ node }, { moves: true });
      });
      this.filters = new Filters(this);
      this.tracing = new Tracing(this);
      this.panel = new Panel(this);
      this.tip = new Tip(this);
      this.toggles = { filters: this.toggle(words('viewer.filter'), 'filters'), trace: this.toggle(words('viewer.trace'), 'trace') };
      this.bar.append(this.field.element, this.toggles.filters, this.toggles.trace, button(words('viewer.reset'), () => this.reset()));
      this.stage.before(this.filters.element, this.tracing.element);
      this.stage.append(this.panel.element);
      this.say(this.counts);
      hints.push(words('viewer.hint.nodes'));
    }
    this.bar.append(make('span', { class: 'tl-spring' }), this.themeButton());
    this.stage.after(make('p', { class: 'tl-hint', text: hints.join(' ') }));
  }

  toggle(text, box) {
    return button(text, () => this.open(box, document.getElementById(`${this.prefix}${box}`).hidden), {
      'aria-expanded': 'false', 'aria-controls': `${this.prefix}${box}`,
    });
  }

  /** Opens or closes the box with the filters or the ends of a chain. */
  open(box, isOpen = true) {
    document.getElementById(`${this.prefix}${box}`).hidden = !isOpen;
    this.toggles[box].setAttribute('aria-expanded', String(isOpen));
  }

  themeButton() {
    const system = matchMedia('(prefers-color-scheme: dark)');
    const own = document.documentElement.dataset;
    const isDark = () => (own.theme ? own.theme === 'dark' : system.matches);
    const toggle = button(words('viewer.dark'), () => { own.theme = isDark() ? 'light' : 'dark'; show(); this.remember(); });
    const show = () => {
      toggle.setAttribute('aria-pressed', String(isDark()));
      if (this.isReady && this.marks) this.marks.name(this.view.scale);
    };
    system.addEventListener('change', show);
    new MutationObserver(show).observe(document.documentElement, { attributeFilter: ['data-theme'] });
    show();
    return toggle;
  }

  say(text) { this.status.textContent = text; }

  /** The name of the kind of a node. */
  kind({ kind }) { return kind === undefined ? '' : own(this.data.kinds, kind) ?? kind; }

  /** The name of a relation. */
  relation(relation) { return own(this.data.relations, relation) ?? relation; }

  /** Says of how many nodes in sight the name is not shown, or not all of it. */
  sayHidden(count) {
    this.unnamed.hidden = count === 0;
    this.unnamed.textContent = words('viewer.unnamed', { n: count });
  }

  /** How much of the picture is shown, in words. */
  get counts() {
    const { nodes, lines, evidence } = this.data;
    const { nodes: { size: offNodes }, lines: { size: offLines } } = this.hidden;
    const key = offNodes || offLines
      ? (evidence ? 'viewer.hidden.evidence' : 'viewer.hidden.plain') : (evidence ? 'viewer.shown.evidence' : 'viewer.shown.plain');
    return words(key, { offNodes, nodes: nodes.length, offLines, lines: lines.length });
  }

  /** The nodes whose names fit a text: from the start, then at the start of a word, then anywhere. */
  search(text) {
    const wanted = folded(text);
    const { nodes } = this.data;
    if (!wanted) return [];
    const rank = (name) => (name === wanted ? 0 : name.startsWith(wanted) ? 1 : ` ${name}`.includes(` ${wanted}`) ? 2 : name.includes(wanted) ? 3 : 9);
    return this.names.map((names, node) => {
      const ranks = names.map(rank);
      const best = Math.min(...ranks);
      const aliases = nodes[node].aliases || [];
      const place = ranks.indexOf(best);
      return { node, rank: best, alias: place > 0 ? aliases[place - 1] : undefined };
    }).filter((found) => found.rank < 9)
      .sort((a, b) => a.rank - b.rank || byId(nodes[a.node].name, nodes[b.node].name) || byId(nodes[a.node].id, nodes[b.node].id));
  }

  /** Opens what is known of a node or a line. */
  choose(chosen, { takesFocus = false, moves = false } = {}) {
    const { node, line } = chosen;
    this.panel.open(chosen);
    this.chosen = chosen;
    if (node !== undefined) this.keyboard.setStop(node);
    this.root.classList.add('tl-open');
    this.relight();
    if (moves) {
      // The panel takes room from the picture first.
      this.view.measure();
      this.reveal(node === undefined ? [this.data.lines[line].tail, this.data.lines[line].head] : [node]);
    }
    if (takesFocus) this.panel.heading.focus();
    this.remember();
  }

  close(returnsFocus) {
    if (!this.chosen) return;
    const { node } = this.chosen;
    const { opener, element } = this.panel;
    this.chosen = null;
    element.hidden = true;
    this.root.classList.remove('tl-open');
    this.relight();
    const isThere = opener && opener.isConnected && opener !== document.body;
    if (returnsFocus) (isThere ? opener : this.marks.nodes[node] || this.picture).focus({ preventScroll: true });
    this.remember();
  }

  /** Nothing is open of what is hidden. */
  closeIfHidden() {
    const { node, line } = this.chosen || {};
    if (this.hidden.nodes.has(node) || this.hidden.lines.has(line)) this.close(false);
  }

  /** Lets what was chosen stand out, else the chain. */
  relight() {
    const { lines } = this.data;
    const isShown = (line) => !this.hidden.lines.has(line);
    if (this.chosen && this.chosen.node !== undefined) {
      const own = this.touching[this.chosen.node].filter(isShown);
      this.marks.light([this.chosen.node, ...own.flatMap((line) => [lines[line].tail, lines[line].head])], own, false);
    } else if (this.chosen) {
      const { tail, head } = lines[this.chosen.line];
      this.marks.light([tail, head], [this.chosen.line], false);
    } else if (this.tracing.way) {
      const { steps } = this.tracing.way;
      this.marks.light(steps.flatMap((step) => [step.tail, step.head]), steps.flatMap((step) => step.lines), true);
    } else {
      this.marks.light([], [], false);
    }
    this.marks.ring('chosen', this.chosen ? this.chosen.node : undefined);
  }

  /** Moves the picture so that nodes are in sight, and can be read if there is room. */
  reveal(nodes) {
    const boxes = nodes.map((node) => this.marks.places[node]).filter(Boolean);
    if (!boxes.length) return;
    const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
    const width = Math.max(...boxes.map((box) => box.x + box.width)) - x;
    const height = Math.max(...boxes.map((box) => box.y + box.height)) - y;
    const { room, unit, k } = this.view;
    const whole = Math.min(room.width / (width * unit * 1.25), room.height / (height * unit * 1.25));
    this.view.show({ x, y, width, height }, Math.min(Math.max(k, 13 / (this.marks.letters * unit)), whole));
  }

  reset() {
    this.filters.clear();
    this.field.set(undefined);
    this.close(false);
    this.tracing.ask({});
    this.filters.apply();
    this.view.fit();
    this.remember();
  }

  /** Writes what is seen into the part of the address after the number sign, which no server is told. */
  remember() {
    if (!this.isReady) return;
    const { data, view, chosen } = this;
    const parts = new URLSearchParams();
    const { theme } = document.documentElement.dataset;
    if (theme) parts.set('theme', theme);
    if (data) {
      const id = (node) => data.nodes[node].id;
      const { from, to } = this.tracing.ends;
      if (chosen && chosen.node !== undefined) parts.set('node', id(chosen.node));
      else if (chosen) parts.set('link', String(chosen.line));
      if (from !== undefined) parts.set('trace-from', id(from));
      if (to !== undefined) parts.set('trace-to', id(to));
      this.filters.write(parts);
    }
    if (view.isMoved) parts.set('view', [view.x.toFixed(1), view.y.toFixed(1), view.k.toFixed(3)].join(','));
    const text = parts.toString();
    const start = `#${this.prefix}~`;
    if (text) history.replaceState(null, '', start + text);
    else if (location.hash.startsWith(start)) history.replaceState(null, '', location.pathname + location.search);
  }

  /** Shows what the address asks for; what it names and is not there is passed over. */
  restore() {
    const { data } = this;
    const start = `#${this.prefix}~`;
    const parts = new URLSearchParams(location.hash.startsWith(start) ? location.hash.slice(start.length) : '');
    if (['dark', 'light'].includes(parts.get('theme'))) document.documentElement.dataset.theme = parts.get('theme');
    if (data) {
      const node = (key) => { const at = data.nodes.findIndex((entry) => entry.id === parts.get(key)); return at < 0 ? undefined : at; };
      if (this.filters.take(parts)) {
        this.open('filters');
        this.filters.apply();
      }
      if (parts.has('trace-from') || parts.has('trace-to')) this.tracing.ask({ from: node('trace-from'), to: node('trace-to') });
      const line = parts.has('link') ? Number(parts.get('link')) : -1;
      if (node('node') !== undefined) this.choose({ node: node('node') }, { moves: true });
      else if (data.lines[line]) this.choose({ line }, { moves: true });
    }
    const view = (parts.get('view') || '').split(',').map(Number);
    if (view.length === 3 && view.every(Number.isFinite)) this.view.moveTo(...view);
    this.isReady = true;
  }
}

for (const root of document.querySelectorAll('.tl')) {
  try {
    new Figure(root);
  } catch (error) {
    // Whatever goes wrong, the picture and the tables are there without script.
    root.classList.remove('tl-live');
    console.error(error);
  }
}
