// Reads the log of pgbench (-l) from the standard input, and prints what requests.lua prints.
//
// node latencies.mjs <seconds>
import { readFileSync } from 'node:fs';

const seconds = Number(process.argv[2]);
const millis = readFileSync(0, 'utf8').trim().split('\n').map((line) => Number(line.split(' ')[2]) / 1000);
const sorted = Float64Array.from(millis.filter(Number.isFinite)).sort();
const percentile = (share) => Number(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(2));
console.log(JSON.stringify({ requests: sorted.length, seconds, perSecond: Number((sorted.length / seconds).toFixed(1)),
  p50Millis: percentile(0.5), p90Millis: percentile(0.9), p99Millis: percentile(0.99), maxMillis: percentile(1), failed: millis.length - sorted.length }));
