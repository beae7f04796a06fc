-- A document that is put to consultation once more: which round it is, and after which consultation.
alter table consultation
    add column round      integer not null default 1,
    add column follows_id uuid references consultation;
create index consultation_follows on consultation (follows_id) where follows_id is not null;
