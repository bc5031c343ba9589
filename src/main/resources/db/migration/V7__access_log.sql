-- The access log: who was given which personal data of a case, and what for. Shown to the applicant later.

create table access_log (
    id           uuid        primary key,
    at           timestamptz not null,
    actor        text        not null,
    actor_kind   text        not null,
    on_behalf_of text,
    tenant_id    text,
    department   text,
    case_id      uuid        not null,
    kind         text        not null,
    purpose      text        not null,
    document_id  uuid,
    ticket       text,
    bytes_from   bigint,
    bytes_to     bigint,
    watermarked  boolean     not null
);
comment on table access_log is 'no names and no numbers of people; case and document are no foreign keys, because the log outlives them';
comment on column access_log.actor is 'the identity provider''s id of the person';
comment on column access_log.ticket is 'the same for all parts of one download that was interrupted and went on';
comment on column access_log.bytes_to is 'last byte, inclusive';
-- ids are version 7: their order is the order of access
create index access_log_case on access_log (case_id, id desc);
create index access_log_actor on access_log (actor, id desc);

-- Rows are only ever added.
grant select, insert on access_log to "${app-role}";
