-- Sample data for measurements: items, cases of two years and their journal. Run it as the owner of the tables, upon a
-- database that has its tables and the sample catalogue:
--
--     PGOPTIONS='-c bench.cases=1000000' psql -v ON_ERROR_STOP=1 -f generate.sql <where>
--
-- bench.cases   how many cases                                    (1,000,000)
-- bench.items   how many items in force, those of the sample too  (10,000)
-- bench.seed    another number makes other data, the same number the same (20221)
-- bench.today   the day on which the newest case was filed        (today, so that deadlines are neither all far nor all past)
--
-- Nothing is switched off: every row passes the constraints, the foreign keys and the triggers that rows of the service
-- pass; only nobody is notified. All names are invented. The hashes of the journal have their size, not their meaning:
-- the chain of such a case does not verify.
\set QUIET on
\pset tuples_only on
\timing off
set client_min_messages = warning;
set synchronous_commit = off;
set one_network.notify = 'off';
set work_mem = '256MB';
set timezone = 'UTC';

create function pg_temp.setting(name text, otherwise text) returns text language sql stable
    return coalesce(nullif(current_setting('bench.' || name, true), ''), otherwise);

-- A number from 0 to below 1, the same for the same row and purpose.
create function pg_temp.chance(n bigint, purpose int) returns double precision language sql stable
    return (hashint8extended(n, pg_temp.setting('seed', '20221')::bigint * 1000 + purpose) & 1073741823) / 1073741824.0;

-- Check character of ISO/IEC 7064 MOD 37,36; the payload has digits only.
create function pg_temp.checked(payload text) returns text language plpgsql immutable as $$
declare product int := 36; one int;
begin
    for i in 1 .. length(payload) loop
        one := (product + ascii(substr(payload, i, 1)) - 48) % 36;
        product := (case one when 0 then 36 else one end) * 2 % 37;
    end loop;
    return payload || substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', (37 - product) % 36 + 1, 1);
end $$;

-- ---------------------------------------------------------------------------------------------------------------- items
-- Copies of the items in force, each for another of 240 invented districts: 施工 finds as large a share of them as it finds
-- of the sample.
with sample as (
    select i.*, row_number() over (order by task_code) - 1 as place, count(*) over () as size
    from service_item i where i.current and i.state = 'IN_USE'
), copy as (
    select s.*, n / size as round,
        substr('甲乙丙丁戊己庚辛壬癸', (n / size % 10 + 1)::int, 1) || substr('子丑寅卯辰巳午未申酉戌亥', (n / size / 10 % 12 + 1)::int, 1)
            || case when n / size >= 120 then '区' else '县' end as district,
        'X' || lpad((n / size)::text, 5, '0') || right(s.task_code, 6) as catalogue
    from generate_series(0, pg_temp.setting('items', '10000')::bigint - 1) as n
        join sample s on s.place = n % s.size and n >= s.size
)
insert into service_item (task_code, version, id, tenant_id, implementer_id, implementer, state, name, name_en, item_type,
    case_kind, targets, topics, online_depth, online_available, effective_on, cancel_on, current, definition)
select left(task_code, 19) || catalogue, 1, id || '-' || round, tenant_id, implementer_id, implementer, state,
    district || name, name_en, item_type, case_kind, targets, topics, online_depth, online_available, effective_on, null, true,
    (definition::jsonb || jsonb_build_object('id', id || '-' || round, 'taskCode', left(task_code, 19) || catalogue,
        'catalogCode', catalogue, 'handlingItemCode', left(task_code, 19) || catalogue || '01', 'version', 1,
        'name', district || name))::json
from copy on conflict do nothing;
analyze service_item;

