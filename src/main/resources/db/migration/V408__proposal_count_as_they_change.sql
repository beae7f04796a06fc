-- How many proposals stand where, so that no page has to read them all to count them. Every change adds rows instead of
-- changing one, so that nobody waits for anybody; the program adds them up from time to time. What was not confirmed is not
-- counted.
create table proposal_count (
    call_id   uuid          not null,
    owners    varchar(40)[] not null,
    status    varchar(20)   not null,
    outcome   varchar(20),
    late      boolean       not null,
    set_aside boolean       not null,
    part      boolean       not null,
    n         bigint        not null
);
create index proposal_count_call on proposal_count (call_id);

-- As a row of proposal_count for each proposal that counts.
create view proposal_counted as
select call_id, owners, status, outcome, late_since is not null as late, set_aside_at is not null as set_aside,
    split_from is not null as part
from proposal where status not in ('UNCONFIRMED', 'EXPIRED');

create function proposal_count_change() returns trigger language plpgsql as $$
begin
    insert into proposal_count (call_id, owners, status, outcome, late, set_aside, part, n)
    select call_id, owners, status, outcome, late_since is not null, set_aside_at is not null, split_from is not null, n
    from (values
        (old.call_id, old.owners, old.status, old.outcome, old.late_since, old.set_aside_at, old.split_from, -1),
        (new.call_id, new.owners, new.status, new.outcome, new.late_since, new.set_aside_at, new.split_from, 1))
        as changed (call_id, owners, status, outcome, late_since, set_aside_at, split_from, n)
    where status not in ('UNCONFIRMED', 'EXPIRED');
    return null;
end $$;

create trigger proposal_counted_in after insert on proposal
    for each row when (new.status not in ('UNCONFIRMED', 'EXPIRED')) execute function proposal_count_change();
create trigger proposal_counted_anew after update on proposal
    for each row when (
        (old.call_id, old.owners, old.status, old.outcome, old.late_since is null, old.set_aside_at is null, old.split_from is null)
            is distinct from
        (new.call_id, new.owners, new.status, new.outcome, new.late_since is null, new.set_aside_at is null, new.split_from is null))
    execute function proposal_count_change();
create trigger proposal_counted_out after delete on proposal
    for each row when (old.status not in ('UNCONFIRMED', 'EXPIRED')) execute function proposal_count_change();

insert into proposal_count (call_id, owners, status, outcome, late, set_aside, part, n)
select call_id, owners, status, outcome, late, set_aside, part, count(*) from proposal_counted
group by call_id, owners, status, outcome, late, set_aside, part;

-- The late ones of each consultation and of each municipality, the oldest first.
drop index proposal_late;
create index proposal_late on proposal (call_id, due_on, id) where status = 'FORWARDED';
create index proposal_publicly_late on proposal (municipality, due_on, id) where status = 'FORWARDED' and late_since is not null;
-- The staff's list narrowed to what waits for one thing.
create index proposal_status on proposal (status, submitted_at desc, id);
