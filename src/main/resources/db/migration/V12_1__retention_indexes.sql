-- What a sweep of the rules of retention looks for.
create index concurrently if not exists service_case_drafts on service_case (created_at) where status = 'DRAFT';
create index concurrently if not exists service_case_withdrawn on service_case (closed_at)
    where closure = 'VOIDED' and accepted_on is null;
