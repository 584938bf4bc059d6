// ---- Pointer ----

/** Drag, pinch, wheel and click. */
class Pointer {
  constructor(figure) {
    Object.assign(this, { figure, down: new Map(), start: null, spread: 0 });
    const { picture } = figure;
    picture.addEventListener('pointerdown', (event) => this.press(event));
    picture.addEventListener('pointermove', (event) => this.move(event));
    for (const name of ['pointerup', 'pointercancel']) picture.addEventListener(name, (event) => this.release(event));
    picture.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
  }

  get middle() {
    const all = [...this.down.values()];
    return { x: all.reduce((sum, { x }) => sum + x, 0) / all.length, y: all.reduce((sum, { y }) => sum + y, 0) / all.length };
  }

  get distance() {
    const [a, b] = [...this.down.values()];
    return Math.hypot(a.x - b.x, a.y - b.y);
  }

  press(event) {
    if (event.button > 0) return;
    this.down.set(event.pointerId, { x: event.clientX, y: event.clientY });
    this.start = { x: event.clientX, y: event.clientY, hasMoved: this.down.size > 1 };
    if (this.down.size === 2) this.spread = this.distance;
  }

  move(event) {
    if (!this.down.has(event.pointerId)) return;
    const { picture, view } = this.figure;
    const before = this.middle;
    this.down.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const after = this.middle;
    if (!this.start.hasMoved) {
      if (Math.hypot(event.clientX - this.start.x, event.clientY - this.start.y) < 4) return;
      this.start.hasMoved = true;
      picture.setPointerCapture(event.pointerId);
      picture.classList.add('tl-dragging');
    }
    view.panBy(after.x - before.x, after.y - before.y);
    if (this.down.size === 2) {
      if (this.spread > 0) view.zoomBy(this.distance / this.spread, view.point(after.x, after.y));
      this.spread = this.distance;
    }
  }

  release(event) {
    if (!this.down.delete(event.pointerId)) return;
    const { figure } = this;
    figure.picture.classList.remove('tl-dragging');
    if (!this.start.hasMoved && event.type === 'pointerup') this.click(event);
    else figure.remember();
  }

  wheel(event) {
    const { figure } = this;
    // Beside other text the wheel scrolls the page, unless the reader means the picture.
    if (figure.isEmbedded && !event.ctrlKey && !event.metaKey && !figure.picture.contains(document.activeElement)) return;
    event.preventDefault();
    const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1;
    const turn = Math.max(-300, Math.min(300, event.deltaY * unit));
    figure.view.zoomBy(Math.exp(-turn * 0.002), figure.view.point(event.clientX, event.clientY));
    clearTimeout(this.turning);
    this.turning = setTimeout(() => figure.remember(), 300);
  }

  /** Opens the mark at a place, or the nearest one within some pixels, since lines are thin. */
  click(event) {
    const { figure } = this;
    if (!figure.data) return;
    const { nodeOf, linesOf } = figure.marks;
    for (const radius of [0, 4, 8]) {
      for (let turn = 0; turn < (radius ? 8 : 1); turn += 1) {
        const [dx, dy] = [radius * Math.cos((turn * Math.PI) / 4), radius * Math.sin((turn * Math.PI) / 4)];
        const under = document.elementFromPoint(event.clientX + dx, event.clientY + dy);
        const mark = under && figure.picture.contains(under) && under.closest('.node, .edge');
        if (mark && nodeOf.has(mark.id)) return figure.choose({ node: nodeOf.get(mark.id) });
        const line = mark && linesOf.has(mark.id) && linesOf.get(mark.id).find((own) => !figure.hidden.lines.has(own));
        if (Number.isInteger(line)) return figure.choose({ line });
      }
    }
    return figure.close(false);
  }
}
