-- The catalogue: tenants, topics and service items (政务服务事项).
--
-- The owner of the schema migrates; the service works as ${app-role} and gets no more than it needs here: nothing is
-- ever deleted, because a running case refers to the very version of the item that it was filed under.

create table tenant (
    id          text primary key,
    name        text not null,
    name_en     text not null,
    region_code text not null,
    level       text not null,
    zone_type   text not null,
    -- json, not jsonb, here and below: what was imported comes out as it came in, with the order of its keys. Front-ends
    -- draw a form in the order of its properties.
    config      json not null,
    definition  json not null
);

create table topic (
    code     text primary key,
    audience text not null,
    name     text not null,
    name_en  text not null
);

-- What makes two texts the same for a search: full-width and half-width forms, upper and lower case.
create function search_fold(source text) returns text
    language sql immutable strict parallel safe
    return lower(normalize(source, NFKC));

-- The single characters and the pairs of neighbours of each word: what an index can know of a text without spaces.
-- A trigram index does not see 施工: a word of two characters makes no trigram.
create function search_grams(source text) returns text[]
    language sql immutable strict parallel safe
    return (select coalesce(array_agg(distinct substr(word, start, length)), '{}')
            from regexp_split_to_table(search_fold(source), '\s+') as word,
                 generate_series(1, char_length(word)) as start,
                 generate_series(1, 2) as length
            where start + length - 1 <= char_length(word));

-- What a text must contain to be found: each word of the search, with nothing in it that LIKE would read as a wildcard.
create function search_patterns(source text) returns text[]
    language sql immutable strict parallel safe
    return (select coalesce(array_agg('%' || regexp_replace(word, '([\\%_])', '\\\1', 'g') || '%'), '{}')
            from regexp_split_to_table(search_fold(source), '\s+') as word
            where word <> '');

create table service_item (
    task_code        text not null,
    version          integer not null check (version > 0),
    id               text not null,
    tenant_id        text not null references tenant (id),
    implementer_id   text not null,
    implementer      text not null,
    state            text not null check (state in ('IN_USE', 'SUSPENDED', 'CANCELLED')),
    name             text not null,
    name_en          text,
    item_type        text not null,
    case_kind        text not null,
    targets          text[] not null,
    topics           text[] not null,
    online_depth     text not null,
    online_available boolean not null,
    effective_on     date not null,
    cancel_on        date check (cancel_on > effective_on),
    current          boolean not null,
    definition       json not null,
    search_text      text not null
        generated always as (search_fold(name || ' ' || coalesce(name_en, '') || ' ' || implementer)) stored,
    search_grams     text[] not null
        generated always as (search_grams(name || ' ' || coalesce(name_en, '') || ' ' || implementer)) stored,
    primary key (task_code, version)
);

create unique index service_item_current on service_item (task_code) where current;
create unique index service_item_current_id on service_item (id) where current;
-- Written rarely, searched often: no list of pending entries that every search would have to go through.
create index service_item_search on service_item using gin (search_grams) with (fastupdate = off) where current;

grant select, insert, update on tenant, topic, service_item to "${app-role}";
