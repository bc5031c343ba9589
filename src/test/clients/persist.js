// Asks one question twice as an app with automatic persisted queries does, by Apollo Client; the second time by GET.
// Prints each request that went out and each answer, as lines of JSON.
import { createHash } from 'node:crypto';
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';

const [uri, query, headers] = process.argv.slice(2);
const say = (line) => console.log(JSON.stringify(line));

const http = new HttpLink({
  uri,
  headers: JSON.parse(headers),
  fetch: async (address, options) => {
    const response = await fetch(address, options);
    const asked = options.method === 'GET' ? Object.fromEntries(new URL(address).searchParams) : JSON.parse(options.body);
    say({
      method: options.method,
      withQuery: 'query' in asked,
      withHash: 'extensions' in asked,
      status: response.status,
      type: response.headers.get('content-type'),
      caching: response.headers.get('cache-control'),
    });
    return response;
  },
});
const persisted = new PersistedQueryLink({
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
  useGETForHashedQueries: true,
});
const client = new ApolloClient({
  cache: new InMemoryCache(),
  link: ApolloLink.from([persisted, http]),
  defaultOptions: { query: { fetchPolicy: 'no-cache', errorPolicy: 'all' } },
});

for (let time = 0; time < 2; time++) {
  const { data, error } = await client.query({ query: gql(query) });
  say({ data: data ?? null, error: error?.message ?? null });
}
