// ---- Keyboard ----

const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Moves the picture, and goes from node to node: Tab leads to one of them, the arrows from there to others. */
class Keyboard {
  constructor(figure) {
    this.figure = figure;
    figure.picture.addEventListener('keydown', (event) => this.key(event));
    if (figure.data) this.bindNodes();
  }

  bindNodes() {
    const { data, marks, touching, picture } = this.figure;
    marks.nodes.forEach((mark, node) => {
      if (!mark) return;
      const { name, detail } = data.nodes[node];
      mark.setAttribute('tabindex', '-1');
      mark.setAttribute('role', 'button');
      mark.setAttribute('aria-label', listed(name, this.figure.kind(data.nodes[node]), detail, words('viewer.links', { n: touching[node].length })));
    });
    // From the top down and from left to right, as one reads.
    const { places } = marks;
    const row = (node) => Math.round(places[node].y / 24);
    this.order = data.nodes.map((_, node) => node).filter((node) => places[node])
      .sort((a, b) => row(a) - row(b) || places[a].x - places[b].x || a - b);
    this.setStop(this.order[0]);
    picture.addEventListener('focusin', (event) => {
      const node = marks.nodeOf.get(event.target.id);
      marks.ring('focus', event.target.matches(':focus-visible') ? node : undefined);
      if (node === undefined) return;
      this.setStop(node);
      this.bring(node);
    });
    picture.addEventListener('focusout', () => marks.ring('focus', undefined));
  }

  /** Makes a node the one that Tab leads to. */
  setStop(node) {
    const { nodes } = this.figure.marks;
    if (node === undefined || !nodes[node]) return;
    if (this.stop !== undefined) nodes[this.stop].setAttribute('tabindex', '-1');
    this.stop = node;
    nodes[node].setAttribute('tabindex', '0');
  }

  get shown() { return this.order.filter((node) => !this.figure.hidden.nodes.has(node)); }

  ensureStop() { if (this.stop === undefined || this.figure.hidden.nodes.has(this.stop)) this.setStop(this.shown[0]); }

  /** Moves the picture if a node is out of sight. */
  bring(node) {
    const { view, marks } = this.figure;
    const { x, y, width, height } = view.onScreen(marks.places[node]);
    if (x < 0 || y < 0 || x + width > view.room.width || y + height > view.room.height) view.show(marks.places[node], view.k);
  }

  focus(node) { if (node !== undefined) this.figure.marks.nodes[node].focus({ preventScroll: true }); }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { figure } = this;
    const node = figure.data && figure.marks.nodeOf.get(event.target.id);
    let isMeant = true;
    if (event.key === 'Escape' && figure.data && figure.chosen) figure.close(true);
    else if (this.zoom(event.key)) figure.remember();
    else if (Number.isInteger(node)) isMeant = this.go(event.key, node);
    else if (DIRECTIONS[event.key]) {
      const [dx, dy] = DIRECTIONS[event.key];
      figure.view.panBy(-60 * dx, -60 * dy);
      figure.remember();
    } else isMeant = false;
    if (isMeant) event.preventDefault();
  }

  zoom(key) {
    const { view } = this.figure;
    if (key === '+' || key === '=') view.zoomBy(1.25);
    else if (key === '-' || key === '−') view.zoomBy(0.8);
    else if (key === '0') view.fit();
    else return false;
    return true;
  }

  go(key, node) {
    const { shown } = this;
    const place = shown.indexOf(node);
    if (key === 'Enter' || key === ' ') this.figure.choose({ node }, { takesFocus: true });
    else if (DIRECTIONS[key]) this.step(node, DIRECTIONS[key]);
    else if (key === 'Home') this.focus(shown[0]);
    else if (key === 'End') this.focus(shown[shown.length - 1]);
    else if (key === 'PageDown') this.focus(shown[(place + 1) % shown.length]);
    else if (key === 'PageUp') this.focus(shown[(place + shown.length - 1) % shown.length]);
    else return false;
    return true;
  }

  /** Goes to the neighbour that lies best in a direction, else to the nearest node there. */
  step(node, [dx, dy]) {
    const { data, marks, touching, hidden } = this.figure;
    const middle = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 });
    const here = middle(marks.places[node]);
    const nearest = (others) => {
      let best;
      for (const other of others) {
        if (other === node || !marks.places[other] || hidden.nodes.has(other)) continue;
        const there = middle(marks.places[other]);
        const along = (there.x - here.x) * dx + (there.y - here.y) * dy;
        const across = Math.abs((there.x - here.x) * dy) + Math.abs((there.y - here.y) * dx);
        const cost = along + 2 * across;
        if (along > 0 && across <= 2.5 * along && (!best || cost < best.cost)) best = { other, cost };
      }
      return best && best.other;
    };
    const neighbours = touching[node].filter((line) => !hidden.lines.has(line))
      .map((line) => (data.lines[line].tail === node ? data.lines[line].head : data.lines[line].tail));
    this.focus(nearest(neighbours) ?? nearest(this.order));
  }
}
