-- By which words staff and the public find a proposal in their lists. What is new or has changed has no words until the
-- program has read it, so that whoever changes it does not wait for the index and nothing old is found meanwhile. Whoever
-- reads it holds the row, and so does whoever changes it: what was read before a change is never written after it.
create table proposal_found (
    proposal_id uuid primary key,
    words       tsvector
);
-- Every search reads what waits to be put into its place, so that stays short.
create index proposal_found_words on proposal_found using gin (words) with (gin_pending_list_limit = 512)
    where words is not null;
create index proposal_found_unread on proposal_found (proposal_id) where words is null;
-- Without statistics the planner always takes a search for a narrow one and asks the index; the program knows the wide ones.
alter table proposal_found alter column words set statistics 0;

create function proposal_find_anew() returns trigger
    language plpgsql as $$
begin
    insert into proposal_found (proposal_id) values (new.id)
    on conflict (proposal_id) do update set words = null where proposal_found.words is not null;
    return null;
end $$;
create trigger proposal_found_added after insert on proposal
    for each row when (new.status not in ('UNCONFIRMED', 'EXPIRED')) execute function proposal_find_anew();
create trigger proposal_found_changed after update on proposal
    for each row when (new.status not in ('UNCONFIRMED', 'EXPIRED') and (
        old.status in ('UNCONFIRMED', 'EXPIRED')
        or (old.title, old.text, old.rationale, old.hidden, old.call_id, old.owners, old.split_from)
            is distinct from (new.title, new.text, new.rationale, new.hidden, new.call_id, new.owners, new.split_from)))
    execute function proposal_find_anew();

create function proposal_find_no_more() returns trigger
    language plpgsql as $$
begin
    delete from proposal_found where proposal_id = old.id;
    return null;
end $$;
create trigger proposal_found_removed after delete on proposal
    for each row execute function proposal_find_no_more();

-- Parts are found by whoever submitted the whole.
create function proposal_find_submitter_anew() returns trigger
    language plpgsql as $$
begin
    insert into proposal_found (proposal_id)
    select id from proposal
    where (id = old.proposal_id or split_from = old.proposal_id) and status not in ('UNCONFIRMED', 'EXPIRED')
    on conflict (proposal_id) do update set words = null where proposal_found.words is not null;
    return null;
end $$;
create trigger proposal_found_submitter_changed after update on proposal_submitter
    for each row when ((old.name, old.email, old.organisation) is distinct from (new.name, new.email, new.organisation))
    execute function proposal_find_submitter_anew();
create trigger proposal_found_submitter_removed after delete on proposal_submitter
    for each row execute function proposal_find_submitter_anew();
