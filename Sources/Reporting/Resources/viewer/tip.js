// ---- The name under the pointer ----

/** Shows the whole name of the node under the pointer or in focus where the picture does not show it. */
class Tip {
  constructor(figure) {
    Object.assign(this, { figure, node: undefined });
    this.box = draw('rect', { rx: 3 });
    this.element = draw('g', { class: 'tl-tip', 'aria-hidden': 'true' });
    const { picture, marks } = figure;
    marks.world.append(this.element);
    const nodeAt = (event) => marks.nodeOf.get((event.target.closest('.node') || {}).id);
    picture.addEventListener('pointerover', (event) => event.pointerType !== 'touch' && this.show(nodeAt(event)));
    picture.addEventListener('pointerleave', () => this.show(undefined));
    picture.addEventListener('focusin', (event) => event.target.matches(':focus-visible') && this.show(nodeAt(event)));
    picture.addEventListener('focusout', () => this.show(undefined));
  }

  /** Shows the name of a node, or of none. */
  show(node) {
    this.node = node;
    this.place();
  }

  /** Puts the name below its mark, or above it at the lower edge, inside the room. */
  place() {
    const { marks, view, data } = this.figure;
    const isNeeded = this.node !== undefined && marks.places[this.node] && !marks.isNamed(this.node);
    this.element.classList.toggle('tl-shown', Boolean(isNeeded));
    if (!isNeeded) return;
    const { scale, room } = view;
    const mark = view.onScreen(marks.places[this.node]);
    const { lines, width, height } = measured(whole(data.nodes[this.node].name));
    const [gap, edge] = [4, 3];
    const below = mark.y + mark.height + gap;
    const y = below + height + 2 * edge < room.height ? below : mark.y - gap - height - 2 * edge;
    const middle = mark.x + mark.width / 2;
    const x = Math.max(2, Math.min(middle - width / 2 - edge, room.width - width - 2 * edge - 2));
    const corner = view.onSheet(x, y);
    const sides = { ...corner, width: (width + 2 * edge) / scale, height: (height + 2 * edge) / scale, rx: 3 / scale };
    for (const [name, value] of Object.entries(sides)) this.box.setAttribute(name, value);
    const spot = { lines, x: x + edge + width / 2, y: y + edge, anchor: 'middle' };
    this.element.replaceChildren(this.box, marks.label(spot, scale));
  }
}
