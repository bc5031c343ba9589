-- Notices on holidays that were imported after the ones that come with the service; a newer one of a year replaces it.

create table holiday_notice (
    year         integer     primary key,
    definition   json        not null,
    imported_at  timestamptz not null,
    imported_by  text        not null
);

grant select, insert, update on holiday_notice to "${app-role}";
