// The cases of the bench, and how far each has got.
import { writeFileSync } from 'node:fs';
import pg from 'pg';
import { owner } from './people.mjs';

export async function query(port, text) {
  const client = new pg.Client(owner(port));
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

export function cases(port) {
  return query(port, `select id, last_sequence as "lastSequence" from service_case
    where case_no like 'BENCH-%' order by case_no`);
}

export async function writeCases(port, file, count) {
  const found = (await cases(port)).slice(0, count);
  writeFileSync(file, JSON.stringify(found));
  return found;
}

/// How many events subscribers have not seen, of all that are in the database. Subscriber n follows case n modulo cases.
export async function missing(port, count, reports) {
  const now = (await cases(port)).slice(0, count);
  let lacking = 0;
  reports.forEach((report, part) => report.sequences.forEach((sequence, index) => {
    lacking += now[(part + index * reports.length) % count].lastSequence - sequence;
  }));
  return lacking;
}
