// Who the bench is: a persona of the embedded issuer, and the owner of the database.
const PERSONA = 'enterprise-legal';

export async function login(issuer) {
  const answer = await fetch(`${issuer}/token`, { method: 'POST', body: new URLSearchParams({
    grant_type: 'password', client_id: 'mobile-app', username: PERSONA, password: 'guizhou' }) });
  return (await answer.json()).access_token;
}

/// How to connect as the owner of the tables. The embedded database asks for no password.
export function owner(port) {
  return { host: '127.0.0.1', port: Number(port), database: 'one_network', user: 'one_network_owner', password: 'guizhou' };
}
