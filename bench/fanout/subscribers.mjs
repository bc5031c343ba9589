// A process full of subscribers, each on a WebSocket of its own. Told what to do by its parent:
//
// { do: 'open', address, token, document, cases, subscribers, part, parts, offset, inFlight }
// { do: 'count' }   how many messages have come so far
// { do: 'report', from, until }   the delays of the events written between two moments (microseconds)
// { do: 'churn', perSecond } | { do: 'rest' } | { do: 'leave' }   what the soak does
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import WebSocket from 'ws';
import { micros } from './clock.mjs';
import { Histogram, rounded } from './histogram.mjs';

const SEQUENCE = /"sequence"\s*:\s*(\d+)/;
/// The writer puts the moment of writing into the note as well, in microseconds.
const WRITTEN = /"note"\s*:\s*"(\d+)"/;
const OPERATION = /"id"\s*:\s*"(op-\d+)"/;
const LONGEST_PATIENCE = 30_000;

let plan;
let offset = 0n;
let churning = 0;
let watched = { from: 0, until: Infinity };
let delays = new Histogram();
const counted = { received: 0, replayed: 0, gaps: 0, doubles: 0, errors: 0, lost: 0, openings: 0 };
const problems = new Map();
const all = [];
const lag = monitorEventLoopDelay({ resolution: 1 });

class Subscriber {
  sequence;
  socket;
  operation = 0;
  acknowledged = false;
  stalled = false;

  constructor(serviceCase) {
    this.caseId = serviceCase.id;
    // One behind: the first message is a replay, and says that the subscription stands.
    this.sequence = serviceCase.lastSequence - 1;
  }

  /// Done when the first event is there; or with `acknowledged`, where there is nothing to replay.
  open(untilFirst) {
    return new Promise((done, failed) => {
      const socket = new WebSocket(plan.address, 'graphql-transport-ws', { perMessageDeflate: false });
      const impatience = setTimeout(() => failed(new Error('nothing came in time')), LONGEST_PATIENCE);
      const settle = (what) => { clearTimeout(impatience); what(); };
      this.socket = socket;
      this.acknowledged = false;
      counted.openings++;
      socket.on('open', () => socket.send(JSON.stringify({
        type: 'connection_init', payload: plan.token ? { Authorization: `Bearer ${plan.token}` } : {} })));
      socket.on('message', (data) => {
        if (this.socket !== socket) return;
        const outcome = this.receive(data);
        if (outcome === (untilFirst ? 'event' : 'ack')) settle(done);
      });
      socket.on('error', (error) => settle(() => failed(error)));
      socket.on('close', (code, reason) => {
        settle(() => failed(new Error(`closed ${code} ${reason}`)));
        if (this.socket === socket) {
          counted.lost++;
          note(`closed ${code} ${reason}`);
          this.acknowledged = false;
        }
      });
    });
  }

  subscribe() {
    this.operation++;
    this.socket.send(JSON.stringify({ id: `op-${this.operation}`, type: 'subscribe',
      payload: { query: plan.document, variables: { id: this.caseId, afterSequence: this.sequence } } }));
  }

  receive(data) {
    const now = micros(offset);
    const text = data.toString('latin1');
    const found = SEQUENCE.exec(text);
    if (found !== null) {
      // What was on its way when an operation was ended is no double.
      if (OPERATION.exec(text)?.[1] === `op-${this.operation}`) this.take(Number(found[1]), text, now);
      return 'event';
    }
    const message = JSON.parse(data.toString());
    if (message.type === 'connection_ack') {
      this.acknowledged = true;
      this.subscribe();
      return 'ack';
    }
    if (message.type === 'ping') {
      this.socket.send('{"type":"pong"}');
    } else if (message.type !== 'pong' && !(message.type === 'complete' && message.id !== `op-${this.operation}`)) {
      counted.errors++;
      note(JSON.stringify(message).slice(0, 300));
    }
    return message.type;
  }

  take(sequence, text, now) {
    counted.received++;
    if (sequence <= this.sequence) {
      counted.doubles++;
      return;
    }
    if (sequence !== this.sequence + 1) counted.gaps++;
    this.sequence = sequence;
    const written = Number(WRITTEN.exec(text)?.[1] ?? 0);
    if (written >= watched.from && written < watched.until) delays.add((now - written) / 1000);
  }

