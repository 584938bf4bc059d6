// ---- A field that suggests nodes ----

const MOST_OPTIONS = 12;

/** A field with a list of the nodes whose names fit what was typed. */
class NodeField {
  constructor(figure, id, label, onPick) {
    Object.assign(this, { figure, onPick, options: [], active: -1, node: undefined, kept: undefined });
    this.list = make('ul', { id: `${id}-list`, class: 'tl-options', role: 'listbox', 'aria-label': label, hidden: true });
    this.input = make('input', {
      id, type: 'text', role: 'combobox', autocomplete: 'off', spellcheck: 'false', 'aria-autocomplete': 'list',
      'aria-expanded': 'false', 'aria-controls': `${id}-list`,
      oninput: () => this.suggest(), onkeydown: (event) => this.key(event), onblur: () => this.leave(),
      onfocus: () => { if (this.input.value && this.node === undefined) this.suggest(); },
    });
    this.element = make('div', { class: 'tl-field' }, make('label', { for: id, text: label }), this.input, this.list);
  }

  /** Puts a node into the field, or empties it. */
  set(node) {
    this.node = node;
    this.kept = node;
    this.input.value = node === undefined ? '' : this.figure.data.nodes[node].name;
    this.close();
  }

  suggest() {
    this.node = undefined;
    const found = this.figure.search(this.input.value);
    this.options = found.slice(0, MOST_OPTIONS);
    this.active = this.options.length ? 0 : -1;
    this.list.replaceChildren(...this.options.map(({ node, alias }, index) => {
      const entry = this.figure.data.nodes[node];
      const notes = listed(this.figure.kind(entry), alias && words('entity.also', { names: alias }));
      return make('li', {
        id: `${this.input.id}-${index}`, role: 'option',
        onpointerdown: (event) => { event.preventDefault(); this.pick(index); },
      }, named(entry.name), notes ? make('small', {}, ' ', named(notes)) : null);
    }));
    this.list.hidden = !this.options.length;
    this.input.setAttribute('aria-expanded', String(!this.list.hidden));
    this.mark();
    if (!folded(this.input.value)) this.figure.say(this.figure.counts);
    else if (!found.length) this.figure.say(words('viewer.found.none'));
    else if (found.length > MOST_OPTIONS) this.figure.say(words('viewer.found.many', { n: found.length, most: MOST_OPTIONS }));
    else this.figure.say(words('viewer.found', { n: found.length }));
  }

  mark() {
    [...this.list.children].forEach((item, index) => {
      item.setAttribute('aria-selected', String(index === this.active));
      if (index === this.active) item.scrollIntoView({ block: 'nearest' });
    });
    if (this.active >= 0) this.input.setAttribute('aria-activedescendant', `${this.input.id}-${this.active}`);
    else this.input.removeAttribute('aria-activedescendant');
  }

  key(event) {
    const isOpen = !this.list.hidden;
    const count = this.options.length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen) this.suggest();
      else this.active = (this.active + (event.key === 'ArrowDown' ? 1 : count - 1)) % count;
      this.mark();
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      this.pick(this.active);
    } else if (event.key === 'Escape' && (isOpen || this.input.value)) {
      event.stopPropagation();
      if (isOpen) this.close();
      else this.empty();
    }
  }

  /** Empties the field, and what hangs on the node that was in it. */
  empty() {
    const hadNode = this.kept !== undefined;
    this.set(undefined);
    if (hadNode) this.onPick(undefined);
  }

  /** What was typed and not picked does not stay: the node that counts is in the field again, or none. */
  leave() {
    if (this.node === undefined && this.kept !== undefined) {
      if (folded(this.input.value)) this.set(this.kept);
      else this.empty();
    } else this.close();
  }

  pick(index) {
    const { node } = this.options[index];
    this.set(node);
    this.onPick(node);
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
    // Words on names that fit are over with their list.
    this.figure.say(this.figure.counts);
  }
}
