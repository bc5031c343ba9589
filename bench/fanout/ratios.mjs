// The medians of a run's lines, and the service's as ratios of the peer's.
//
// node ratios.mjs <lines>
import { readFileSync } from 'node:fs';

const lines = readFileSync(process.argv[2], 'utf8').trim().split('\n').map((line) => JSON.parse(line));

function median(target, value) {
  const values = lines.filter((line) => line.target === target).map(value).sort((a, b) => a - b);
  const middle = Math.floor(values.length / 2);
  return values.length % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

function compared(value) {
  const [service, peer] = ['service', 'peer'].map((target) => median(target, value));
  const rounded = (number) => Number(number.toFixed(2));
  return { service: rounded(service), peer: rounded(peer), ratio: rounded(service / peer) };
}

console.log(JSON.stringify({
  what: 'fan-out, medians', rounds: lines.length / 2,
  connectPerSecond: compared((line) => line.connect.perSecond),
  p50Millis: compared((line) => line.delayMillis.p50),
  p99Millis: compared((line) => line.delayMillis.p99),
  messagesPerSecond: compared((line) => line.messagesPerSecond),
  loadMib: compared((line) => line.memory.loadMib),
  kibPerSubscriber: compared((line) => line.memory.kibPerSubscriber),
  serverCores: compared((line) => line.cores.server),
  missing: compared((line) => line.missing + line.gaps + line.doubles),
}));
