-- Documents: tickets, uploads, their checks, and the slots of a case that they fill.

-- What fills each material slot, and what the officers said of it; written by the case alone.
alter table service_case add column materials jsonb not null default '{}';

create table document (
    id               uuid        primary key,
    case_id          uuid        not null references service_case (id),
    material_id      text        not null,
    owner            text        not null,
    uploaded_by      text        not null,
    file_name        text        not null,
    media_type       text        not null,
    size             bigint      not null,
    announced_sha256 bytea,
    storage_key      text        not null,
    state            text        not null,
    rejection        text,
    sha256           bytea,
    trust_grade      text        not null default 'C',
    returned         boolean     not null default false,
    reused_from      uuid,
    created_at       timestamptz not null,
    expires_at       timestamptz not null,
    arrived_at       timestamptz,
    checked_at       timestamptz,
    check_at         timestamptz,
    checks           integer     not null default 0
);
comment on column document.owner is 'whose case it is, as in service_case: a document may be used again in another case of the same owner';
comment on column document.storage_key is 'where the bytes are; documents of one case with the same SHA-256 share it';
comment on column document.trust_grade is 'what officers made of it; the slot of the case says the same';
comment on column document.returned is 'an officer sent it back: it is not used again elsewhere';
comment on column document.expires_at is 'until when an unfinished upload waits for its bytes';
comment on column document.check_at is 'when the next check is due; null unless CHECKING';
create index document_case on document (case_id, material_id, id);
create index document_owner on document (owner, id desc) where state = 'READY';
create index document_key on document (storage_key);
create index document_unfinished on document (expires_at) where state = 'UPLOADING';
create index document_to_check on document (check_at) where state = 'CHECKING';

-- How far an unfinished upload is, and who is writing on it. The row goes when all bytes are there.
create table upload (
    document_id uuid        primary key references document (id) on delete cascade,
    received    bigint      not null default 0,
    progress    jsonb,
    writer      uuid,
    written_at  timestamptz
);
comment on column upload.received is 'bytes that are kept for certain: what HEAD tells';
comment on column upload.progress is 'what the storage has to remember between two writes';
comment on column upload.writer is 'the request that writes now; one at a time, on whatever pod';

-- Bytes that nobody refers to any more: written in the transaction that lets go of them, deleted from the
-- storage afterwards, as often as it takes.
create table storage_garbage (
    storage_key text        primary key,
    since       timestamptz not null
);

grant select, insert, update, delete on document, upload to "${app-role}";
grant select, insert, delete on storage_garbage to "${app-role}";

-- What applicants signed instead of handing a material in (告知承诺, 容缺受理); rows are only ever added.
create table commitment_letter (
    case_id     uuid        not null references service_case (id),
    material_id text        not null,
    signed_at   timestamptz not null,
    kind        text        not null,
    content     text        not null,
    signed_by   text        not null,
    primary key (case_id, material_id, signed_at)
);
grant select, insert on commitment_letter to "${app-role}";
