-- Files a draft with the same rows by as few statements as the service sends: all events by one, all numbers of vouchers by one,
-- all vouchers by one, and the idempotency key once.
\set key random(1, 9000000000000000)
select id from bench_draft where n = (select nextval('bench_filed')) \gset
begin;
insert into idempotency_key (caller, operation, key, input_hash, result_id, created_at)
    values ('p-citizen', 'caseSUBMIT', 'sql-' || :key || '-' || :id, sha256('input'), :id, now()) on conflict do nothing;
select d1_0.id,d1_0.principal,d1_0.principal_name,d1_0.role,d1_0.items,d1_0.actions from delegation d1_0 where d1_0.agent='p-citizen' and d1_0.status='ACTIVE' and d1_0.valid_from<=now() and d1_0.valid_to>now() order by d1_0.id;
select id, version, form, materials from service_case where id = :id for no key update;
select version from service_item where task_code = '12520198EXAMPLE5494002014929001' and current;
select at from case_event where case_id = :id and sequence = 1;
insert into decision_explanation (case_id, at, approved, rule_version, inputs_digest, outcomes, shared)
    values (:id, now(), true, '12520198EXAMPLE5494002014929001@2-cc10ca69b108b809', 'e734ed22dde179eae89a2f649dba873ec53297436c62dd03d0d6f864ebc9724e',
    '[{"ruleId":"R01","state":"MET","description":"申请主体为自然人且实名等级达标","message":"实名等级低于 L2，请先完成认证"},{"ruleId":"R02","state":"MET","description":"身份信息经权威来源核验","message":"身份证信息未通过核验或与填报不一致"},{"ruleId":"R03","state":"MET","description":"时间范围正确","message":"截止年月早于起始年月"}]', '{applicantId}');
insert into case_number (tenant_id, day, last) values ('guiyang-hightech', (now() at time zone 'Asia/Shanghai')::date, 1)
    on conflict (tenant_id, day) do update set last = case_number.last + 1 returning last;
with drawn as (
    insert into voucher_number (region_code, type, year, last)
        values ('520198', 'ACCEPTANCE_NOTICE', 2026, 1), ('520198', 'APPROVAL_DECISION', 2026, 1), ('520198', 'CLOSURE_NOTICE', 2026, 1),
            ('520198', 'RECEIPT', 2026, 1)
        on conflict (region_code, type, year) do update set last = voucher_number.last + excluded.last returning last)
    select max(last) as last from drawn \gset
insert into case_event (actor,actor_id,at,case_id,case_no,clock,due_on,from_status,hash,kind,note,prev_hash,sequence,to_status) values
    ('PERSON','p-citizen',now(),:id,'SQL-' || :id,'RECEIPT_STARTS',current_date + 7,'DRAFT',sha256('SUBMITTED'),'SUBMITTED',null,sha256('DRAFT'),2,'SUBMITTED'),
    ('SYSTEM',null,now(),:id,'SQL-' || :id,'NONE',current_date + 7,'SUBMITTED',sha256('RECEIVED'),'RECEIVED',null,sha256('SUBMITTED'),3,'RECEIVED'),
    ('SYSTEM',null,now(),:id,'SQL-' || :id,'DECISION_STARTS',current_date + 1,'RECEIVED',sha256('ACCEPTED'),'ACCEPTED',null,sha256('RECEIVED'),4,'ACCEPTED'),
    ('SYSTEM',null,now(),:id,'SQL-' || :id,'DELIVERY_STARTS',current_date + 14,'ACCEPTED',sha256('APPROVED'),'APPROVED',null,sha256('ACCEPTED'),5,'APPROVED'),
    ('SYSTEM',null,now(),:id,'SQL-' || :id,'STOPS',null,'APPROVED',sha256('COMPLETED'),'COMPLETED',null,sha256('APPROVED'),6,'COMPLETED');
insert into voucher (id, case_id, sequence, type, number, issued_on, due_on, content) values
    (uuidv7(), :id, 3, 'RECEIPT', 'SQL-RECEIPT-' || :last, current_date, current_date + 7, '{}'),
    (uuidv7(), :id, 4, 'ACCEPTANCE_NOTICE', 'SQL-ACCEPTANCE_NOTICE-' || :last, current_date, current_date + 1, '{}'),
    (uuidv7(), :id, 5, 'APPROVAL_DECISION', 'SQL-APPROVAL_DECISION-' || :last, current_date, current_date + 14, '{}'),
    (uuidv7(), :id, 6, 'CLOSURE_NOTICE', 'SQL-CLOSURE_NOTICE-' || :last, current_date, null, '{}');
update service_case set accepted_on=current_date,case_no='SQL-' || :id,closed_at=now(),closure='CLOSED_OTHER',decided_at=now(),form=form,head_hash=sha256('COMPLETED'),
    last_sequence=6,materials='{"ht-social-insurance-certificate-m01": {"given": "A", "documents": [], "toSupplement": false}}',received_at=now(),
    receiving_day=current_date,status='COMPLETED',submitted_at=now(),version=2 where id=:id and version=1;
commit;
