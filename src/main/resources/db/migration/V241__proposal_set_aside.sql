-- Merged into another one or split into parts, by whom and why, and how it stood before, so that it can be undone.
alter table proposal
    add column set_aside_at timestamptz,
    add column set_aside_by uuid,
    add column set_aside_reason text,
    add column status_before varchar(20),
    add column next_before date;

-- The public list shows what speaks for itself; the query names the same conditions.
drop index proposal_public;
create index proposal_public on proposal (call_id, registered_at desc, id)
    where status in ('SCREENED', 'FORWARDED', 'ANSWERING', 'ANSWERED', 'PUBLISHED') and set_aside_at is null;
