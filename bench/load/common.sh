# What the steps of bench/run share. To be sourced after fanout/common.sh, in the root of the project.

# Sets $wrk, $pgbench and $psql: those of the machine, or of Debian's packages, unpacked without being installed.
find_tools() {
  local places="$PATH"
  for folder in /usr/lib/postgresql/*/bin; do places="$places:$folder"; done
  PATH=$places
  wrk=$(command -v wrk || true)
  if [ -z "$wrk" ]; then
    unpack wrk 'libluajit-5.1-2|libluajit2-5.1-2'
    wrk=$work/debian/usr/bin/wrk
  fi
  if ! command -v pgbench > /dev/null || ! command -v psql > /dev/null; then
    local version
    version=$(apt-cache depends postgresql | grep -o 'postgresql-[0-9]*' | head -1)
    unpack "$version" "${version/postgresql-/postgresql-client-}" libpq5
    PATH=$(echo "$work"/debian/usr/lib/postgresql/*/bin):$PATH
  fi
  pgbench=$(command -v pgbench) psql=$(command -v psql)
  export LD_LIBRARY_PATH=$work/debian/usr/lib/$(uname -m)-linux-gnu
  export PGPASSWORD=guizhou
}

# unpack <package, or alternatives of it>...
unpack() {
  mkdir -p "$work/debian/packages"
  (cd "$work/debian/packages"
    for alternatives in "$@"; do
      for package in ${alternatives//|/ }; do apt-get download "$package" > /dev/null 2>&1 && break; done
    done
    for file in *.deb; do dpkg-deb -x "$file" "$work/debian"; done)
}

# sql <database> <as> <argument of psql>...
sql() {
  local database=$1 as=$2
  shift 2
  "$psql" -h 127.0.0.1 -p "$database_port" -U "$as" -d "$database" -v ON_ERROR_STOP=1 -qAt "$@"
}

# PostgreSQL as for a small production: what is read often stays in memory, and a checkpoint does not fall into a measurement.
start_database() {
  local bin data=$work/embedded/database
  bin=$(dirname "$(find "$work/tmp/" -path '*/bin/postgres' | head -1)")
  rm -f "$data/postmaster.pid"
  local as=()
  [ "$(id -u)" = 0 ] && as=(unshare -U)
  "${as[@]}" "$bin/postgres" -D "$data" -p "$database_port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
    -c max_connections=200 -c timezone=UTC -c fsync=on -c synchronous_commit=on -c shared_buffers=2GB -c max_wal_size=8GB \
    -c checkpoint_timeout=1h -c random_page_cost=1.1 -c effective_cache_size=6GB > "$work/database.log" 2>&1 &
  database=$!
  pids+=("$database")
  await 120 "$database" "$work/database.log" sh -c "grep -q 'ready to accept connections' '$work/database.log'"
}

# The databases of the bench, in the folder $data, made once: one_network with all cases, one_network_small with few, one_network_fresh
# with none. Rows that a measurement writes stay there; make the folder anew after changes of the tables.
make_databases() {
  mkdir -p "$data"
  chmod 755 "$data"
  data=$(cd "$data" && pwd)
  mkdir -p "$data/tmp" "$data/embedded"
  chmod 777 "$data/tmp"
  ln -sfn "$data/tmp" "$work/tmp"
  ln -sfn "$data/embedded" "$work/embedded"
  database_port=$(free_port)
  if [ ! -f "$data/made-$cases-$small-$items" ]; then
    start_service "$work/setup.log" -Done-network.embedded.db-port="$database_port"
    stop "$service"
    start_database
    for database_name in one_network_fresh one_network_small; do
      sql postgres postgres -c "create database $database_name template one_network owner one_network_owner"
    done
    generate one_network_small "$small"
    generate one_network "$cases"
    touch "$data/made-$cases-$small-$items"
  else
    start_database
  fi
}

# What the image consists of: the package of production with the cache of a training.
make_image() {
  if [ -z "$image" ]; then
    ./mvnw -q package -Daot -DskipTests -Dquick >&2
    cp -rp target/quarkus-app "$work/image"
    image=$work/image
    "$java" src/main/docker/Train.java "$package" "$image" graphql-schema/operations >&2
  fi
  image=$(cd "$image" && pwd)
}

generate() { # database cases
  PGOPTIONS="-c bench.cases=$2 -c bench.items=$items" sql "$1" one_network_owner -f bench/data/generate.sql | tee -a "$work/lines.json"
}

# start_on <database> <log> [option]...: the service upon one of the databases.
start_on() {
  local database_name=$1 log=$2
  shift 2
  start_service "$log" -Dquarkus.datasource.reactive.url="postgresql://127.0.0.1:$database_port/$database_name" \
    -Dquarkus.datasource.jdbc.url="jdbc:postgresql://127.0.0.1:$database_port/$database_name" \
    -Dquarkus.datasource.username=one_network_app -Dquarkus.datasource.password=guizhou \
    -Done-network.documents.scanner=none -Done-network.edge.rate.per-address=2000000000 \
    -Dquarkus.flyway.migrate-at-start=true -Dquarkus.flyway.username=one_network_owner -Dquarkus.flyway.password=guizhou "$@"
}

token() { # persona file
  curl -s "$issuer/token" -d grant_type=password -d client_id=mobile-app -d username="$1" -d password=guizhou |
    node -e 'let all = ""; process.stdin.on("data", (part) => { all += part; }).on("end", () => console.log(JSON.parse(all).access_token));' > "$2"
}

# load <seconds> <address> <file of bodies> <file of the token> [once <place>]: a line of JSON on the standard output.
load() {
  local seconds=$1 address=$2
  shift 2
  "$wrk" -t1 -c"$connections" -d"${seconds}s" --timeout 30s --latency -s bench/load/requests.lua "$address" -- "$@" | tail -1
}

# pgbench_load <seconds> <script>: the same for SQL.
pgbench_load() {
  local log=$work/pgbench-latency
  rm -f "$log".*
  "$pgbench" -h 127.0.0.1 -p "$database_port" -U one_network_app -n -M prepared -c "$connections" -j 1 -T "$1" -l --log-prefix="$log" \
    -f "$2" one_network > "$work/pgbench.log" 2>&1 || { cat "$work/pgbench.log" >&2; return 1; }
  cat "$log".* | node bench/load/latencies.mjs "$1"
}

# told <what> <target> <line>: prints a line of a measurement, with what else is known of it.
told() {
  node -e 'const [what, target, round, line, more] = process.argv.slice(1);
    console.log(JSON.stringify({ what, target, round: Number(round), ...JSON.parse(line), ...JSON.parse(more) }));' \
    "$1" "$2" "$round" "$3" "${4:-{\}}" | tee -a "$work/lines.json"
}

resident() { # pid
  awk '/^VmRSS/ { printf "%d", $2 / 1024 }' "/proc/$1/status"
}

# Processor time of a process so far, in milliseconds.
busy() { # pid
  awk -v tick="$(getconf CLK_TCK)" '{ printf "%d", ($14 + $15) * 1000 / tick }' "/proc/$1/stat"
}
