-- The section and page of the draft document that a proposal refers to, in the words of the day it was sent.
alter table proposal
    add column refers_to       varchar(40),
    add column refers_to_title varchar(300),
    add column refers_page     integer check (refers_page > 0);
create index proposal_refers on proposal (call_id, refers_to) where refers_to is not null;
