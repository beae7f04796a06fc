-- How many proposals of a consultation stand where, so that no page has to read them all to count them. Every change adds
-- rows instead of changing one, so that nobody waits for anybody; the program adds them up from time to time. What was not
-- confirmed is not counted, and a merged part counts with what it was merged into.
create table proposal_count (
    call_id uuid        not null,
    status  varchar(20) not null,
    outcome varchar(20),
    late    boolean     not null,
    part    boolean     not null,
    n       bigint      not null
);
create index proposal_count_call on proposal_count (call_id);

-- As a row of proposal_count for each proposal that counts.
create view proposal_counted as
select call_id,
    case when status = 'PUBLISHED' and set_aside_at is not null then 'SPLIT' else status end as status,
    outcome,
    status = 'FORWARDED' and late_since is not null as late,
    split_from is not null as part
from proposal
where status not in ('UNCONFIRMED', 'EXPIRED') and (split_from is null or status <> 'MERGED');

create function proposal_count_change() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' and old.status not in ('UNCONFIRMED', 'EXPIRED') and (old.split_from is null or old.status <> 'MERGED') then
        insert into proposal_count (call_id, status, outcome, late, part, n)
        values (old.call_id,
            case when old.status = 'PUBLISHED' and old.set_aside_at is not null then 'SPLIT' else old.status end,
            old.outcome, old.status = 'FORWARDED' and old.late_since is not null, old.split_from is not null, -1);
    end if;
    if tg_op <> 'DELETE' and new.status not in ('UNCONFIRMED', 'EXPIRED') and (new.split_from is null or new.status <> 'MERGED') then
        insert into proposal_count (call_id, status, outcome, late, part, n)
        values (new.call_id,
            case when new.status = 'PUBLISHED' and new.set_aside_at is not null then 'SPLIT' else new.status end,
            new.outcome, new.status = 'FORWARDED' and new.late_since is not null, new.split_from is not null, 1);
    end if;
    return null;
end $$;

create trigger proposal_counted_in after insert on proposal
    for each row when (new.status not in ('UNCONFIRMED', 'EXPIRED')) execute function proposal_count_change();
create trigger proposal_counted_anew after update on proposal
    for each row when ((old.call_id, old.status, old.outcome, old.late_since is null, old.set_aside_at is null, old.split_from)
        is distinct from (new.call_id, new.status, new.outcome, new.late_since is null, new.set_aside_at is null, new.split_from))
    execute function proposal_count_change();
create trigger proposal_counted_out after delete on proposal
    for each row when (old.status not in ('UNCONFIRMED', 'EXPIRED')) execute function proposal_count_change();

insert into proposal_count (call_id, status, outcome, late, part, n)
select call_id, status, outcome, late, part, count(*) from proposal_counted group by call_id, status, outcome, late, part;

-- The late ones of each consultation, the oldest first.
drop index proposal_late;
create index proposal_late on proposal (call_id, due_on, id) where status = 'FORWARDED';
