-- Delegation (授权代办): who may act for whom, in which matters, until when; and by which delegation something was done.

create table delegation (
    id             uuid        primary key,
    version        integer     not null,
    principal      text        not null,
    principal_name text        not null,
    role           text        not null,
    granted_by     text        not null,
    agent_hash     text        not null,
    agent          text,
    agent_name     text,
    items          text[],
    actions        text[]      not null,
    valid_from     timestamptz not null,
    valid_to       timestamptz not null,
    status         text        not null,
    created_at     timestamptz not null,
    accepted_at    timestamptz,
    ended_at       timestamptz
);
comment on column delegation.principal is 'person:<subject> or corporation:<credit code>, as the owner of a case';
comment on column delegation.principal_name is 'registered name of a corporation; a person''s name is kept masked only';
comment on column delegation.agent_hash is 'keyed hash of the identity number by which the agent was named; the number is not kept';
comment on column delegation.agent is 'the provider''s id of the agent, once the agent has answered';
comment on column delegation.items is 'task codes of the items it is for; null for all';
comment on column delegation.valid_to is 'from this instant on it grants nothing, whatever the status still says';

create index delegation_agent on delegation (agent, id desc);
create index delegation_open on delegation (agent_hash) where status = 'PENDING';
create index delegation_principal on delegation (principal, id desc);
create index delegation_due on delegation (valid_to) where status in ('PENDING', 'ACTIVE');
-- A corporation has one administrator at a time.
create unique index delegation_administrator on delegation (principal) where role = 'ADMINISTRATOR' and status = 'ACTIVE';

-- What became of it; rows are only ever added.
create table delegation_change (
    id            bigint      generated always as identity primary key,
    delegation_id uuid        not null references delegation (id),
    kind          text        not null,
    at            timestamptz not null,
    actor         text,
    items         text[],
    actions       text[]      not null,
    valid_to      timestamptz not null
);
comment on column delegation_change.actor is 'the provider''s id of who did it; null for the service itself';
create index delegation_change_of on delegation_change (delegation_id, id);

alter table case_event add column principal text, add column delegation_id uuid;
comment on column case_event.principal is 'for whom the applicant''s side acted; null for staff and the service';
comment on column case_event.delegation_id is 'by which delegation; null for one''s own case and that of the corporation of the token';

alter table document add column delegation_id uuid;
comment on column document.delegation_id is 'by which delegation the ticket was given; while it is not in force no bytes are taken';

grant select, insert, update on delegation to "${app-role}";
grant select, insert on delegation_change to "${app-role}";
