create table document (
    id         uuid        not null primary key,
    number     bigint      not null generated always as identity,
    owner      text        not null,
    file_name  text        not null,
    media_type text        not null,
    size       bigint      not null,
    sha256     text        not null,
    stored_at  timestamptz not null
);
create index document_owner on document (owner, number);
create index document_sha256 on document (sha256);
