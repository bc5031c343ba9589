\set n random(1, :count)
select sc1_0.id,sc1_0.accepted_by,sc1_0.accepted_on,sc1_0.answer_by,sc1_0.applicant_id,sc1_0.applicant_kind,sc1_0.case_no,sc1_0.claimed_by,sc1_0.claimed_until,sc1_0.closed_at,sc1_0.closure,sc1_0.created_at,sc1_0.decided_at,sc1_0.delivered_at,sc1_0.department,sc1_0.due_on,sc1_0.form,sc1_0.head_hash,sc1_0.item_name,sc1_0.item_version,sc1_0.last_sequence,sc1_0.materials,sc1_0.notices,sc1_0.on_behalf_of,sc1_0.owner,sc1_0.provisional,sc1_0.received_at,sc1_0.receiving_day,sc1_0.status,sc1_0.submitted_at,sc1_0.supplement,sc1_0.task_code,sc1_0.tenant_id,sc1_0.times,sc1_0.two_pairs_of_eyes,sc1_0.version,sc1_0.wake_on,sc1_0.warned,sc1_0.yellow_on from service_case sc1_0 where sc1_0.id=(select id from bench_case where n = :n) and (sc1_0.owner = 'person' || chr(58) || 'p-citizen' or sc1_0.status<>'DRAFT' and (false or sc1_0.tenant_id=''));
select e.* from unnest(array[(select id from bench_case where n = :n)]) as c(id)
    cross join lateral (
        select id, recorded_xid, settled_xid, case_id, case_no, sequence, kind, from_status, to_status, at, actor, actor_id,
            note, due_on, clock, prev_hash, hash
        from case_event where case_id = c.id and sequence < 2147483647 order by sequence desc limit 6) e
    order by e.case_id, e.sequence desc;
