// ---- Names that cover nothing ----

/** The letters of names in pixels, and how far apart two names stand at least. */
const NAME = { size: 11.5, line: 13.5, gap: 2, longest: 36 };

/** Finds places for names in a room: each beside or upon its own mark, none upon another mark or another name. */
class Names {
  /**
   * @param room The width and the height of the room in pixels.
   * @param taken Boxes that no name may cover.
   */
  constructor(room, taken) {
    Object.assign(this, { room, cells: new Map() });
    this.pen = document.createElement('canvas').getContext('2d');
    this.pen.font = `600 ${NAME.size}px Helvetica, Arial, "Liberation Sans", "Noto Sans", sans-serif`;
    for (const box of taken) this.occupy(box);
  }

  /** The cells of 64 pixels that a box touches, so that few boxes are compared. */
  * cellsOf({ x, y, width, height }) {
    const cell = (value, most) => Math.floor(Math.min(Math.max(value, 0), most) / 64);
    for (let column = cell(x, this.room.width); column <= cell(x + width, this.room.width); column += 1) {
      for (let row = cell(y, this.room.height); row <= cell(y + height, this.room.height); row += 1) yield column * 4096 + row;
    }
  }

  /** Keeps names off a box; a node's own name may stand on it. */
  occupy(box, node) {
    for (const cell of this.cellsOf(box)) {
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      this.cells.get(cell).push({ ...box, node });
    }
  }

  isFree(box, node) {
    if (box.x < 2 || box.y < 2 || box.x + box.width > this.room.width - 2 || box.y + box.height > this.room.height - 2) return false;
    for (const cell of this.cellsOf(box)) {
      for (const other of this.cells.get(cell) || []) {
        const isOwn = node !== undefined && other.node === node;
        if (!isOwn && box.x < other.x + other.width && other.x < box.x + box.width && box.y < other.y + other.height && other.y < box.y + box.height) return false;
      }
    }
    return true;
  }

  /** A name on one line, and on two of about the same length. */
  shapes(name) {
    const letters = [...name];
    const text = letters.length > NAME.longest ? `${letters.slice(0, NAME.longest - 1).join('')}…` : name;
    const shapes = [[text]];
    const middle = text.length / 2;
    const breaks = [...text.matchAll(/ /g)].map((found) => found.index).sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
    if (text.length > 12 && breaks.length) shapes.push([text.slice(0, breaks[0]), text.slice(breaks[0] + 1)]);
    return shapes.map((lines) => ({
      lines, width: Math.max(...lines.map((line) => this.pen.measureText(line).width)) + 4, height: lines.length * NAME.line,
    }));
  }

  /**
   * The first free place of a name: upon its mark if that is as wide, to the right, to the left, else upon it, below or
   * above; `null` if there is none.
   */
  place(name, mark, node) {
    const middle = { x: mark.x + mark.width / 2, y: mark.y + mark.height / 2 };
    for (const { lines, width, height } of this.shapes(name)) {
      const upon = [middle.x - width / 2, middle.y - height / 2, 'middle'];
      const spots = [
        ...(width < mark.width + 12 && lines.length === 1 ? [upon] : []),
        [mark.x + mark.width + NAME.gap, middle.y - height / 2, 'start'], [mark.x - NAME.gap - width, middle.y - height / 2, 'end'], upon,
        [middle.x - width / 2, mark.y + mark.height, 'middle'], [middle.x - width / 2, mark.y - height, 'middle'],
      ];
      for (const [x, y, anchor] of spots) {
        const box = { x, y, width, height };
        if (this.isFree(box, node)) {
          this.occupy(box);
          return { lines, x: x + { start: 2, middle: width / 2, end: width - 2 }[anchor], y, anchor };
        }
      }
    }
    return null;
  }
}
