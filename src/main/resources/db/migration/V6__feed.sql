-- The feed over many cases: an order in which nothing is passed, an index for each who follows it, and the place of the relay.

alter table case_event
    add column owner       text,
    add column tenant_id   text,
    add column settled_xid bigint;
comment on column case_event.owner is 'of the case: leads to the events of an applicant; the right to see them is asked of the case itself';
comment on column case_event.tenant_id is 'of the case: leads to the events of a tenant; the right to see them is asked of the case itself';
comment on column case_event.settled_xid is 'all transactions below it had ended when the event was written';

update case_event e set owner = c.owner, tenant_id = c.tenant_id, settled_xid = e.recorded_xid
from service_case c where c.id = e.case_id;

alter table case_event
    alter column owner set not null,
    alter column tenant_id set not null,
    alter column settled_xid set default (pg_snapshot_xmin(pg_current_snapshot())::text::bigint),
    alter column settled_xid set not null;

create function case_event_audience() returns trigger language plpgsql as $$
begin
    select c.owner, c.tenant_id into strict new.owner, new.tenant_id from service_case c where c.id = new.case_id;
    return new;
end $$;
create trigger case_event_audience before insert on case_event for each row execute function case_event_audience();

create index case_event_order on case_event (recorded_xid, id);
create index case_event_owner on case_event (owner, recorded_xid, id);
-- The tenant is never shown what happened to a draft.
create index case_event_tenant on case_event (tenant_id, recorded_xid, id) where to_status <> 'DRAFT';

-- Notifications queue at the commit, one transaction of the database after the other. An installation that has another bus
-- switches them off: alter database ... set one_network.notify = 'off'.
create or replace function case_event_notify() returns trigger language plpgsql as $$
begin
    if coalesce(current_setting('one_network.notify', true), '') <> 'off' then
        perform pg_notify('case_event', new.case_id::text);
    end if;
    return null;
end $$;

-- Who carries the journal to another bus, until when, and how far it has got. One row.
create table journal_relay (
    name          text        primary key,
    holder        uuid,
    held_until    timestamptz not null default '-infinity',
    recorded_xid  bigint      not null default 0,
    event_id      bigint      not null default 0
);
insert into journal_relay (name) values ('kafka');

grant select, update on journal_relay to "${app-role}";
