// The peer of the query bench: the usual fast GraphQL server of Node (mercurius on fastify, queries compiled by graphql-jit)
// with pg, its statements prepared. One schema for both: it serves the part of ours that the bench asks for.
//
// It proves the token of each request (RS256, issuer, audience, expiry), shows a case to its owner only, and batches nothing
// because the bench asks for one case. It does less than the service: no limits, no prices, no budgets, no journal of who asked,
// no metrics, no holidays in its working days.
//
// node graphql.mjs <port> <database port> <issuer> [processes]
import cluster from 'node:cluster';
import { createPublicKey } from 'node:crypto';
import { createVerifier } from 'fast-jwt';
import Fastify from 'fastify';
import mercurius from 'mercurius';
import pg from 'pg';

const [port, databasePort, issuer, processes = '1'] = process.argv.slice(2);
if (cluster.isPrimary && Number(processes) > 1) {
  for (let n = 0; n < Number(processes); n++) cluster.fork();
  let ready = 0;
  cluster.on('listening', () => { if (++ready === Number(processes)) console.log('listening'); });
  process.on('SIGTERM', () => { for (const worker of Object.values(cluster.workers)) worker.kill(); process.exit(0); });
} else {
  await serve();
}

async function serve() {
  pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
  const pool = new pg.Pool({ host: '127.0.0.1', port: Number(databasePort), database: 'one_network', user: 'one_network_app',
    password: 'guizhou', max: Math.floor(20 / Number(processes)) });
  const one = async (name, text, values) => (await pool.query({ name, text, values })).rows[0] ?? null;
  const many = async (name, text, values) => (await pool.query({ name, text, values })).rows;

  const { keys } = await (await fetch(`${issuer}/jwks`)).json();
  const key = createPublicKey({ key: keys[0], format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  const verify = createVerifier({ key, algorithms: ['RS256'], allowedIss: issuer, allowedAud: 'one-network-api' });

  const DAY = 86_400_000;
  const day = (text) => Date.parse(`${text}T00:00:00Z`);
  const isWorkday = (time) => ![0, 6].includes(new Date(time).getUTCDay());
  function workdaysAfter(from, count) {
    let time = day(from);
    for (let left = count; left > 0;) { time += DAY; if (isWorkday(time)) left--; }
    return new Date(time).toISOString().slice(0, 10);
  }
  function workdaysBetween(from, to) {
    const [first, last, sign] = day(from) <= day(to) ? [day(from), day(to), 1] : [day(to), day(from), -1];
    let count = 0;
    for (let time = first + DAY; time <= last; time += DAY) if (isWorkday(time)) count++;
    return sign * count;
  }

  const schema = `
    type Query { serviceCase(id: ID!): ServiceCase }
    type ServiceCase { id: ID! caseNo: String status: String! lastSequence: Int! submittedAt: String
      item: ServiceItem! deadline: CaseDeadline timeline(first: Int = 20): CaseEventConnection! }
    type ServiceItem { name: String! implementer: String! }
    type CaseDeadline { promisedDueOn: String remainingWorkdays: Int warning: String! }
    type CaseEventConnection { nodes: [CaseEvent!]! }
    type CaseEvent { sequence: Int! kind: String! from: String to: String! at: String! actor: String! dueOn: String }`;

  const resolvers = {
    Query: {
      serviceCase: (_, { id }, { owner }) => one('case', `select id, case_no as "caseNo", status, last_sequence as "lastSequence",
        submitted_at as "submittedAt", task_code, item_version, accepted_on, decided_at, closed_at, yellow_on
        from service_case where id = $1 and owner = $2`, [id, owner]),
    },
    ServiceCase: {
      submittedAt: ({ submittedAt }) => submittedAt?.toISOString() ?? null,
      item: ({ task_code, item_version }) => one('item', `select name, implementer from service_item
        where task_code = $1 and version = $2`, [task_code, item_version]),
      deadline: async (found) => {
        if (!found.submittedAt) return null;
        const today = new Date().toISOString().slice(0, 10);
        if (!found.accepted_on) {
          return { promisedDueOn: null, remainingWorkdays: null, warning: found.yellow_on && found.yellow_on <= today ? 'YELLOW' : 'GREEN' };
        }
        const { promised } = await one('limit', `select (definition #>> '{promisedLimit,value}')::int as promised from service_item
          where task_code = $1 and version = $2`, [found.task_code, found.item_version]);
        const end = (found.decided_at ?? found.closed_at)?.toISOString().slice(0, 10) ?? today;
        const promisedDueOn = workdaysAfter(found.accepted_on, promised);
        const remainingWorkdays = workdaysBetween(end, promisedDueOn);
        return { promisedDueOn, remainingWorkdays, warning: remainingWorkdays < 0 ? 'RED' : remainingWorkdays <= promised / 5 ? 'YELLOW' : 'GREEN' };
      },
      timeline: async ({ id }, { first }) => ({ nodes: await many('events', `select sequence, kind, from_status as "from",
        to_status as "to", at, actor, due_on as "dueOn" from case_event where case_id = $1 order by sequence desc limit $2`, [id, first]) }),
    },
    CaseEvent: { at: ({ at }) => at.toISOString() },
  };

  const app = Fastify();
  await app.register(mercurius, { schema, resolvers, jit: 1, context: (request) => {
    const token = verify(request.headers.authorization.slice('Bearer '.length));
    return { owner: `person:${token.sub}` };
  } });
  await app.listen({ port: Number(port), host: '127.0.0.1', backlog: 4096 });
  if (!cluster.isWorker) console.log('listening');
}
