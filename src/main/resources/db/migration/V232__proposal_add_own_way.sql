-- It is not delivered with others: asked and published by itself.
alter table proposal add column own_way boolean not null default false;

-- Whoever does not confirm the better version may try once more.
drop index proposal_improves;
create unique index proposal_improves on proposal (improves_id)
    where improves_id is not null and status <> 'EXPIRED';
