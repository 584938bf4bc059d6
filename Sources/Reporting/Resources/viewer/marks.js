// ---- The marks of a picture ----

/** The marks of nodes and lines: where they stand, which are hidden, which stand out, and whose names are shown. */
class Marks {
  constructor(figure) {
    this.figure = figure;
    const { data, view } = figure;
    const find = (entry) => (entry.tag ? document.getElementById(entry.tag) : null);
    this.nodes = data.nodes.map(find);
    this.lines = data.lines.map(find);
    this.nodeOf = new Map(data.nodes.map((node, index) => [node.tag, index]));
    // Lines that were joined share a mark.
    this.linesOf = new Map();
    data.lines.forEach((line, index) => line.tag && this.linesOf.set(line.tag, [...(this.linesOf.get(line.tag) || []), index]));
    const [world] = view.worlds;
    this.world = world;
    const matrices = new Map();
    this.places = this.nodes.map((mark) => {
      if (!mark) return null;
      const parent = mark.parentNode;
      if (!matrices.has(parent)) matrices.set(parent, world.getCTM().inverse().multiply(parent.getCTM()));
      const { a, d, e, f } = matrices.get(parent);
      const box = mark.getBBox();
      return { x: box.x * a + e, y: box.y * d + f, width: box.width * a, height: box.height * d };
    });
    const letters = world.querySelector('.node text');
    this.letters = (letters && Number(letters.getAttribute('font-size'))) || 12;
    // In a large network only the most linked nodes have a name in the picture itself.
    this.hasLetters = this.nodes.map((mark) => Boolean(mark && mark.querySelector('text')));
    this.base = world.firstElementChild;
    this.lit = draw('g', { class: 'tl-lit', 'aria-hidden': 'true' });
    this.names = draw('g', { class: 'tl-names', 'aria-hidden': 'true' });
    this.rings = { focus: draw('rect', { class: 'tl-ring', rx: 6 }), chosen: draw('rect', { class: 'tl-ring tl-chosen', rx: 6 }) };
    world.append(this.lit, this.names, ...Object.values(this.rings));
    this.shown = new Set();
    this.named = new Set();
    // The most linked first: they are named first where there is room for a few names.
    this.byLinks = data.nodes.map((_, node) => node).filter((node) => this.places[node])
      .sort((a, b) => figure.touching[b].length - figure.touching[a].length || a - b);
  }

  /** Hides nodes and lines. */
  hide(nodes, lines) {
    this.nodes.forEach((mark, node) => mark && mark.classList.toggle('tl-off', nodes.has(node)));
    for (const [tag, own] of this.linesOf) {
      const mark = document.getElementById(tag);
      if (mark) mark.classList.toggle('tl-off', own.every((line) => lines.has(line)));
    }
    this.name(this.figure.view.scale);
  }

  /** Lets some nodes and lines stand out: drawn once more above the others, which fade together. */
  light(nodes, lines, isChain) {
    this.shown = new Set(nodes);
    const marks = [...new Set([...lines].map((line) => this.lines[line])), ...this.shown].map((mark) => (
      typeof mark === 'number' ? this.nodes[mark] : mark)).filter(Boolean);
    this.lit.replaceChildren(...marks.map((mark) => {
      const copy = mark.cloneNode(true);
      for (const element of [copy, ...copy.querySelectorAll('[id]')]) element.removeAttribute('id');
      for (const name of ['tabindex', 'role', 'aria-label']) copy.removeAttribute(name);
      return copy;
    }));
    const parent = marks.length ? marks[0].parentNode : null;
    const matrix = parent && parent.getAttribute('transform');
    if (matrix) this.lit.setAttribute('transform', matrix);
    this.figure.picture.classList.toggle('tl-focus', marks.length > 0);
    this.figure.picture.classList.toggle('tl-chain', isChain && marks.length > 0);
    this.name(this.figure.view.scale);
  }

  /** Draws a ring around a node, or takes it away. */
  ring(which, node) {
    const box = node === undefined ? null : this.places[node];
    const ring = this.rings[which];
    ring.classList.toggle('tl-shown', Boolean(box));
    if (!box) return;
    const room = 5;
    const sides = { x: box.x - room, y: box.y - room, width: box.width + 2 * room, height: box.height + 2 * room };
    for (const [name, value] of Object.entries(sides)) ring.setAttribute(name, value);
  }

  /** Whether the whole name of a node is seen. */
  isNamed(node) { return this.named.has(node); }

  /**
   * Names nodes in letters of one size where the picture's own are too small to be read: the most linked first, as
   * many as there is room for. A name covers no other name and no node but its own, so more appear by zooming in.
   */
  name(scale) {
    const isFar = scale * this.letters < NAME.least;
    const { view, hidden, picture } = this.figure;
    picture.classList.toggle('tl-far', isFar);
    const boxes = this.places.map((place) => place && view.onScreen(place));
    const isInSight = ({ x, y, width, height }) => x + width > 0 && y + height > 0 && x < view.room.width && y < view.room.height;
    // What is faded needs no name and no room.
    const inSight = this.byLinks.filter((node) => !hidden.nodes.has(node) && (!this.shown.size || this.shown.has(node)) && isInSight(boxes[node]));
    const wanted = inSight.filter((node) => isFar || !this.hasLetters[node]);
    this.named = new Set(isFar ? [] : inSight.filter((node) => this.hasLetters[node]));
    const names = new Names(view.room);
    // Specks of a large network leave no room for a name anywhere, so that a few names may cover them.
    const isLarge = this.byLinks.length > 300;
    if (!isLarge || !isFar) for (const node of inSight) names.occupy(boxes[node], node);
    const labels = [];
    const left = [];
    for (const node of wanted.slice(0, isLarge ? 60 : 300)) {
      const place = names.place(names.shapes(this.figure.data.nodes[node].name), boxes[node], node);
      if (place) {
        labels.push(this.label(place, scale, node));
        this.named.add(node);
      } else left.push(node);
    }
    // Where the whole of a long name has no room, the beginning of it may have.
    for (const node of left) {
      const { name } = this.figure.data.nodes[node];
      const place = [...name].length > NAME.longest && names.place([names.cut(name)], boxes[node], node);
      if (place) labels.push(this.label(place, scale, node));
    }
    this.names.replaceChildren(...labels);
    this.figure.sayHidden(inSight.length - this.named.size);
    if (this.figure.tip) this.figure.tip.place();
  }

  /** A name at a place of the room; upon its mark it has the mark's colours, so that nobody takes it for a neighbour's. */
  label({ lines, x, y, anchor, isUpon }, scale, node) {
    const { view } = this.figure;
    const label = draw('text', { 'font-size': NAME.size / scale, 'stroke-width': 3 / scale, 'text-anchor': anchor });
    const mark = isUpon && this.nodes[node];
    const [shape, words] = mark ? [mark.querySelector('polygon, ellipse, path'), mark.querySelector('text')] : [];
    if (shape && words) {
      label.style.stroke = getComputedStyle(shape).fill;
      label.style.fill = getComputedStyle(words).fill;
      label.setAttribute('stroke-width', 6 / scale);
    }
    lines.forEach((line, row) => {
      const spot = view.onSheet(x, y + (row + 0.8) * NAME.line);
      const part = draw('tspan', { x: spot.x, y: spot.y });
      part.textContent = line;
      label.append(part);
    });
    return label;
  }
}
