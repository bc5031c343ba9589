-- The whole life of a case: notices, pauses, claims, timers, vouchers, explanations, and a journal that cannot be forged.

alter table service_case
    add column times         jsonb   not null default '{"receipt":[],"decision":[],"extensionWorkdays":0}',
    add column supplement    jsonb,
    add column notices       integer not null default 0,
    add column answer_by     date,
    add column warned        text    not null default 'NOTHING',
    add column wake_on       date,
    add column provisional   boolean not null default false,
    add column claimed_by    text,
    add column claimed_until timestamptz,
    add column head_hash     bytea;
comment on column service_case.times is 'when the clocks stood still, and by how much the limit was extended';
comment on column service_case.supplement is 'the open notice of what the applicant has to supplement';
comment on column service_case.wake_on is 'the next day on which time itself does something to the case';

-- the sweep reads the cases that are due and no others
create index service_case_wake on service_case (wake_on, id) where wake_on is not null;
create index service_case_provisional on service_case (id) where provisional;

alter table case_event
    add column clock     text  not null default 'NONE',
    add column prev_hash bytea,
    add column hash      bytea;

-- Official vouchers (公文凭证): numbered by tenant, type and year; rows are only ever added.
create table voucher (
    id          uuid    primary key,
    case_id     uuid    not null references service_case (id),
    sequence    integer not null,
    type        text    not null,
    number      text    not null unique,
    issued_on   date    not null,
    due_on      date,
    content     jsonb   not null,
    foreign key (case_id, sequence) references case_event (case_id, sequence)
);
create index voucher_case on voucher (case_id, sequence);

create table voucher_number (
    region_code  text    not null,
    type         text    not null,
    year         integer not null,
    last         integer not null,
    primary key (region_code, type, year)
);

-- Why the rules of an instant item decided, or left it to a human.
create table decision_explanation (
    case_id       uuid        not null references service_case (id),
    at            timestamptz not null,
    approved      boolean     not null,
    rule_version  text        not null,
    inputs_digest text        not null,
    outcomes      jsonb       not null,
    -- materials that another authority had, by their keys: trust grade A, without an upload
    shared        text[]      not null,
    primary key (case_id, at)
);

grant select, insert on voucher, decision_explanation to "${app-role}";
grant select, insert, update on voucher_number to "${app-role}";
