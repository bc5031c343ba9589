-- :count drafts for the service to file and as many for submit.sql, of an instant item that asks for nothing but what another
-- authority has, each with its first event. Numbered from 1 anew.
set one_network.notify = 'off';
set synchronous_commit = off;
drop table if exists bench_draft;
drop sequence if exists bench_filed;
create table bench_draft (n integer primary key, id uuid not null);
create sequence bench_filed;
insert into bench_draft select n, uuidv7() from generate_series(1, 2 * :count) as n;
insert into service_case (id, tenant_id, department, task_code, item_version, item_name, owner, applicant_id, applicant_kind,
    two_pairs_of_eyes, status, version, form, last_sequence, created_at, head_hash)
select d.id, i.tenant_id, i.implementer_id, i.task_code, i.version, i.name, 'person:p-citizen', 'p-citizen', 'PERSON', false, 'DRAFT', 1,
    i.definition::jsonb -> 'formExample', 1, now(), sha256(convert_to(d.id::text, 'UTF8'))
from bench_draft d, service_item i where i.id = 'ht-social-insurance-certificate' and i.current order by d.n;
insert into case_event (case_id, sequence, kind, to_status, at, actor, actor_id, hash)
select d.id, 1, 'DRAFT_SAVED', 'DRAFT', now(), 'PERSON', 'p-citizen', sha256(convert_to(d.id::text, 'UTF8')) from bench_draft d order by d.n;
-- Those after the first half are for pgbench.
select setval('bench_filed', :count);
grant select on bench_draft to one_network_app;
grant usage on sequence bench_filed to one_network_app;
vacuum (analyze) bench_draft;
vacuum (analyze) service_case;
vacuum (analyze) case_event;
