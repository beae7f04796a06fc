-- What anyone may find, by the stems of its words; made anew whenever what it is made of changes.
create table portal_found (
    subject         uuid        primary key,
    kind            varchar(20) not null,
    consultation_id uuid        not null,
    places          text[]      not null,
    topics          text[]      not null,
    outcome         varchar(20),
    since           timestamptz not null,
    words           tsvector    not null
);
create index portal_found_words on portal_found using gin (words);
create index portal_found_newest on portal_found (kind, since desc, subject);

-- What has changed and is to be indexed anew. Whoever changes it does not wait for that, so it is only noted here.
create table portal_changed (
    number  bigint      generated always as identity primary key,
    kind    varchar(20) not null,
    subject uuid        not null
);

create function portal_note_change() returns trigger
    language plpgsql as $$
begin
    insert into portal_changed (kind, subject) values (tg_argv[0], coalesce(new.id, old.id));
    return null;
end $$;

create trigger portal_proposal_added after insert on proposal
    for each row when (new.status <> 'UNCONFIRMED') execute function portal_note_change('PROPOSAL');
create trigger portal_proposal_changed after update on proposal
    for each row when (old.* is distinct from new.*) execute function portal_note_change('PROPOSAL');
create trigger portal_proposal_removed after delete on proposal
    for each row execute function portal_note_change('PROPOSAL');

create trigger portal_consultation_added after insert on consultation
    for each row execute function portal_note_change('CONSULTATION');
create trigger portal_consultation_changed after update on consultation
    for each row when (old.* is distinct from new.*) execute function portal_note_change('CONSULTATION');
create trigger portal_consultation_removed after delete on consultation
    for each row execute function portal_note_change('CONSULTATION');

insert into portal_changed (kind, subject)
select 'CONSULTATION', id from consultation
union all
select 'PROPOSAL', id from proposal where status <> 'UNCONFIRMED';
