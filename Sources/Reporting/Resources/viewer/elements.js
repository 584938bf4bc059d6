// ---- Elements ----

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Makes an element. Of `props` those that begin with "on" listen, `text` is its text, and the others are attributes;
 * words of the data only ever become text.
 */
function make(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === 'text') element.textContent = value;
    else if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** Makes an element of a picture. */
function draw(tag, attributes = {}) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** A name or other words of the data, whose direction is its own. */
const named = (text) => make('bdi', { text });

const button = (text, onclick, props = {}) => make('button', { type: 'button', text, onclick, ...props });

/** Letters without accents and case, with spaces for what is neither letter nor digit, so that spellings meet. */
function folded(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’ʼ‘`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** A member of an object that may have any names. */
const own = (object, name) => (object && Object.hasOwn(object, name) ? object[name] : undefined);

/** The order of ids: that of their code units. */
const byId = (left, right) => (left < right ? -1 : left > right ? 1 : 0);
