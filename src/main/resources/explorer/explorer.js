'use strict';

// The session cookie says who is asking, here and on the WebSocket. So there is no token in this page.

const welcome = `# 您已登录，无需粘贴请求头；右上角可切换身份。
# You are logged in; there is no header to
# paste. Switch the persona at the top right.
#
# Ctrl-Enter  运行光标所在的操作
#             runs the one the cursor is in
# Ctrl-Space  补全 completes

query WhoAmI {
  viewer {
    displayName kind roles
    corporation { name role }
  }
}

query FindItems {
  serviceItems(filter: { text: "许可" }, first: 5) {
    totalCount
    nodes { taskCode name onlineDepth }
  }
}

query MyCases {
  myCases(first: 5) {
    nodes { id caseNo status version item { name } }
  }
}

# 办件进度：先历史，后实时。变量 { "id": "办件标识" }
# First what happened, then live.
subscription Progress($id: ID!) {
  caseProgressed(id: $id, afterSequence: 0) {
    sequence kind to at actor note
  }
}
`;

const graphql = new URL('/graphql', location.href);
const socket = new URL(graphql);
socket.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';

const ask = GraphiQL.createFetcher({ url: graphql.href, subscriptionUrl: socket.href });

function isSubscription(document, name) {
  return document?.definitions.some(
    (it) => it.operation === 'subscription' && (!name || it.name?.value === name));
}

/** What happened: a subscription has exactly one root field, so its name says nothing new. */
function event({ data, errors }) {
  return errors ? { errors, data } : Object.values(data)[0];
}

/** GraphiQL shows the last answer only. Of a subscription one wants to see what came before, newest first. */
function keepingEvents(answers) {
  const source = answers[Symbol.asyncIterator]();
  let events = [];
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      const { done, value } = await source.next();
      if (done) {
        return { done, value };
      }
      events = [event(value), ...events].slice(0, 100);
      return { done, value: { events } };
    },
    async return() {
      await source.return?.();
      return { done: true, value: undefined };
    },
  };
}

async function fetcher(request, options) {
  const answer = await ask(request, options);
  return isSubscription(options?.documentAST, request.operationName) ? keepingEvents(answer) : answer;
}

// The address holds the query, so that it can be passed on; not the variables, which may be somebody's data.
const address = new URLSearchParams(location.search);

function rememberQuery(text) {
  address.set('query', text);
  history.replaceState(null, '', '?' + address);
}

ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher,
    defaultQuery: welcome,
    query: address.get('query') ?? undefined,
    variables: address.get('variables') ?? undefined,
    onEditQuery: rememberQuery,
    defaultEditorToolsVisibility: 'variables',
  }));

async function showPersona() {
  const response = await fetch(graphql, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query: '{ viewer { displayName roles corporation { name } } }' }),
  });
  const { displayName, roles, corporation } = (await response.json()).data.viewer;
  document.getElementById('persona').textContent =
    [displayName, corporation?.name, roles.join(', ')].filter(Boolean).join(' · ');
}

showPersona();
