-- Every proposal leaves several links and letters, and each paid for indexes that hardly anybody asks.
-- Links that have ended are looked for once a night, over the whole table.
drop index access_link_expires;
-- Only addresses of people are looked for; holders of most links are keys of ours.
drop index access_link_holder;
create index access_link_holder on access_link (lower(holder)) where holder like '%@%';
-- Most letters may come more than once.
alter table mail_letter drop constraint mail_letter_once_key_key;
create unique index mail_letter_once on mail_letter (once_key) where once_key is not null;
