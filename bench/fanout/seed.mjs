// Makes the cases of the bench: one is filed through the API, the others are its copies in the database, so that every
// column holds what the service itself would have written. Each has one event to begin with.
//
// node seed.mjs <address> <issuer> <database port> <cases>
import pg from 'pg';
import { login, owner } from './people.mjs';

const [address, issuer, port, cases] = process.argv.slice(2);
const TASK_CODE = '11520198EXAMPLE11Y4000115902001';
const token = await login(issuer);

async function graphql(query, variables) {
  const answer = await fetch(`${address}/graphql`, { method: 'POST', body: JSON.stringify({ query, variables }),
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } });
  const told = await answer.json();
  if (told.errors) throw new Error(JSON.stringify(told.errors));
  return told.data;
}

const { serviceItem } = await graphql('query($t: String!) { serviceItem(taskCode: $t) { formExample } }', { t: TASK_CODE });
const saved = await graphql(
  'mutation($i: CaseDraftSaveInput!) { caseDraftSave(input: $i) { serviceCase { id } userErrors { message } } }',
  { i: { idempotencyKey: 'fanout-draft-1', taskCode: TASK_CODE, form: serviceItem.formExample } });
const { id } = saved.caseDraftSave.serviceCase;

const database = new pg.Client(owner(port));
await database.connect();
const copied = await database.query(`
  insert into service_case
  select (jsonb_populate_record(null::service_case, to_jsonb(c) || jsonb_build_object(
    'id', uuidv7(), 'case_no', 'BENCH-' || lpad(n::text, 6, '0'), 'status', 'SUBMITTED', 'submitted_at', now(),
    'receiving_day', current_date, 'head_hash', null, 'last_sequence', 1))).*
  from service_case c, generate_series(1, $2::int) as n where c.id = $1`, [id, cases]);
await database.query(`
  insert into case_event (case_id, case_no, sequence, kind, from_status, to_status, at, actor)
  select id, case_no, 1, 'SUBMITTED', 'DRAFT', status, now(), 'PERSON' from service_case where case_no like 'BENCH-%'`);
await database.end();
console.log(JSON.stringify({ seeded: copied.rowCount }));
