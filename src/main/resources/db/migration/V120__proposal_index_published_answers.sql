-- The latest answers on the first page; the query names the same condition.
create index proposal_published on proposal (published_at desc, id)
    where status = 'PUBLISHED' and outcome <> 'NO_REPLY';
