// The peer of the fan-out bench: the reference GraphQL server over WebSocket of Node (graphql-ws over ws), with pg for
// LISTEN and for reading. It reads what is new in a case once for all who follow it, and holds nobody's rights against
// anything: it lets everybody in and checks nothing, so it does less than the service.
//
// node fanout.mjs <port> <database port>
import { createServer } from 'node:http';
import { buildSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import pg from 'pg';
import { WebSocketServer } from 'ws';

const [port, databasePort] = process.argv.slice(2).map(Number);
const database = { host: '127.0.0.1', port: databasePort, database: 'one_network', user: 'one_network_app', password: 'guizhou' };
const PAGE = 500;
const READ = `select id, recorded_xid, case_id, case_no, sequence, kind, from_status, to_status, at, actor, note, due_on::text, clock
  from case_event where case_id = $1 and sequence > $2 order by sequence limit ${PAGE}`;

const schema = buildSchema(`
  type Query { hello: String }
  type Subscription { caseProgressed(id: ID, caseNo: String, afterSequence: Int): CaseEvent }
  type CaseEvent {
    id: ID! cursor: String! caseId: ID! caseNo: String sequence: Int! kind: String! from: String to: String! at: String!
    actor: String! note: String dueOn: String clockEffect: String!
  }`);

const pool = new pg.Pool({ ...database, max: 20 });

/// The events of a case after a sequence, in order, a page of them.
async function read(caseId, after) {
  const { rows } = await pool.query({ name: 'events', text: READ, values: [caseId, after] });
  return rows.map((row) => ({
    id: row.id, cursor: Buffer.from(`event:${row.recorded_xid}.${row.id}:${row.sequence}`).toString('base64url'),
    caseId: row.case_id, caseNo: row.case_no, sequence: row.sequence, kind: row.kind, from: row.from_status,
    to: row.to_status, at: row.at.toISOString(), actor: row.actor, note: row.note, dueOn: row.due_on, clockEffect: row.clock,
  }));
}

/// One case that somebody follows: one reading at a time, for all.
class Case {
  followers = new Set();
  reading = false;
  again = false;

  constructor(id, sequence) {
    this.id = id;
    this.sequence = sequence;
  }

  async wake() {
    this.again = true;
    if (this.reading) return;
    this.reading = true;
    try {
      while (this.again) {
        this.again = false;
        const events = await read(this.id, this.sequence);
        for (const event of events) {
          this.sequence = event.sequence;
          for (const follower of this.followers) follower.push(event);
        }
        this.again ||= events.length === PAGE;
      }
    } catch (failed) {
      console.error(failed);
    } finally {
      this.reading = false;
    }
  }
}

const cases = new Map();

/// An async iterator of what is pushed. While it replays, what is pushed is left alone: the replay comes to it.
class Follower {
  queue = [];
  waiting = undefined;
  ended = false;
  replaying = true;

  constructor(followed, sequence) {
    this.followed = followed;
    this.sequence = sequence;
    followed.followers.add(this);
  }

  push(event) {
    if (!this.replaying) this.take(event);
  }

  take(event) {
    if (event.sequence <= this.sequence) return;
    this.sequence = event.sequence;
    const value = { caseProgressed: event };
    if (this.waiting) {
      const next = this.waiting;
      this.waiting = undefined;
      next({ value, done: false });
    } else {
      this.queue.push(value);
    }
  }

  /// What the case has told the others already is read for this one alone.
  async replay() {
    while (this.sequence < this.followed.sequence) {
      for (const event of await read(this.followed.id, this.sequence)) this.take(event);
    }
    this.replaying = false;
  }

  next() {
    if (this.queue.length > 0) return Promise.resolve({ value: this.queue.shift(), done: false });
    if (this.ended) return Promise.resolve({ value: undefined, done: true });
    return new Promise((next) => { this.waiting = next; });
  }

  return() {
    this.ended = true;
    this.followed.followers.delete(this);
    if (this.followed.followers.size === 0) cases.delete(this.followed.id);
    this.waiting?.({ value: undefined, done: true });
    return Promise.resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator]() {
    return this;
  }
}

/// Replays what the client has missed, then goes on with what all get.
async function follow({ id, afterSequence }) {
  const from = afterSequence ?? await last(id);
  if (!cases.has(id)) cases.set(id, new Case(id, from));
  const followed = cases.get(id);
  const follower = new Follower(followed, from);
  await follower.replay();
  void followed.wake();
  return follower;
}

async function last(id) {
  const { rows } = await pool.query('select coalesce(max(sequence), 0) as last from case_event where case_id = $1', [id]);
  return rows[0].last;
}

const listener = new pg.Client(database);
await listener.connect();
listener.on('notification', ({ payload }) => void cases.get(payload)?.wake());
await listener.query('listen case_event');

const http = createServer((_, response) => response.writeHead(404).end());
const sockets = new WebSocketServer({ server: http, path: '/graphql', perMessageDeflate: false });
useServer({ schema, roots: { subscription: { caseProgressed: follow } } }, sockets, 25_000);
http.listen({ port, host: '127.0.0.1', backlog: 4096 }, () => console.log('listening'));
