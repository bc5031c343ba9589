-- The worklist is searched by the beginning of a number and by a part of an item's name, among the cases that wait: as many
-- as a tenant works on, and a fiftieth of all there are. Without these every search read them all.
create index concurrently if not exists service_case_desk_number on service_case (case_no)
    where status in ('SUBMITTED', 'RECEIVED', 'ACCEPTED', 'UNDER_REVIEW', 'SPECIAL_PROCEDURE', 'DELIVERING');
create index concurrently if not exists service_case_desk_name on service_case using gin (search_grams(item_name)) with (fastupdate = off)
    where status in ('SUBMITTED', 'RECEIVED', 'ACCEPTED', 'UNDER_REVIEW', 'SPECIAL_PROCEDURE', 'DELIVERING');
