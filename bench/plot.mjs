// Draws what the benches printed: SVG without any library.
//
// node bench/plot.mjs <folder> <file with lines of JSON>...
//
// Reads the lines of bench/run, bench/fanout/run, bench/fanout/soak and bench/uploads/run, in one file or in several, and
// writes what it finds into the folder: progress-requests.svg, progress-latency.svg, submit.svg, pages.svg, fanout-delay.svg,
// fanout-memory.svg, fanout-connect.svg, soak.svg, uploads-speed.svg, uploads-memory.svg. A bar is the median of the rounds, the mark on it reaches from the lowest to the highest.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, ...files] = process.argv.slice(2);
const lines = files.flatMap((file) => readFileSync(file, 'utf8').split('\n'))
  .filter((line) => line.startsWith('{"what"')).map((line) => JSON.parse(line));
const COLOURS = { service: '#1f5fa8', peer: '#c9782b', peers: '#e0a96d', sql: '#7a7a7a', few: '#aaaaaa', small: '#8fb3d9', all: '#1f5fa8' };
const NAMES = { service: 'One Network', peer: 'Node', peers: 'Node, each core', sql: 'pgbench', few: 'pgbench, few statements', small: '10,000 cases', all: '1,000,000 cases' };
const WIDTH = 760, HEIGHT = 400, LEFT = 74, RIGHT = 20, TOP = 64, BOTTOM = 64;

const escaped = (text) => String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const sorted = (values) => [...values].sort((a, b) => a - b);
const short = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)).replace(/\.0+$/, '');

function median(values) {
  const all = sorted(values), middle = Math.floor(all.length / 2);
  return all.length % 2 ? all[middle] : (all[middle - 1] + all[middle]) / 2;
}

function text(x, y, words, more = '') {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${escaped(words)}</text>`;
}

function page(title, subtitle, body) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(title).replaceAll('"', '&quot;')}"`
    + ' font-family="system-ui, sans-serif" font-size="12" fill="#222">\n'
    + `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>\n`
    + text(LEFT, 26, title, 'font-size="16" font-weight="600"') + '\n'
    + text(LEFT, 46, subtitle, 'fill="#666"') + '\n' + body.join('\n') + '\n</svg>\n';
}

/// Round steps from 0 to the highest value, or powers of ten around all values.
function scale(values, logarithmic) {
  const highest = Math.max(...values) || 1;
  const height = HEIGHT - TOP - BOTTOM;
  if (logarithmic) {
    const low = Math.floor(Math.log10(Math.min(...values.filter((value) => value > 0))));
    const high = Math.max(low + 1, Math.ceil(Math.log10(highest)));
    const y = (value) => HEIGHT - BOTTOM - (height * (Math.log10(Math.max(value, 10 ** low)) - low)) / (high - low);
    return { y, ticks: Array.from({ length: high - low + 1 }, (_, step) => 10 ** (low + step)) };
  }
  const rough = highest / 5, power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough);
  const top = Math.ceil(highest / step) * step;
  return { y: (value) => HEIGHT - BOTTOM - (height * value) / top,
    ticks: Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step) };
}

function axis({ y, ticks }, unit) {
  return [...ticks.map((tick) => `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(tick).toFixed(1)}" y2="${y(tick).toFixed(1)}" stroke="#ddd"/>`
    + text(LEFT - 8, y(tick) + 4, Number(tick.toPrecision(6)), 'text-anchor="end" fill="#666"')),
  text(LEFT - 8, TOP - 8, unit, 'text-anchor="end" fill="#666"')];
}

function legend(entries) {
  const room = Math.min(150, (WIDTH - LEFT - RIGHT) / entries.length);
  return entries.map(([name, colour], index) => `<rect x="${LEFT + index * room}" y="${HEIGHT - 22}" width="12" height="12" fill="${colour}"/>`
    + text(LEFT + 18 + index * room, HEIGHT - 12, name));
}

/// groups: [{ name, service: [values], peer: [values] }]
function bars(title, subtitle, unit, groups, logarithmic = false) {
  const targets = Object.keys(NAMES).filter((target) => groups.some((group) => group[target].length > 0));
  const measure = scale(groups.flatMap((group) => targets.flatMap((target) => group[target])), logarithmic);
  const room = (WIDTH - LEFT - RIGHT) / groups.length, width = Math.min(64, (room * 0.72) / targets.length);
  const body = axis(measure, unit);
  groups.forEach((group, index) => {
    const centre = LEFT + room * (index + 0.5);
    targets.forEach((target, place) => {
      const values = group[target];
      if (values.length === 0) return;
      const value = median(values), x = centre + (place - targets.length / 2) * width, y = measure.y(value);
      const middle = x + width / 2 - 2;
      body.push(`<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${(width - 4).toFixed(1)}" height="${(HEIGHT - BOTTOM - y).toFixed(1)}" fill="${COLOURS[target]}"/>`);
      if (values.length > 1) {
        body.push(`<line x1="${middle.toFixed(1)}" x2="${middle.toFixed(1)}" y1="${measure.y(Math.min(...values)).toFixed(1)}" y2="${measure.y(Math.max(...values)).toFixed(1)}" stroke="#111"/>`);
      }
      body.push(text(middle, measure.y(Math.max(...values)) - 5, short(value), 'text-anchor="middle" font-size="11"'));
    });
    body.push(text(centre, HEIGHT - BOTTOM + 18, group.name, 'text-anchor="middle"'));
  });
  return page(title, subtitle, [...body, ...legend(targets.map((target) => [NAMES[target], COLOURS[target]]))]);
}

