-- The partnership itself decides, so its own staff answer.
alter table proposal add column own_answer boolean not null default false;
