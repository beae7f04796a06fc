-- One channel may tell about a consultation more than once.
alter table consultation_publication
    drop constraint consultation_publication_unique,
    add column note  varchar(1000),
    -- How many people saw it, as far as the channel tells.
    add column reach integer check (reach >= 0);
create index consultation_publication_of on consultation_publication (consultation_id, published_on desc, id);
