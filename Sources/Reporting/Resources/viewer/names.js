// ---- Names that cover nothing ----

/**
 * The letters of names in pixels, how far a name stands from its mark, how many letters a line has at most, and from how
 * many pixels on the letters of the picture itself can be read.
 */
const NAME = { size: 11.5, line: 13.5, gap: 2, longest: 36, least: 9 };

/**
 * A text in lines of about the same length, none longer than `NAME.longest` letters; `null` if it takes more lines or
 * has a longer word.
 */
function inLines(text, count) {
  const words = text.split(' ');
  const length = (line) => [...line].length;
  for (let most = Math.ceil(length(text) / count); most <= NAME.longest; most += 1) {
    const lines = [];
    for (const word of words) {
      const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
      if (lines.length && length(longer) <= most) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    if (lines.length <= count && lines.every((line) => length(line) <= most)) return lines;
  }
  return null;
}

/** A text in as few lines as hold it whole; words that are longer than a line are broken. */
function whole(text) {
  const parts = text.split(' ').flatMap((word) => {
    const letters = [...word];
    return Array.from({ length: Math.ceil(letters.length / NAME.longest) || 1 },
      (_, part) => letters.slice(part * NAME.longest, (part + 1) * NAME.longest).join(''));
  });
  for (let count = 1; ; count += 1) {
    const lines = inLines(parts.join(' '), count);
    if (lines) return lines;
  }
}

/** The pen with which the letters of names are measured. */
const PEN = document.createElement('canvas').getContext('2d');
PEN.font = `600 ${NAME.size}px Helvetica, Arial, "Liberation Sans", "Noto Sans", sans-serif`;

/** Lines with the room that they take, in pixels. */
function measured(lines) {
  return { lines, width: Math.max(...lines.map((line) => PEN.measureText(line).width)) + 4, height: lines.length * NAME.line };
}

/** Finds places for names in a room: each beside or upon its own mark, none upon another mark or another name. */
class Names {
  /**
   * @param room The width and the height of the room in pixels.
   */
  constructor(room) { Object.assign(this, { room, cells: new Map() }); }

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

  /** A name on one line, on two and on three, as far as its lines are short enough. */
  shapes(name) {
    const letters = [...name].length;
    return [1, 2, 3].filter((count) => letters > 12 * (count - 1)).map((count) => inLines(name, count))
      .filter((lines, place, all) => lines && !all.slice(0, place).some((other) => other && other.length === lines.length)).map(measured);
  }

  /** The beginning of a name. */
  cut(name) { return measured([`${[...name].slice(0, NAME.longest - 1).join('')}…`]); }

  /**
   * The first free place of a name: upon its mark if that is as wide, to the right, to the left, else upon it, below or
   * above; `null` if there is none.
   *
   * @param shapes What may stand there, the best first.
   */
  place(shapes, mark, node) {
    const middle = { x: mark.x + mark.width / 2, y: mark.y + mark.height / 2 };
    for (const { lines, width, height } of shapes) {
      const upon = [middle.x - width / 2, middle.y - height / 2, 'middle'];
      const spots = [
        ...(width < mark.width + 12 && lines.length === 1 ? [upon] : []),
        [mark.x + mark.width + NAME.gap, middle.y - height / 2, 'start'], [mark.x - NAME.gap - width, middle.y - height / 2, 'end'], upon,
        [middle.x - width / 2, mark.y + mark.height, 'middle'], [middle.x - width / 2, mark.y - height, 'middle'],
        // Over a corner of its mark.
        ...[mark.y + mark.height, mark.y - height].flatMap((y) => [[mark.x, y, 'start'], [mark.x + mark.width - width, y, 'end']]),
      ];
      for (const spot of spots) {
        const [x, y, anchor] = spot;
        const box = { x, y, width, height };
        if (this.isFree(box, node)) {
          this.occupy(box);
          return { lines, x: x + { start: 2, middle: width / 2, end: width - 2 }[anchor], y, anchor, isUpon: spot === upon };
        }
      }
    }
    return null;
  }
}
