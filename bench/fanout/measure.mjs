// One measurement of one server that was just started: connects all subscribers, writes events, prints one line of JSON.
//
// node measure.mjs '{ target, round, address, pid, port, issuer, databasePort, databasePid, jcmd, folder, subscribers,
//                     cases, rate, seconds, warmUp, clients, connections, inFlight }'
import { setTimeout as pause } from 'node:timers/promises';
import { missing, writeCases } from './cases.mjs';
import { agreedOffset, micros } from './clock.mjs';
import { member } from './crew.mjs';
import { Histogram, rounded } from './histogram.mjs';
import { login, owner } from './people.mjs';
import { family, living, memory, processor } from './readings.mjs';

const asked = JSON.parse(process.argv[2]);
const isService = asked.target === 'service';
const DRAIN_MILLIS = 60_000;
const offset = agreedOffset();
const file = `${asked.folder}/cases.json`;

/// Processor seconds of everybody at work.
function work() {
  const of = (pids) => pids.reduce((sum, pid) => sum + processor(pid), 0);
  return { server: processor(asked.pid), clients: of(clients.map((one) => one.pid)), writer: processor(writer.pid),
    database: of(family(asked.databasePid)), at: micros(offset) };
}

function cores(before, after) {
  const seconds = (after.at - before.at) / 1e6;
  return Object.fromEntries(['server', 'clients', 'writer', 'database']
    .map((who) => [who, rounded((after[who] - before[who]) / seconds)]));
}

/// A first few subscribers, so that what is made or compiled at the first use is not taken for the cost of each.
async function firstSteps() {
  const few = member('./subscribers.mjs');
  await few.ask({ ...opening(0, 1), subscribers: Math.min(500, asked.subscribers), inFlight: 10 });
  await few.ask({ do: 'leave' });
  await pause(1_000);
  few.leave();
}

function opening(part, parts) {
  return { do: 'open', address: asked.address, token, document: asked.document, cases: file,
    subscribers: asked.subscribers, part, parts, offset: String(offset), inFlight: Math.ceil(asked.inFlight / parts) };
}

const token = isService ? await login(asked.issuer) : null;
await writeCases(asked.databasePort, file, asked.cases);
await firstSteps();
const heapRest = isService ? (await living(asked.jcmd, asked.pid)).mib : null;
await pause(2_000);
const rest = memory(asked.pid).resident;

const clients = Array.from({ length: asked.clients }, () => member('./subscribers.mjs'));
const writer = member('./writer.mjs');

const opened = await Promise.all(clients.map((client, part) => client.ask(opening(part, clients.length))));
const connectSeconds = Math.max(...opened.map((one) => one.seconds));
const connectTimes = opened.reduce((sum, one) => sum.merge(one.times), new Histogram());
await pause(3_000);
const connected = memory(asked.pid).resident;

let load = 0;
const watch = setInterval(() => { load = Math.max(load, memory(asked.pid).resident); }, 250);
const writing = writer.ask({ do: 'write', database: owner(asked.databasePort), cases: file, rate: asked.rate,
  seconds: asked.warmUp + asked.seconds, offset: String(offset), connections: asked.connections });
// Whoever fails before it is awaited is heard then.
writing.catch(() => {});
await pause(asked.warmUp * 1000);
const from = micros(offset);
await Promise.all(clients.map((client) => client.ask({ do: 'watch', from, until: from + asked.seconds * 1e6 })));
const before = work();
await pause(asked.seconds * 1000 - 200);
const busy = cores(before, work());
const written = await writing;
const expected = Object.values(written.counts).reduce((sum, count) => sum + count, 0) * (asked.subscribers / asked.cases);
const drainFrom = Date.now();
let received = 0;
do {
  await pause(100);
  const counts = await Promise.all(clients.map((client) => client.ask({ do: 'count' })));
  received = counts.reduce((sum, one) => sum + one.received - one.replayed, 0);
} while (received < expected && Date.now() - drainFrom < DRAIN_MILLIS);
clearInterval(watch);

const reports = await Promise.all(clients.map((client) => client.ask({ do: 'report' })));
const delays = reports.reduce((sum, one) => sum.merge(one.delays), new Histogram());
const total = (name) => reports.reduce((sum, one) => sum + one[name], 0);
const lacking = await missing(asked.databasePort, asked.cases, reports);
const heap = isService ? (await living(asked.jcmd, asked.pid)).mib : null;

const flaws = lacking + total('gaps') + total('doubles') + total('errors') + total('lost');

console.log(JSON.stringify({
  what: 'fan-out', target: asked.target, round: asked.round, subscribers: asked.subscribers, cases: asked.cases,
  rate: asked.rate, seconds: asked.seconds, void: flaws > 0 || written.perSecond < asked.rate * 0.98,
  connect: { perSecond: rounded(asked.subscribers / connectSeconds, 1), seconds: rounded(connectSeconds),
    p50Millis: rounded(connectTimes.percentile(0.5)), p99Millis: rounded(connectTimes.percentile(0.99)) },
  delayMillis: { p50: rounded(delays.percentile(0.5)), p90: rounded(delays.percentile(0.9)),
    p99: rounded(delays.percentile(0.99)), p999: rounded(delays.percentile(0.999)), max: rounded(delays.max) },
  messages: delays.total, messagesPerSecond: rounded(delays.total / asked.seconds, 1),
  eventsPerSecond: written.perSecond, behindAtMost: written.behindAtMost, commitMillis: written.commitMillis,
  memory: { restMib: rounded(rest, 1), connectedMib: rounded(connected, 1), loadMib: rounded(load, 1),
    kibPerSubscriber: rounded(((load - rest) * 1024) / asked.subscribers, 1),
    ...(isService && { heapRestMib: rounded(heapRest, 1), heapMib: rounded(heap, 1),
      heapKibPerSubscriber: rounded(((heap - heapRest) * 1024) / asked.subscribers, 1) }) },
  cores: busy, clientLagMillis: reports.map((one) => one.lagMillis),
  missing: lacking, gaps: total('gaps'), doubles: total('doubles'), errors: total('errors'), lost: total('lost'),
  ...(reports.some((one) => Object.keys(one.problems).length) && { problems: reports.map((one) => one.problems) }),
}));
await Promise.all(clients.map((client) => client.ask({ do: 'leave' })));
[...clients, writer].forEach((one) => one.leave());
