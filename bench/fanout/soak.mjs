// Subscribers that come and go for a long time, while events are written. Every so often all of them are let back in,
// and it is counted what the service holds. Prints a line of JSON a count; ends with 1 where something grew, or where a
// subscriber missed an event or was told one twice.
//
// node soak.mjs '{ address, pid, port, issuer, databasePort, jcmd, document, folder, subscribers, cases, rate, minutes,
//                  every, churn }'
import { setTimeout as pause } from 'node:timers/promises';
import { missing, query, writeCases } from './cases.mjs';
import { agreedOffset } from './clock.mjs';
import { member } from './crew.mjs';
import { rounded } from './histogram.mjs';
import { login, owner } from './people.mjs';
import { descriptors, living, memory, sockets } from './readings.mjs';

const asked = JSON.parse(process.argv[2]);
const file = `${asked.folder}/cases.json`;
const offset = agreedOffset();

/// What may grow, and by how much, from the first third of the counts to the last (medians); the first tenth is left out.
const TOLERATED = {
  heapMib: (before) => before * 1.1 + 8,
  mapEntries: (before) => before * 1.1 + 2_000,
  ourObjects: (before) => before * 1.1 + 1_000,
  descriptors: (before) => before + 50,
  databaseSessions: (before) => before + 2,
  residentMib: (before) => before * 1.25,
};
/// One request of the health check may be on its way.
const STRANGERS = 2;
/// 20 of the pool, one that listens, and two that JDBC may have for the migration and the health check.
const MOST_SESSIONS = 23;
/// What belongs to a subscriber must be gone with it.
const PER_SUBSCRIBER = /^cn\.onenetwork\.(edge\.(Socket|Wire|Delivery)|progress\.)/;
const failures = [];
const started = Date.now();

const minutes = () => rounded((Date.now() - started) / 60_000, 1);

async function count(when) {
  const { mib, instances } = await living(asked.jcmd, asked.pid);
  const sum = (wanted) => [...instances].reduce((total, [name, number]) => total + (wanted(name) ? number : 0), 0);
  const [{ sessions, stuck }] = await query(asked.databasePort, `
    select count(*)::int as sessions,
      count(*) filter (where state like 'idle in transaction%' and state_change < now() - interval '5 s')::int as stuck
    from pg_stat_activity where usename = 'one_network_app'`);
  return { what: 'soak', when, minutes: minutes(), heapMib: rounded(mib, 1), residentMib: rounded(memory(asked.pid).resident, 1),
    sockets: sockets(asked.port), descriptors: descriptors(asked.pid), databaseSessions: sessions, stuckTransactions: stuck,
    mapEntries: sum((name) => name.endsWith('Map$Node')),
    ourObjects: sum((name) => name.startsWith('cn.onenetwork.')), perSubscriber: sum((name) => PER_SUBSCRIBER.test(name)),
    socketObjects: instances.get('cn.onenetwork.edge.Socket') ?? 0 };
}

function require(holds, complaint) {
  if (!holds) failures.push(complaint);
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function compare(counts) {
  const settled = counts.slice(Math.ceil(counts.length / 10));
  const third = Math.max(1, Math.floor(settled.length / 3));
  for (const [what, most] of Object.entries(TOLERATED)) {
    const [before, after] = [settled.slice(0, third), settled.slice(-third)].map((some) => median(some.map((one) => one[what])));
    require(after <= most(before), `${what} grew from ${before} to ${after}`);
  }
}

await writeCases(asked.databasePort, file, asked.cases);
const client = member('./subscribers.mjs');
const writer = member('./writer.mjs');
const opening = { do: 'open', address: asked.address, token: await login(asked.issuer), document: asked.document, cases: file,
  subscribers: asked.subscribers, part: 0, parts: 1, offset: String(offset), inFlight: 50 };

// The first use of everything comes before the count that the end is compared with.
const few = member('./subscribers.mjs');
await few.ask({ ...opening, subscribers: Math.min(500, asked.subscribers), inFlight: 10 });
await few.ask({ do: 'leave' });
few.leave();
await pause(5_000);
const rest = await count('before anybody came');
console.log(JSON.stringify(rest));

await client.ask(opening);
const seconds = asked.minutes * 60;
const writing = writer.ask({ do: 'write', database: owner(asked.databasePort), cases: file, rate: asked.rate,
  seconds: seconds * 2 + 600, offset: String(offset), connections: 4 });
writing.catch((failed) => require(false, String(failed)));

const counts = [];
const until = Date.now() + seconds * 1000;
for (let next = Date.now(); Date.now() < until;) {
  next += asked.every * 1000;
  // A token lives for an hour; who comes back brings a new one.
  await client.ask({ do: 'token', token: await login(asked.issuer) });
  await client.ask({ do: 'churn', perSecond: asked.churn });
  await pause(Math.max(1_000, next - Date.now()));
  const { connected } = await client.ask({ do: 'rest' });
  const { delays: _, sequences: __, lagMillis: ___, ...told } = await client.ask({ do: 'report' });
  const now = await count('all are there');
  counts.push(now);
  console.log(JSON.stringify({ ...now, connected, ...told }));
  require(connected === asked.subscribers, `${connected} of ${asked.subscribers} are connected after ${now.minutes} minutes`);
  require(Math.abs(now.sockets - asked.subscribers) <= STRANGERS, `${now.sockets} sockets after ${now.minutes} minutes`);
  require(Math.abs(now.socketObjects - asked.subscribers) <= STRANGERS, `${now.socketObjects} objects of sockets after ${now.minutes} minutes`);
  require(now.databaseSessions <= MOST_SESSIONS, `${now.databaseSessions} sessions after ${now.minutes} minutes`);
  require(now.stuckTransactions === 0, `${now.stuckTransactions} stuck transactions after ${now.minutes} minutes`);
}

writer.tell({ do: 'stop' });
const written = await writing;
await pause(5_000);
const last = await client.ask({ do: 'report' });
const lacking = await missing(asked.databasePort, asked.cases, [last]);
await client.ask({ do: 'leave' });
for (let tries = 0; tries < 60 && sockets(asked.port) > 0; tries++) await pause(1_000);
await pause(5_000);
const end = await count('all are gone');
console.log(JSON.stringify(end));

compare(counts);
require(lacking === 0, `${lacking} events were missed`);
require(last.gaps === 0, `${last.gaps} gaps`);
require(last.doubles === 0, `${last.doubles} doubles`);
require(last.errors === 0, `${last.errors} errors`);
require(last.lost === 0, `${last.lost} connections were lost by the service`);
require(end.sockets <= STRANGERS, `${end.sockets} sockets at the end`);
require(end.socketObjects <= STRANGERS, `${end.socketObjects} objects of sockets at the end`);
require(end.perSubscriber <= rest.perSubscriber + 50, `${end.perSubscriber} objects of subscribers at the end, ${rest.perSubscriber} before`);
require(end.heapMib <= rest.heapMib * 1.25 + 8, `the heap is ${end.heapMib} MiB at the end, was ${rest.heapMib} before`);
console.log(JSON.stringify({ what: 'soak, verdict', minutes: minutes(), subscribers: asked.subscribers, events: written.events,
  received: last.received, openings: last.openings, ways: last.ways, missing: lacking, gaps: last.gaps, doubles: last.doubles,
  failures }));
[client, writer].forEach((one) => one.leave());
process.exitCode = failures.length === 0 ? 0 : 1;
