-- An access log that holds reads too, and in which no row can be changed or taken out unseen.

alter table access_log
    add column actor_name text    not null default '',
    add column parts      text    not null default '',
    add column times      integer not null default 1,
    add column position   bigint,
    add column prev_hash  bytea,
    add column hash       bytea;
comment on column access_log.actor_name is 'masked before it was written down';
comment on column access_log.parts is 'of a READ: what was given, names separated by commas';
comment on column access_log.times is 'of a READ: how often, within the seconds that one row covers';
comment on column access_log.position is 'in the chain of the case, from 1';

-- The newest hash of each case; where old rows were let go, also the last hash of those.
create table access_chain (
    case_id     uuid   primary key,
    length      bigint not null,
    head        bytea,
    base_length bigint not null default 0,
    base        bytea
);

-- The chain again, for whoever wants to verify it without the service: SHA-256 over the hash before and the fields,
-- each with its length in four bytes, -1 for null.
create function access_log_hash(before bytea, fields text[]) returns bytea language sql immutable as $$
    select sha256(coalesce(before, ''::bytea) || coalesce(string_agg(
        case when f is null then int4send(-1)
             else int4send(octet_length(convert_to(f, 'UTF8'))) || convert_to(f, 'UTF8') end, ''::bytea order by n), ''::bytea))
    from unnest(fields) with ordinality as one(f, n)
$$;
create function access_log_fields(a access_log) returns text[] language sql stable as $$
    select array[a.position::text, a.id::text, (extract(epoch from a.at) * 1000000)::bigint::text, a.actor, a.actor_kind,
        a.actor_name, a.on_behalf_of, a.tenant_id, a.department, a.case_id::text, a.kind, a.purpose, a.parts, a.times::text,
        a.document_id::text, a.ticket, a.bytes_from::text, a.bytes_to::text, a.watermarked::text]
$$;

-- What was written down before there was a chain becomes its beginning.
do $$
declare
    one access_log;
    chained access_log;
begin
    for one in select * from access_log order by case_id, id loop
        insert into access_chain (case_id, length) values (one.case_id, 0) on conflict do nothing;
        update access_log a set position = c.length + 1, prev_hash = c.head
            from access_chain c where a.id = one.id and c.case_id = one.case_id returning a.* into chained;
        update access_log set hash = access_log_hash(chained.prev_hash, access_log_fields(chained)) where id = one.id;
        update access_chain c set length = a.position, head = a.hash
            from access_log a where a.id = one.id and c.case_id = one.case_id;
    end loop;
end $$;

-- A pod of the version before writes rows without a place: they get it here.
create function access_log_chain() returns trigger language plpgsql as $$
begin
    if new.hash is null then
        insert into access_chain (case_id, length) values (new.case_id, 0) on conflict do nothing;
        select length + 1, head into new.position, new.prev_hash from access_chain where case_id = new.case_id for update;
        new.hash := access_log_hash(new.prev_hash, access_log_fields(new));
        update access_chain set length = new.position, head = new.hash where case_id = new.case_id;
    end if;
    return new;
end $$;
create trigger access_log_chain before insert on access_log for each row execute function access_log_chain();

alter table access_log add constraint access_log_chained check (position is not null and hash is not null) not valid;
alter table access_log validate constraint access_log_chained;

-- The serving role adds rows and can neither change nor remove one. It may ask for old ones to be let go; younger
-- than six months none ever is (Cybersecurity Law art. 21). Only beginnings of chains go, and what they ended with
-- stays, so that the rest can be verified.
create function access_log_forget(before timestamptz, most integer) returns integer
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    cutoff timestamptz := least(before, now() - interval '6 months');
    chain access_chain;
    last bigint;
    gone integer;
    total integer := 0;
begin
    for chain in select * from access_chain c
            where exists (select from access_log a where a.case_id = c.case_id and a.position = c.base_length + 1 and a.at < cutoff)
            order by case_id limit most for update skip locked loop
        select coalesce(min(position) - 1, chain.length) into last
            from access_log where case_id = chain.case_id and at >= cutoff;
        update access_chain set base_length = last,
            base = (select hash from access_log where case_id = chain.case_id and position = last)
            where case_id = chain.case_id;
        delete from access_log where case_id = chain.case_id and position <= last;
        get diagnostics gone = row_count;
        total := total + gone;
    end loop;
    return total;
end $$;
revoke execute on function access_log_forget(timestamptz, integer) from public;

grant select, insert, update on access_chain to "${app-role}";
grant execute on function access_log_forget(timestamptz, integer) to "${app-role}";
