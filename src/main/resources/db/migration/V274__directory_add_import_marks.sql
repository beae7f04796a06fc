-- What an import made of a row, so that it can be taken back: the entry as it was before, or nothing when it was new.
create table directory_import (
    subject uuid    not null primary key,
    version integer not null,
    before  jsonb
);
