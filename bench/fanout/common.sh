# What the fan-out bench and the soak share: options, a database, the service. To be sourced, in the root of the project.
#
# The service is started once with its embedded database, to make the tables and the cases. From then on the same
# database is run by the bench itself, so that service and peer can be started fresh and by turns upon it.

# Sets a variable for each --name value; the names stand in $known.
options() {
  while [ $# -gt 0 ]; do
    name=${1#--}
    [[ " $known " == *" $name "* && $# -ge 2 ]] || { echo "what is $1? Options: $(printf -- '--%s <value> ' $known)" >&2; exit 2; }
    printf -v "${name//-/_}" %s "$2"
    shift 2
  done
}

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
jcmd=${JAVA_HOME:+$JAVA_HOME/bin/}jcmd
"$java" -version 2>&1 | grep -q '"25' || { echo "no JDK 25: set JAVA_HOME" >&2; exit 1; }
# Generational G1 in a heap like that of a small pod; objects with short headers, which JDK 25 has as a product feature.
java_options=${BENCH_JAVA_OPTIONS:--Xmx768m -XX:+UseG1GC -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError}

# With the cache that the image has, where the package brings one.
cache=

work=$(mktemp -d)
# PostgreSQL does not run as root, but as nobody of a namespace of its own.
chmod 755 "$work"
pids=()
trap 'status=$?; kill "${pids[@]}" 2>/dev/null || true; wait 2>/dev/null || true; [ "$status" = 0 ] && rm -rf "$work" || echo "logs: $work" >&2' EXIT

free_port() {
  node -e 'const server = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(server.address().port); server.close(); })'
}

# stop <pid>: and waits until it is gone.
stop() {
  kill "$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
}

# await_line <seconds> <pid> <log> <command>: until the command succeeds; fails where the process ends before.
await() {
  local seconds=$1 pid=$2 log=$3 _
  shift 3
  for _ in $(seq $((seconds * 4))); do
    "$@" >/dev/null 2>&1 && return
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.25
  done
  tail -30 "$log" >&2
  return 1
}

# Personal data of invented people is sealed as everybody's is; a key for all starts upon one database.
key=$(printf 'for invented people of the bench' | base64)

# start_service <log> [setting...]: sets $service, $port and $issuer.
start_service() {
  local log=$1
  shift
  port=$(free_port)
  local issuer_port=$(free_port)
  issuer=http://localhost:$issuer_port/guizhou
  # shellcheck disable=SC2086
  (cd "$package" && exec "$java" $java_options $cache -Djava.io.tmpdir="$work/tmp" -Dquarkus.http.host=127.0.0.1 -Dquarkus.http.port="$port" \
    -Done-network.embedded.oidc-port="$issuer_port" -Done-network.embedded.folder="$work/embedded" \
    -Done-network.documents.storage.folder="$work/documents" -Done-network.crypto.active=bench \
    -Done-network.crypto.keys.bench="aes-256-gcm:$key" -Done-network.crypto.hash-keys="$key" \
    -Done-network.edge.socket.max-per-person=1000000 -Done-network.edge.rate.per-person=2000000000 \
    -Done-network.edge.socket.init-timeout=30S "$@" -jar quarkus-run.jar) > "$log" 2>&1 &
  service=$!
  pids+=("$service")
  await 120 "$service" "$log" curl -sf "http://127.0.0.1:$port/q/health/ready"
}

# The service upon the database of the bench.
start_measured_service() {
  start_service "$1" -Dquarkus.datasource.reactive.url="postgresql://127.0.0.1:$database_port/one_network" \
    -Dquarkus.datasource.jdbc.url="jdbc:postgresql://127.0.0.1:$database_port/one_network" \
    -Dquarkus.datasource.username=one_network_app -Dquarkus.datasource.password=guizhou \
    -Done-network.documents.scanner=none
}

# Tables, catalogue and cases.
make_database() { # cases
  mkdir -p "$work/tmp"
  chmod 777 "$work/tmp"
  database_port=$(free_port)
  start_service "$work/setup.log" -Done-network.embedded.db-port="$database_port"
  node "$work/fanout/seed.mjs" "http://127.0.0.1:$port" "$issuer" "$database_port" "$1" >&2
  stop "$service"
}

# The server that the service unpacked, with the settings it is embedded with: a commit is on the disk before it is told.
start_database() {
  local bin data=$work/embedded/database
  bin=$(dirname "$(find "$work/tmp" -path '*/bin/postgres' | head -1)")
  rm -f "$data/postmaster.pid"
  local as=()
  [ "$(id -u)" = 0 ] && as=(unshare -U)
  "${as[@]}" "$bin/postgres" -D "$data" -p "$database_port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
    -c max_connections=100 -c timezone=UTC -c fsync=on -c synchronous_commit="${synchronous_commit:-on}" > "$work/database.log" 2>&1 &
  database=$!
  pids+=("$database")
  await 60 "$database" "$work/database.log" sh -c "grep -q 'ready to accept connections' '$work/database.log'"
}

make_package() {
  if [ -z "${package:-}" ]; then
    ./mvnw -q package -Dembedded -Daot -DskipTests -Dquick >&2
    package=$work/package
    cp -rp target/quarkus-app "$package"
    "$java" src/main/docker/Train.java "$package" "$package" graphql-schema/operations >&2
  fi
  package=$(cd "$package" && pwd)
  if [ -f "$package/app.aot" ]; then cache=-XX:AOTCache=app.aot; fi
}

make_tools() {
  cp -r bench/fanout bench/peers "$work/"
  cp graphql-schema/operations/CaseProgress.graphql bench/fanout/package.json "$work/"
  (cd "$work" && npm install --silent --no-audit --no-fund >/dev/null)
}

# Sockets are files: the service and the client hold one for each subscriber.
raise_limits() { # subscribers
  ulimit -n "$(ulimit -Hn)"
  [ "$(ulimit -n)" = unlimited ] || [ "$(ulimit -n)" -ge $(($1 + 500)) ] || {
    echo "$1 subscribers need a limit of $(($1 + 500)) open files, here it is $(ulimit -n)" >&2
    exit 1
  }
}