  /// Goes away in one of the ways in which clients go away, and comes back where it was.
  async disturb() {
    const way = Math.random();
    const socket = this.socket;
    if (way < 0.2) {
      socket.send(JSON.stringify({ id: `op-${this.operation}`, type: 'complete' }));
      this.subscribe();
      return 'resubscribed';
    }
    if (way < 0.3) {
      socket.pause();
      await pause(5_000 * Math.random());
      socket.resume();
      return 'stalled';
    }
    this.socket = undefined;
    this.acknowledged = false;
    const kind = this.leave(socket, way);
    await pause(2_000 * Math.random());
    await this.open(false);
    return kind;
  }

  leave(socket, way) {
    socket.on('error', () => {});
    if (way < 0.6) {
      socket.close(1000, 'Normal Closure');
      return 'closed';
    }
    if (way < 0.8) {
      socket.terminate();
      return 'dropped';
    }
    socket._socket?.resetAndDestroy();
    return 'reset';
  }
}

function note(problem) {
  if (problems.size < 10 || problems.has(problem)) problems.set(problem, (problems.get(problem) ?? 0) + 1);
}

/// So many at once are on their way; the others wait.
async function open(given) {
  plan = { ...given, document: readFileSync(given.document, 'utf8') };
  offset = BigInt(given.offset);
  const cases = JSON.parse(readFileSync(given.cases));
  for (let index = given.part; index < given.subscribers; index += given.parts) {
    all.push(new Subscriber(cases[index % cases.length]));
  }
  const waiting = [...all].reverse();
  const times = new Histogram();
  const began = micros(offset);
  await Promise.all(Array.from({ length: given.inFlight }, async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const start = micros(offset);
      await next.open(true);
      times.add((micros(offset) - start) / 1000);
    }
  }));
  counted.replayed = counted.received;
  return { seconds: (micros(offset) - began) / 1e6, opened: all.length, times: times.plain() };
}

const ways = {};
const disturbed = new Set();

/// Every tick disturbs some, until told to rest.
async function churn(perSecond) {
  churning = perSecond;
  while (churning > 0) {
    for (let count = perSecond / 10; count > 0; count--) {
      if (count < 1 && Math.random() > count) break;
      const one = all[Math.floor(Math.random() * all.length)];
      if (!disturbed.has(one) && one.acknowledged) void disturb(one);
    }
    await pause(100);
  }
}

async function disturb(one) {
  disturbed.add(one);
  try {
    const way = await one.disturb();
    ways[way] = (ways[way] ?? 0) + 1;
  } catch (failed) {
    counted.lost++;
    note(String(failed));
    await comeBack(one);
  } finally {
    disturbed.delete(one);
  }
}

async function comeBack(one) {
  for (let tries = 0; tries < 10; tries++) {
    await pause(500);
    try {
      return await one.open(false);
    } catch (failed) {
      note(String(failed));
    }
  }
  return undefined;
}

async function rest() {
  churning = 0;
  const deadline = Date.now() + 60_000;
  while (disturbed.size > 0 && Date.now() < deadline) await pause(50);
  await pause(2_000);
  return { connected: all.filter((one) => one.acknowledged).length };
}

async function leave() {
  for (const one of all) {
    const socket = one.socket;
    one.socket = undefined;
    if (socket) one.leave(socket, 0.3 + 0.7 * Math.random());
  }
  return {};
}

function watch({ from, until }) {
  watched = { from, until };
  delays = new Histogram();
  lag.reset();
  lag.enable();
  return {};
}

function report() {
  return { ...counted, problems: Object.fromEntries(problems), ways, delays: delays.plain(),
    sequences: all.map((one) => one.sequence),
    lagMillis: { p50: rounded(lag.percentile(50) / 1e6), p99: rounded(lag.percentile(99) / 1e6), max: rounded(lag.max / 1e6) } };
}

process.on('message', async (message) => {
  try {
    const answer = await {
      open: () => open(message),
      count: () => ({ ...counted }),
      watch: () => watch(message),
      report,
      churn: () => { void churn(message.perSecond); return {}; },
      token: () => { plan.token = message.token; return {}; },
      rest,
      leave,
    }[message.do]();
    process.send({ answer });
  } catch (failed) {
    process.send({ failed: `${failed.stack ?? failed} ${JSON.stringify(Object.fromEntries(problems))}` });
  }
});
process.on('disconnect', () => process.exit());
