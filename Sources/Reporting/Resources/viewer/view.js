// ---- Moving and zooming ----

/** Moves a picture as one group, between an overview and large letters. */
class View {
  /**
   * @param picture The element that holds the picture.
   * @param onRest Called with the number of pixels that a point takes, once the picture has come to rest.
   */
  constructor(picture, onRest) {
    this.picture = picture;
    this.onRest = onRest;
    this.worlds = [...picture.querySelectorAll(':scope > svg')].map((svg) => {
      const world = draw('g', { class: 'tl-world' });
      const base = draw('g', { class: 'tl-base' });
      base.append(...[...svg.children].filter((child) => child.localName !== 'title'));
      world.append(base);
      svg.append(world);
      // The sheet fits itself into the room that it has.
      svg.removeAttribute('width');
      svg.removeAttribute('height');
      return world;
    });
    const box = picture.querySelector('svg').viewBox.baseVal;
    this.size = { width: box.width || 1, height: box.height || 1 };
    // The room is as high as the whole sheet needs at its width.
    picture.parentElement.style.setProperty('--tl-aspect', (this.size.width / this.size.height).toFixed(4));
    // A large picture is moved as one image while it is small; enlarged, the image would not fit into memory.
    this.isLarge = picture.querySelectorAll('.node, .edge').length > 1500;
    Object.assign(this, { x: 0, y: 0, k: 1, frame: 0, resting: 0, isMoved: false });
    new ResizeObserver(() => this.measure()).observe(picture);
    this.measure();
  }

  /** How many pixels a point takes in the overview, and where the sheet lies in its room. */
  measure() {
    this.room = { width: Math.max(1, this.picture.clientWidth), height: Math.max(1, this.picture.clientHeight) };
    this.unit = Math.min(this.room.width / this.size.width, this.room.height / this.size.height);
    this.left = (this.room.width - this.size.width * this.unit) / 2;
    this.top = (this.room.height - this.size.height * this.unit) / 2;
    this.schedule();
  }

  /** How many pixels a point takes. */
  get scale() { return this.k * this.unit; }

  get mostK() { return Math.max(2, 3.5 / this.unit); }

  /** The middle of the room as a point of the sheet before it is moved. */
  get middle() {
    return { x: (this.room.width / 2 - this.left) / this.unit, y: (this.room.height / 2 - this.top) / this.unit };
  }

  /** A place of the window as a point of the sheet before it is moved. */
  point(clientX, clientY) {
    const room = this.picture.getBoundingClientRect();
    return {
      x: (clientX - room.left - this.picture.clientLeft - this.left) / this.unit,
      y: (clientY - room.top - this.picture.clientTop - this.top) / this.unit,
    };
  }

  /** Where a box of the sheet lies in the room, in pixels. */
  onScreen(box) {
    return {
      x: this.left + (this.x + box.x * this.k) * this.unit, y: this.top + (this.y + box.y * this.k) * this.unit,
      width: box.width * this.scale, height: box.height * this.scale,
    };
  }

  /** A place of the room, in pixels, as a point of the moved sheet. */
  onSheet(x, y) {
    return { x: ((x - this.left) / this.unit - this.x) / this.k, y: ((y - this.top) / this.unit - this.y) / this.k };
  }

  moveTo(x, y, k, glides = false) {
    this.k = Math.min(Math.max(k, 0.4), this.mostK);
    // Some of the sheet stays in sight.
    const hold = (place, length, room, before) => {
      const [least, most] = [-before / this.unit - length * 0.9, (room - before) / this.unit - length * 0.1];
      return Math.min(Math.max(place, least), most);
    };
    this.x = hold(x, this.size.width * this.k, this.room.width, this.left);
    this.y = hold(y, this.size.height * this.k, this.room.height, this.top);
    this.isMoved = true;
    this.picture.classList.toggle('tl-glide', glides && !this.isLarge);
    this.schedule();
  }

  panBy(dx, dy) { this.moveTo(this.x + dx / this.unit, this.y + dy / this.unit, this.k); }

  /** Zooms about a point of the sheet before it is moved; about the middle unless given. */
  zoomBy(factor, about = this.middle) {
    const k = Math.min(Math.max(this.k * factor, 0.4), this.mostK);
    const ratio = k / this.k;
    this.moveTo(about.x - (about.x - this.x) * ratio, about.y - (about.y - this.y) * ratio, k);
  }

  /** Shows all, as at first. */
  fit() {
    this.moveTo(0, 0, 1, true);
    this.isMoved = false;
  }

  /** Brings a box of the sheet into the middle. */
  show(box, k) {
    const own = Math.min(Math.max(k, 0.4), this.mostK);
    const { x, y } = this.middle;
    this.moveTo(x - (box.x + box.width / 2) * own, y - (box.y + box.height / 2) * own, own, true);
  }

  schedule() {
    this.picture.classList.toggle('tl-layer', this.isLarge && this.k < 1.6);
    clearTimeout(this.resting);
    this.resting = setTimeout(() => {
      // At rest it is drawn anew, sharp.
      this.picture.classList.remove('tl-layer');
      this.onRest(this.scale);
    }, 200);
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      const transform = `translate(${this.x.toFixed(2)}px, ${this.y.toFixed(2)}px) scale(${this.k.toFixed(4)})`;
      for (const world of this.worlds) world.style.transform = transform;
    });
  }
}
