-- The rights of people over their personal data: what they are told, what they consent to, what they had corrected, and
-- what is let go when its time is over.

create table privacy_notice (
    version      text        primary key,
    valid_from   date        not null,
    text         text        not null,
    text_en      text        not null,
    published_by text        not null,
    published_at timestamptz not null
);
comment on table privacy_notice is 'what was published is never changed: consents name it';
insert into privacy_notice values ('1', date '2021-11-01',
    '贵州省一网通办平台为履行法定职责办理您申请的政务服务事项，依法处理您的身份信息、联系方式、申请表单和材料；仅办理该事项的单位和您授权的人可以查看，每次查看均有记录，您可随时查询。政策推送、信易贷、服务评价分析须经您同意，您可以随时撤回。您有权查阅、复制、更正、删除您的个人信息；依法应当保存的，在保存期限内停止其他处理。',
    'The platform handles your identity, contact, application form and materials in order to decide on what you apply for, as the law obliges it to. Only the body that decides and the people you authorise may look at them; each look is recorded, and you can read the record at any time. Policy news, loans and analysis of services need your consent, which you can withdraw at any time. You may read, copy, correct and erase your data; what the law has to be kept is only stored, and used for nothing else, until its time is over.',
    'system', timestamptz '2021-11-01 00:00:00+08');

create table consent (
    id             uuid        primary key,
    person         text        not null,
    purpose        text        not null,
    notice_version text        not null references privacy_notice (version),
    given_at       timestamptz not null,
    withdrawn_at   timestamptz
);
comment on column consent.person is 'the identity provider''s id';
create unique index consent_open on consent (person, purpose) where withdrawn_at is null;
create index consent_newest on consent (person, purpose, given_at desc);
create index consent_withdrawn on consent (withdrawn_at) where withdrawn_at is not null;

grant select, insert on privacy_notice, consent to "${app-role}";
grant update (withdrawn_at), delete on consent to "${app-role}";

-- Corrections that people asked for. The answers lie sealed, as those of the form do.
create table correction (
    id          uuid        primary key,
    case_id     uuid        not null references service_case (id) on delete cascade,
    tenant_id   text        not null,
    person      text        not null,
    wish        text,
    wish_sealed bytea,
    wish_key    text,
    state       text        not null,
    reason      text,
    asked_at    timestamptz not null,
    decided_by  text,
    decided_at  timestamptz,
    grounds     text
);
comment on column correction.wish is 'always null: a change of keys looks for what is not sealed there';
create index correction_case on correction (case_id);
create index correction_open on correction (tenant_id, id) where state = 'OPEN';
grant select, insert, update on correction to "${app-role}";

-- What was erased: that it was there, what it was, and why it went. Nothing of the person stays.
create table erased_case (
    case_id    uuid        primary key,
    data_class text        not null,
    reason     text        not null,
    at         timestamptz not null,
    events     integer     not null,
    documents  integer     not null
);
grant select on erased_case to "${app-role}";

-- The serving role cannot delete a case. It may ask for one to be erased, with all that hangs on it; the database itself
-- refuses anything but drafts and applications that were withdrawn before they were accepted. The bytes of documents
-- are deleted from the storage afterwards.
create function case_erase(which uuid, why text, cutoff timestamptz) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    one service_case;
    was text;
    gone_events integer;
    gone_documents integer;
begin
    select * into one from service_case where id = which for update skip locked;
    if not found then
        return false;
    end if;
    was := case when one.status = 'DRAFT' then 'DRAFT'
                when one.closure = 'VOIDED' and one.accepted_on is null and one.closed_at is not null then 'WITHDRAWN_APPLICATION'
           end;
    if was is null or coalesce(one.closed_at, (select max(at) from case_event where case_id = which)) > cutoff then
        return false;
    end if;
    delete from decision_explanation where case_id = which;
    delete from commitment_letter where case_id = which;
    delete from voucher where case_id = which;
    insert into storage_garbage (storage_key, since)
        select distinct storage_key, now() from document where case_id = which on conflict do nothing;
    delete from document where case_id = which;
    get diagnostics gone_documents = row_count;
    delete from case_event where case_id = which;
    get diagnostics gone_events = row_count;
    delete from service_case where id = which;
    insert into erased_case (case_id, data_class, reason, at, events, documents)
        values (which, was, why, now(), gone_events, gone_documents);
    return true;
end $$;
revoke execute on function case_erase(uuid, text, timestamptz) from public;
grant execute on function case_erase(uuid, text, timestamptz) to "${app-role}";
