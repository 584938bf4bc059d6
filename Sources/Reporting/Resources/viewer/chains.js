// ---- Chains ----

const MOST_HOPS = 8;

/** Whether two chances differ by rounding alone. */
const isClose = (left, right) => Math.round(left * 1e9) === Math.round(right * 1e9);

/**
 * The most probable way from some nodes to others along hops, by the product of their probabilities; of equals the
 * shorter, then the one whose ids come first. `null` if there is none of at most eight hops.
 *
 * Backwards over the number of hops: best[k][v] is the best product of a way of exactly k hops from v to a target. No
 * product exceeds 1, so the best way with the fewest hops visits no node twice.
 */
function bestWay(count, hops, sources, targets, ids) {
  const isSource = new Set(sources);
  const isTarget = new Set(targets);
  const usable = hops.filter((hop) => hop.p > 0 && !isTarget.has(hop.tail) && !isSource.has(hop.head));
  const best = [new Float64Array(count)];
  for (const target of isTarget) best[0][target] = 1;
  for (let k = 1; k <= MOST_HOPS; k += 1) {
    const row = new Float64Array(count);
    for (const hop of usable) {
      if (hop.isLast && k > 1) continue;
      row[hop.tail] = Math.max(row[hop.tail], hop.p * best[k - 1][hop.head]);
    }
    best.push(row);
  }
  let start = null;
  for (let k = 1; k <= MOST_HOPS; k += 1) {
    for (const source of sources) {
      const product = best[k][source];
      if (product <= 0) continue;
      const isBetter = !start || (product > start.product && !isClose(product, start.product));
      const isFirst = start && isClose(product, start.product) && k === start.k && byId(ids[source], ids[start.source]) < 0;
      if (isBetter || isFirst) start = { product, k, source };
    }
  }
  if (!start) return null;
  const steps = [];
  let node = start.source;
  for (let k = start.k; k > 0; k -= 1) {
    const wanted = best[k][node];
    const next = usable
      .filter((hop) => hop.tail === node && !(hop.isLast && k > 1) && isClose(hop.p * best[k - 1][hop.head], wanted))
      .sort((left, right) => byId(ids[left.head], ids[right.head]))[0];
    steps.push(next);
    node = next.head;
  }
  return { steps, product: steps.reduce((product, step) => product * step.p, 1) };
}

/**
 * What of the evidence leads from one node to another: the chain that the command `trace` found when the page was
 * made, else the one with the highest product by its rules: a member stands for its collective in what is said of all
 * members, and a way through a group counts only where there is no other.
 */
function chain(data, from, to) {
  const known = data.chains.find(({ nodes }) => nodes[0] === from && nodes[nodes.length - 1] === to);
  if (known) {
    const steps = known.nodes.slice(1).map((head, place) => data.hops.find((hop) => hop.tail === known.nodes[place] && hop.head === head));
    return { steps, chance: known.p, any: known.any, order: known.order, crossesGroup: known.group === true };
  }
  const ends = (node) => [node, ...(data.nodes[node].ends || [])];
  const starts = ends(from);
  const stops = ends(to);
  const sources = starts.filter((node) => node === from || (!stops.includes(node) && node !== to));
  const targets = stops.filter((node) => node === to || (!starts.includes(node) && node !== from));
  const collectives = new Set([...sources, ...targets].filter((node) => node !== from && node !== to));
  const hops = data.hops.map((hop) => {
    const isForAll = collectives.has(hop.tail) || collectives.has(hop.head);
    return { ...hop, p: isForAll && hop.all !== undefined ? hop.all : hop.p, isLast: hop.group === true };
  });
  const ids = data.nodes.map((node) => node.id);
  const direct = bestWay(ids.length, hops, sources, targets, ids);
  if (direct) return { ...direct, crossesGroup: false };
  const any = bestWay(ids.length, hops.map((hop) => ({ ...hop, isLast: false })), sources, targets, ids);
  return any && { ...any, crossesGroup: true };
}

/** A shortest way through a network without evidence; of equals the one whose ids come first. */
function shortestWay(data, from, to) {
  const out = data.nodes.map(() => []);
  const into = data.nodes.map(() => []);
  const add = (tail, head, line) => { out[tail].push({ tail, head, lines: [line] }); into[head].push(tail); };
  data.lines.forEach((line, index) => {
    add(line.tail, line.head, index);
    if (line.undirected) add(line.head, line.tail, index);
  });
  const distance = new Map([[to, 0]]);
  const queue = [to];
  for (let place = 0; place < queue.length; place += 1) {
    for (const tail of into[queue[place]]) {
      if (distance.has(tail)) continue;
      distance.set(tail, distance.get(queue[place]) + 1);
      queue.push(tail);
    }
  }
  if (from === to || !distance.has(from)) return null;
  const steps = [];
  for (let node = from; node !== to; node = steps[steps.length - 1].head) {
    const left = distance.get(node) - 1;
    steps.push(out[node].filter((step) => distance.get(step.head) === left)
      .sort((a, b) => byId(data.nodes[a.head].id, data.nodes[b.head].id) || a.lines[0] - b.lines[0])[0]);
  }
  return { steps };
}
