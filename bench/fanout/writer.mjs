// Writes events to the journal at a steady rate, each in a transaction of its own: the case moves on and the row is
// added, as the service does it. Told by its parent: { do: 'write', database, cases, rate, seconds, offset, connections }.
//
// The moment of writing stands in `at` and, in microseconds, in `note`; it is taken right before the statement is sent,
// and the transaction commits with the statement. So a delay contains the commit.
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { micros } from './clock.mjs';
import { Histogram, rounded } from './histogram.mjs';

const WRITE = {
  name: 'write',
  text: `with moved as (
      update service_case set last_sequence = last_sequence + 1 where id = $1
      returning id, case_no, last_sequence, status)
    insert into case_event (case_id, case_no, sequence, kind, from_status, to_status, at, actor, note)
    select id, case_no, last_sequence, 'WARNING_RAISED', status, status, to_timestamp($2::bigint / 1e6), 'SYSTEM', $3
    from moved`,
};

let stopped = false;

async function write({ database, cases, rate, seconds, offset: given, connections }) {
  const offset = BigInt(given);
  const ids = JSON.parse(readFileSync(cases)).map((one) => one.id);
  const counts = new Map();
  const pool = await Promise.all(Array.from({ length: connections }, async () => {
    const client = new pg.Client(database);
    await client.connect();
    return client;
  }));
  const commits = new Histogram();
  const began = micros(offset);
  let begun = 0;
  let latest = 0;
  const due = () => Math.floor(((micros(offset) - began) / 1e6) * rate);
  const wanted = rate * seconds;
  await Promise.all(pool.map(async (client) => {
    while (begun < wanted && !stopped) {
      if (begun >= due()) {
        await pause(1);
        continue;
      }
      latest = Math.max(latest, due() - begun);
      const id = ids[begun++ % ids.length];
      const at = micros(offset);
      await client.query({ ...WRITE, values: [id, at, String(at)] });
      commits.add((micros(offset) - at) / 1000);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }));
  const took = (micros(offset) - began) / 1e6;
  await Promise.all(pool.map((client) => client.end()));
  return { events: begun, seconds: took, perSecond: rounded(begun / took, 1), behindAtMost: latest,
    commitMillis: { p50: rounded(commits.percentile(0.5)), p99: rounded(commits.percentile(0.99)) },
    counts: Object.fromEntries(counts) };
}

process.on('message', async (message) => {
  if (message.do === 'stop') {
    stopped = true;
    return;
  }
  try {
    process.send({ answer: await write(message) });
  } catch (failed) {
    process.send({ failed: String(failed.stack ?? failed) });
  }
});
process.on('disconnect', () => process.exit());
