// ---- Words ----

/** The words that figures of the page are written with: they are all in one language. */
const WORDS = {};

/** Stands in a text where a value goes: its name between two characters of private use. */
const PLACE = /\uE000(\w+)\uE003/u;

/** A text in pieces with values in their places; of several forms the one that its number takes. */
function pieces(key, values = {}) {
  let text = WORDS[key] ?? '';
  if (typeof text === 'object') {
    const form = new Intl.PluralRules(text.language).select(values[text.number]);
    text = text[form] ?? text.other ?? text.many;
  }
  return text.split(PLACE).map((piece, place) => (place % 2 ? values[piece] : piece)).filter((piece) => piece !== '');
}

/** A text with values in their places. */
const words = (key, values) => pieces(key, values).join('');

/** A value of the data as the part of a key. */
const keyed = (family, value) => words(`${family}.${value.replaceAll(' ', '-')}`);

/** A chance in per cent; never nought and never a hundred, which nobody can know. */
function percent(p) {
  if (p < 0.01) return words('percent.least');
  if (p > 0.99) return words('percent.most');
  return words('percent', { n: Math.round(p * 100) });
}

/** Parts with commas between them, without those that are absent. */
const listed = (...parts) => parts.filter(Boolean).join(words('list.comma'));
