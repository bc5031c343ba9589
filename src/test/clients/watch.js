// Watches one case as the app does: by graphql-ws, with a fresh token for each connection, going on after the last
// sequence it knows. Prints a line of JSON for whatever happens; ends when its input does.
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const [url, issuer, persona, id, query] = process.argv.slice(2);
const say = (line) => console.log(JSON.stringify(line));
let last = 0;

async function token() {
  const form = { grant_type: 'password', client_id: 'mobile-app', username: persona, password: 'guizhou' };
  const response = await fetch(`${issuer}/token`, { method: 'POST', body: new URLSearchParams(form) });
  return (await response.json()).access_token;
}

const client = createClient({
  url,
  webSocketImpl: WebSocket,
  connectionParams: async () => ({ Authorization: `Bearer ${await token()}` }),
  retryWait: () => new Promise((resolve) => setTimeout(resolve, 100)),
  on: {
    connected: () => say({ connected: true }),
    closed: ({ code, reason }) => say({ closed: code, reason }),
  },
});

client.subscribe(
  // Read anew whenever the client subscribes again.
  { query, variables: { id, get afterSequence() { return last; } } },
  {
    next: ({ data, errors }) => {
      last = data?.caseProgressed?.sequence ?? last;
      say(errors ? { errors } : { sequence: last });
    },
    error: (failure) => say({ failed: String(failure?.reason ?? failure?.message ?? JSON.stringify(failure)) }),
    complete: () => say({ completed: true }),
  },
);

process.stdin.resume().on('end', () => process.exit(0));
