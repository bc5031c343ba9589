// The medians of a run's lines, and what they are of one another.
//
// node medians.mjs <lines>
import { readFileSync } from 'node:fs';

const lines = readFileSync(process.argv[2], 'utf8').trim().split('\n').map((line) => JSON.parse(line));

function median(what, target, value) {
  const values = lines.filter((line) => line.what === what && line.target === target).map(value).filter(Number.isFinite).sort((a, b) => a - b);
  const middle = Math.floor(values.length / 2);
  return values.length === 0 ? undefined : values.length % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

function compared(what, targets) {
  const [first] = targets;
  const told = { what: `${what}, medians` };
  for (const target of targets) {
    const perSecond = median(what, target, (line) => line.perSecond);
    if (perSecond === undefined) continue;
    told[target] = { perSecond, p50Millis: median(what, target, (line) => line.p50Millis), p99Millis: median(what, target, (line) => line.p99Millis),
      residentMib: median(what, target, (line) => line.residentMib) };
    if (target !== first) told[`${first} / ${target}`] = Number((told[first].perSecond / perSecond).toFixed(2));
  }
  told.failed = lines.filter((line) => line.what === what).reduce((sum, line) => sum + (line.failed ?? 0), 0);
  return told;
}

const TARGETS = { progress: ['service', 'peer', 'peers', 'sql'], submit: ['service', 'sql', 'few'], worklist: ['small', 'all'],
  'worklist-search': ['small', 'all'], 'worklist-number': ['small', 'all'] };
for (const [what, targets] of Object.entries(TARGETS)) {
  if (lines.some((line) => line.what === what)) console.log(JSON.stringify(compared(what, targets)));
}