-- What a case needs of its item. The order is that of popularity, and a mixture of all there are.
create temp table item as
select row_number() over (order by hashtextextended(task_code, 20221)) - 1 as rank, i.task_code, i.version, i.name, i.tenant_id,
    i.implementer_id, t.region_code, i.definition::jsonb -> 'formExample' as form,
    i.case_kind = 'PROMISED' and i.item_type = 'ADMINISTRATIVE_LICENCE' as two_pairs_of_eyes,
    greatest(1, (i.definition::jsonb #>> '{promisedLimit,value}')::int) as promised
from service_item i join tenant t on t.id = i.tenant_id where i.current and i.state = 'IN_USE';
create unique index on item (rank);
analyze item;

-- ---------------------------------------------------------------------------------------------------------------- cases
-- The n-th case of all. Evenly over two years, the newest filed today. Of the newest fiftieth nothing is decided yet.
--
-- Items: the r-th popular one has about 1/r of the cases of the first (Zipf). Owners: one case in fifty belongs to the
-- persona "citizen", one in a hundred to each of two companies, the others to people who have four cases each.
create function pg_temp.cases(first bigint, last bigint) returns table (
    n bigint, id uuid, at timestamptz, day date, case_no text, status text, closure text, due date, person text,
    corporation text, item item) language sql stable as $$
    with numbers as (
        select pg_temp.setting('cases', '1000000')::bigint as cases, pg_temp.setting('today', current_date::text)::date as today,
            (select count(*) from item) as items
    ), filed as (
        select g.n, today, n > cases - cases / 50 as open,
            (today - 730)::timestamptz + interval '1 hour' + (interval '731 days' - interval '10 hours') * (g.n::double precision / cases) as at,
            power(items + 1, pg_temp.chance(g.n, 1)) as popularity,
            pg_temp.chance(g.n, 2) as course, pg_temp.chance(g.n, 3) as owner, g.n * 8 % cases / 8 as neighbour, pg_temp.chance(g.n, 4) as pace
        from numbers, generate_series(first, last) as g(n)
    ), told as (
        select f.*, (at at time zone 'Asia/Shanghai')::date as day, i as item, case
            when open and course < 0.15 then 'SUBMITTED' when open and course < 0.30 then 'RECEIVED'
            when open and course < 0.80 then 'UNDER_REVIEW' when open and course < 0.85 then 'SUPPLEMENT_REQUIRED'
            when open and course < 0.90 then 'DELIVERING' when open then 'DRAFT'
            when course < 0.03 then 'WITHDRAWN' when today - at::date > 90 + 15 then 'ARCHIVED' else 'COMPLETED' end as status
        from filed f join item i on i.rank = floor(popularity)::bigint - 1
    )
    select n, (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(n::text), 1, 3) || '8'
            || lpad(to_hex(n), 15, '0'))::uuid, at, day,
        case when status <> 'DRAFT' then pg_temp.checked((item).region_code || to_char(day, 'YYYYMMDD')
            || lpad((n % 100000)::text, 6, '0')) end,
        status, case status when 'ARCHIVED' then 'LICENCE_ISSUED' when 'COMPLETED' then 'LICENCE_ISSUED' when 'WITHDRAWN' then 'VOIDED' end,
        -- in one case of twenty that is open it was yesterday
        case when status in ('SUBMITTED', 'RECEIVED', 'UNDER_REVIEW', 'DELIVERING')
            then case when pace < 0.05 then today - 1 else today + 1 + (pace * 20)::int end end,
        case when owner < 0.02 then 'p-citizen' when owner < 0.04 then 'p-enterprise-legal'
            else 'p-sample-' || (neighbour % 250000) end,
        case when owner >= 0.02 and owner < 0.03 then '91520198EXMPL0018E' when owner >= 0.03 and owner < 0.04 then '91520198EXMPL00269' end,
        item
    from told
$$;

-- What the journal of a case has, by how far the case got.
create temp table station (status text, sequence int, kind text, from_status text, to_status text, actor text, clock text,
    share double precision);
insert into station values
    ('DRAFT', 1, 'DRAFT_SAVED', null, 'DRAFT', 'PERSON', 'NONE', 0),
    ('SUBMITTED', 2, 'SUBMITTED', 'DRAFT', 'SUBMITTED', 'PERSON', 'RECEIPT_STARTS', 0.01),
    ('WITHDRAWN', 3, 'WITHDRAWN', 'SUBMITTED', 'WITHDRAWN', 'PERSON', 'STOPS', 0.1),
    ('RECEIVED', 3, 'RECEIVED', 'SUBMITTED', 'RECEIVED', 'STAFF', 'NONE', 0.1),
    ('SUPPLEMENT_REQUIRED', 4, 'SUPPLEMENT_REQUIRED', 'RECEIVED', 'SUPPLEMENT_REQUIRED', 'STAFF', 'RECEIPT_PAUSES', 0.2),
    ('UNDER_REVIEW', 4, 'ACCEPTED', 'RECEIVED', 'ACCEPTED', 'STAFF', 'DECISION_STARTS', 0.2),
    ('UNDER_REVIEW', 5, 'REVIEW_STARTED', 'ACCEPTED', 'UNDER_REVIEW', 'SYSTEM', 'NONE', 0.2),
    ('DELIVERING', 6, 'APPROVED', 'UNDER_REVIEW', 'APPROVED', 'STAFF', 'DELIVERY_STARTS', 0.8),
    ('DELIVERING', 7, 'DELIVERY_STARTED', 'APPROVED', 'DELIVERING', 'SYSTEM', 'NONE', 0.8),
    ('COMPLETED', 8, 'COMPLETED', 'DELIVERING', 'COMPLETED', 'SYSTEM', 'STOPS', 1);
create temp table course as
select c.status, s.sequence, s.kind, s.from_status, s.to_status, s.actor, s.clock, s.share,
    max(s.sequence) over (partition by c.status) as last
from (values ('DRAFT', array['DRAFT']), ('SUBMITTED', array['DRAFT', 'SUBMITTED']), ('WITHDRAWN', array['DRAFT', 'SUBMITTED', 'WITHDRAWN']),
        ('RECEIVED', array['DRAFT', 'SUBMITTED', 'RECEIVED']),
        ('SUPPLEMENT_REQUIRED', array['DRAFT', 'SUBMITTED', 'RECEIVED', 'SUPPLEMENT_REQUIRED']),
        ('UNDER_REVIEW', array['DRAFT', 'SUBMITTED', 'RECEIVED', 'UNDER_REVIEW']),
        ('DELIVERING', array['DRAFT', 'SUBMITTED', 'RECEIVED', 'UNDER_REVIEW', 'DELIVERING']),
        ('COMPLETED', array['DRAFT', 'SUBMITTED', 'RECEIVED', 'UNDER_REVIEW', 'DELIVERING', 'COMPLETED']),
        ('ARCHIVED', array['DRAFT', 'SUBMITTED', 'RECEIVED', 'UNDER_REVIEW', 'DELIVERING', 'COMPLETED'])) as c(status, stations)
    join station s on s.status = any (c.stations);

create procedure pg_temp.load(lowest bigint, highest bigint) language plpgsql as $$
begin
    create temp table batch on commit drop as
    select c.*, far.last, length.days, c.at + length.days * interval '1 day' as until
    from pg_temp.cases(lowest, highest) c,
        lateral (select max(sequence) as last from course where status = c.status) far,
        -- how long it took, or has taken so far
        lateral (select least((c.item).promised, 10, greatest(0, pg_temp.setting('today', current_date::text)::date - c.day)) as days) length;

    insert into service_case (id, case_no, tenant_id, department, task_code, item_version, item_name, owner, applicant_id,
        applicant_kind, on_behalf_of, two_pairs_of_eyes, status, version, form, last_sequence, created_at, submitted_at,
        receiving_day, received_at, accepted_on, accepted_by, decided_at, closed_at, closure, due_on, yellow_on, head_hash)
    select id, case_no, (item).tenant_id, (item).implementer_id, (item).task_code, (item).version, (item).name,
        coalesce('corporation:' || corporation, 'person:' || person), person,
        case when corporation is null then 'PERSON' else 'LEGAL_PERSON' end, corporation, (item).two_pairs_of_eyes, status, last,
        (item).form, last, at, case when last > 1 then at + interval '10 minutes' end, case when last > 1 then day end,
        case when last > 2 and status <> 'WITHDRAWN' then at + days * interval '0.1 days' end,
        case when last > 4 then day + days / 5 end, case when last > 4 then 'p-officer-sample' end,
        case when last > 5 then at + days * interval '0.8 days' end, case when closure is not null then until end, closure, due,
        due - 3, sha256(convert_to(id::text || last, 'UTF8'))
    from batch order by n;

    insert into case_event (case_id, case_no, sequence, kind, from_status, to_status, at, actor, actor_id, due_on, clock, prev_hash, hash)
    select b.id, case when e.sequence > 1 then b.case_no end, e.sequence, e.kind, e.from_status, e.to_status,
        b.at + e.share * (b.until - b.at), e.actor, case e.actor when 'STAFF' then 'p-officer-sample' when 'PERSON' then b.person end,
        case when e.sequence > 1 then b.day + 5 + e.sequence end, e.clock,
        case when e.sequence > 1 then sha256(convert_to(b.id::text || (e.sequence - 1), 'UTF8')) end,
        sha256(convert_to(b.id::text || e.sequence, 'UTF8'))
    from batch b join course e on e.status = b.status order by b.n, e.sequence;
    commit;
end $$;

do $$
declare
    cases bigint := pg_temp.setting('cases', '1000000')::bigint;
    step constant bigint := 25000;
begin
    for part in 0 .. (cases - 1) / step loop
        call pg_temp.load(part * step + 1, least(cases, (part + 1) * step));
    end loop;
end $$;

set timezone = 'Asia/Shanghai';
-- The next case of a day gets the number after the highest.
insert into case_number (tenant_id, day, last)
select tenant_id, receiving_day, max(substr(case_no, 15, 6)::int) from service_case where case_no is not null group by 1, 2
on conflict (tenant_id, day) do update set last = greatest(case_number.last, excluded.last);
vacuum (analyze) service_case;
vacuum (analyze) case_event;
vacuum (analyze) service_item;
select json_build_object('what', 'data', 'items', (select count(*) from service_item where current),
    'cases', (select count(*) from service_case), 'events', (select count(*) from case_event),
    'waiting', (select count(*) from service_case
        where status in ('SUBMITTED', 'RECEIVED', 'ACCEPTED', 'UNDER_REVIEW', 'SPECIAL_PROCEDURE', 'DELIVERING')),
    'mib', pg_database_size(current_database()) / 1048576);
