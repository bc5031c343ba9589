-- Cases, their journal, their numbers, and the keys that make mutations safe to repeat.

create table service_case (
    id              uuid        primary key,
    case_no         text        unique,
    tenant_id       text        not null references tenant (id),
    department      text        not null,
    task_code       text        not null,
    item_version    integer     not null,
    item_name       text        not null,
    owner           text        not null,
    applicant_id    text        not null,
    applicant_kind  text        not null,
    on_behalf_of    text,
    two_pairs_of_eyes boolean   not null,
    status          text        not null,
    version         integer     not null,
    form            jsonb       not null,
    last_sequence   integer     not null,
    created_at      timestamptz not null,
    submitted_at    timestamptz,
    receiving_day   date,
    received_at     timestamptz,
    accepted_on     date,
    accepted_by     text,
    decided_at      timestamptz,
    delivered_at    timestamptz,
    closed_at       timestamptz,
    closure         text,
    due_on          date,
    yellow_on       date,
    foreign key (task_code, item_version) references service_item (task_code, version)
);
comment on column service_case.owner is 'person:<subject> or corporation:<credit code>: whose case it is';
comment on column service_case.due_on is 'last day of the clock that runs now: receipt before acceptance, promise after it';
comment on column service_case.yellow_on is 'first day on which the running clock warns';

-- ids are version 7: their order is the order of creation
create index service_case_owner on service_case (owner, id desc);
create index service_case_desk on service_case (tenant_id, (coalesce(due_on, date '9999-12-31')), id)
    where status in ('SUBMITTED', 'RECEIVED', 'ACCEPTED', 'UNDER_REVIEW', 'SPECIAL_PROCEDURE', 'DELIVERING');

-- The journal: timeline, audit, outbox and what subscriptions replay. Rows are only ever added.
create table case_event (
    id            bigint      generated always as identity primary key,
    recorded_xid  bigint      not null default (pg_current_xact_id()::text::bigint),
    case_id       uuid        not null references service_case (id),
    case_no       text,
    sequence      integer     not null,
    kind          text        not null,
    from_status   text,
    to_status     text        not null,
    at            timestamptz not null,
    actor         text        not null,
    actor_id      text,
    note          text,
    due_on        date,
    unique (case_id, sequence)
);
comment on column case_event.recorded_xid is 'the writing transaction: a cursor over many cases must not pass one that is still open';

-- A notification is part of the transaction that wrote the row: it cannot be forgotten, and it cannot come too early.
create function case_event_notify() returns trigger language plpgsql as $$
begin
    perform pg_notify('case_event', new.case_id::text);
    return null;
end $$;
create trigger case_event_notify after insert on case_event for each row execute function case_event_notify();

create table case_number (
    tenant_id  text    not null references tenant (id),
    day        date    not null,
    last       integer not null,
    primary key (tenant_id, day)
);

create table idempotency_key (
    caller          text        not null,
    operation       text        not null,
    key             text        not null,
    input_hash      bytea       not null,
    result_id       uuid,
    created_at      timestamptz not null,
    primary key (caller, operation, key)
);
create index idempotency_key_age on idempotency_key (created_at);

grant select, insert, update on service_case to ${app-role};
grant select, insert on case_event to ${app-role};
grant select, insert, update on case_number to ${app-role};
grant select, insert, update, delete on idempotency_key to ${app-role};
