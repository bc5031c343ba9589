-- Answers of forms are personal data (个人信息): they are kept sealed, beside the plain column that pods of the version before
-- still write. It goes when no row uses it any more.

alter table service_case
    add column form_sealed bytea,
    add column form_key    text,
    add column delivery    text,
    alter column form drop not null;
comment on column service_case.form is 'as it was kept before forms were sealed; null where form_sealed holds it';
comment on column service_case.form_sealed is 'sealed for this row alone: cn.onenetwork.platform.crypto';
comment on column service_case.form_key is 'the id of the key that sealed it: what a change of keys goes by';
comment on column service_case.delivery is 'how the result is wanted: the one answer that the course of a case depends on, and not personal';

-- A pod of the version before knows only the plain column. What it writes there is newer than what was sealed.
create function service_case_plain_form() returns trigger language plpgsql as $$
begin
    if new.form is not null then
        new.form_sealed := null;
        new.form_key := null;
        new.delivery := new.form ->> 'deliveryMethod';
    end if;
    return new;
end $$;
create trigger service_case_plain_form before insert or update on service_case
    for each row execute function service_case_plain_form();

update service_case set delivery = form ->> 'deliveryMethod' where form ->> 'deliveryMethod' is not null;

-- Changes of keys: everything is sealed anew with one key, in small pieces. One at a time is open.
create table reseal_run (
    id          uuid        primary key,
    target_key  text        not null,
    started_by  text        not null,
    started_at  timestamptz not null,
    finished_at timestamptz,
    resealed    bigint      not null default 0,
    failed      bigint      not null default 0
);
comment on column reseal_run.failed is 'values that did not open, and were left as they are';
create unique index reseal_run_open on reseal_run ((true)) where finished_at is null;

grant select, insert, update on reseal_run to "${app-role}";
