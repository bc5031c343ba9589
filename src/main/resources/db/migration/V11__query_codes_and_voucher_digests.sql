-- Asking how a case stands without a login: which code a case has, and who guessed.

-- The code itself stands nowhere: it is reckoned from the id, this number and a key that is not in the database. No row: 1.
create table enquiry_code (
    case_id     uuid    primary key references service_case (id) on delete cascade,
    generation  integer not null
);
comment on column enquiry_code.generation is 'counts the codes that the case has had; a renewal adds one';

-- Wrong codes, for all pods: of one asker, for one case number, and of one asker for one number. An asker is a keyed hash of
-- an address or a person. Numbers that no case has are counted just so, and forgotten soon.
create table enquiry_tries (
    subject       text collate "C" primary key,
    asked_at      timestamptz not null,
    recent        jsonb       not null default '{"at":[]}',
    wrong         integer     not null default 0,
    last_wrong_at timestamptz,
    locked_until  timestamptz,
    opened_at     timestamptz,
    lasting       boolean     not null default false
);
comment on column enquiry_tries.subject is 'number/ or /asker or number/asker';
comment on column enquiry_tries.recent is 'at: when the wrong codes came that still count for a lock, in milliseconds';
comment on column enquiry_tries.opened_at is 'of number/asker: when the right code came last';
comment on column enquiry_tries.lasting is 'whether it outlives its lock: a case has the number, or the asker opened it';
create index enquiry_tries_age on enquiry_tries (asked_at);

-- Wrong codes of a minute, over all numbers and all pods.
create table enquiry_minute (
    minute  timestamptz primary key,
    wrong   integer     not null
);

grant select, insert, update on enquiry_code to "${app-role}";
grant select, insert, update, delete on enquiry_tries, enquiry_minute to "${app-role}";

-- What the vouchers of an event say, so that the chain of hashes covers it. Null where it has none, and for events from
-- before.
alter table case_event add column voucher_digest bytea;