function groups(of, names, value) {
  return names.map(([name, key]) => ({ name,
    ...Object.fromEntries(Object.keys(NAMES).map((target) => [target,
      of.filter((line) => line.target === target).map((line) => value(line, key)).filter((found) => typeof found === 'number')])) }));
}

/// series: [{ name, colour, points: [[x, y]] }], each as a share of its own highest value, which stands in the legend.
function curves(title, subtitle, series) {
  const measure = scale([100], false);
  const last = Math.max(...series.flatMap((one) => one.points.map(([x]) => x))) || 1;
  const x = (minute) => LEFT + ((WIDTH - LEFT - RIGHT) * minute) / last;
  const body = axis(measure, '%');
  for (const { colour, points } of series) {
    const highest = Math.max(...points.map(([, value]) => value)) || 1;
    body.push(`<polyline fill="none" stroke="${colour}" stroke-width="2" points="${points.map(([minute, value]) => `${x(minute).toFixed(1)},${measure.y((value * 100) / highest).toFixed(1)}`).join(' ')}"/>`);
  }
  body.push(text(WIDTH - RIGHT, HEIGHT - BOTTOM + 18, `${short(last)} minutes`, 'text-anchor="end"'));
  return page(title, subtitle, [...body, ...legend(series.map(({ name, colour, points }) =>
    [`${name} (${short(Math.max(...points.map(([, value]) => value)))})`, colour]))]);
}

const drawn = {};
const fanOut = lines.filter((line) => line.what === 'fan-out');
if (fanOut.length > 0) {
  const [{ subscribers, cases, rate, seconds }] = fanOut;
  const about = `${subscribers} subscribers of ${cases} cases, ${rate} events/s for ${seconds} s, median of ${Math.max(...fanOut.map((line) => line.round))} rounds`;
  drawn['fanout-delay'] = bars('From the commit to the client', about, 'ms',
    groups(fanOut, [['p50', 'p50'], ['p90', 'p90'], ['p99', 'p99'], ['p99.9', 'p999'], ['max', 'max']], (line, key) => line.delayMillis[key]), true);
  drawn['fanout-memory'] = bars('Resident memory of the server', about, 'MiB',
    groups(fanOut, [['before anybody came', 'restMib'], ['all connected', 'connectedMib'], ['under load, highest', 'loadMib'], ['heap after collection', 'heapMib']],
      (line, key) => line.memory[key]));
  drawn['fanout-connect'] = bars('Subscriptions that came to stand in a second', about, '1/s',
    groups(fanOut, [['subscriptions', 'perSecond']], (line, key) => line.connect[key]));
}
const soak = lines.filter((line) => line.what === 'soak');
if (soak.length > 0) {
  const points = (key) => soak.map((line) => [line.minutes, line[key]]);
  drawn.soak = curves('What the service holds while subscribers come and go', 'shares of the highest value, in brackets; at the first and the last point nobody is there', [
    { name: 'heap MiB', colour: '#1f5fa8', points: points('heapMib') },
    { name: 'sockets', colour: '#c9782b', points: points('sockets') },
    { name: 'map entries', colour: '#3f8f4f', points: points('mapEntries') },
    { name: 'sessions', colour: '#8a4fa0', points: points('databaseSessions') }]);
}
const uploads = lines.filter((line) => 'mibPerSecond' in line);
if (uploads.length > 0) {
  const kinds = [...new Set(uploads.map((line) => line.what))].map((what) => [what, what]);
  const of = (key) => groups(uploads, kinds, (line, what) => (line.what === what ? line[key] : undefined));
  const about = 'median of the rounds; the mark reaches from the lowest to the highest';
  drawn['uploads-speed'] = bars('Uploads', about, 'MiB/s', of('mibPerSecond'));
  drawn['uploads-memory'] = bars('Highest resident memory during uploads', about, 'MiB', of('peakMib'));
}
const progress = lines.filter((line) => line.what === 'progress');
const rounds = (of) => `median of ${Math.max(...of.map((line) => line.round))} rounds; the mark reaches from the lowest to the highest`;
if (progress.length > 0) {
  drawn['progress-requests'] = bars('Progress of a case: requests a second', rounds(progress), '1/s', groups(progress, [['requests', 'perSecond']], (line, key) => line[key]));
  drawn['progress-latency'] = bars('Progress of a case: how long a request took', rounds(progress), 'ms',
    groups(progress, [['p50', 'p50Millis'], ['p90', 'p90Millis'], ['p99', 'p99Millis']], (line, key) => line[key]), true);
}
const submit = lines.filter((line) => line.what === 'submit');
if (submit.length > 0) {
  drawn.submit = bars('Cases filed, accepted, decided and completed a second', rounds(submit), '1/s', groups(submit, [['cases', 'perSecond']], (line, key) => line[key]));
}
const PAGES = [['worklist', 'worklist'], ['search by name', 'worklist-search'], ['search by number', 'worklist-number']];
const pages = lines.filter((line) => PAGES.some(([, what]) => what === line.what));
if (pages.length > 0) {
  drawn.pages = bars('A page of the worklist, with few cases and with many', rounds(pages), 'ms',
    groups(pages, PAGES, (line, what) => (line.what === what ? line.p50Millis : undefined)));
}
mkdirSync(folder, { recursive: true });
for (const [name, svg] of Object.entries(drawn)) writeFileSync(join(folder, `${name}.svg`), svg);
console.log(Object.keys(drawn).map((name) => join(folder, `${name}.svg`)).join('\n'));
