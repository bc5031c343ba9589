-- The cases that progress.sql asks for, by number: pgbench draws numbers, not ids.
drop table if exists bench_case;
create table bench_case (n integer primary key, id uuid not null);
insert into bench_case select row_number() over (order by id), id
from service_case where owner = 'person:p-citizen' and status <> 'DRAFT';
grant select on bench_case to one_network_app;
vacuum (analyze) bench_case;
