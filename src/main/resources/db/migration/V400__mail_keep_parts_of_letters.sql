-- The HTML of a letter is several times longer than what it is made of. Letters that have theirs keep it.
alter table mail_letter add column parts text;
alter table mail_letter alter column html_body drop not null;
alter table mail_letter add constraint mail_letter_is_written check (parts is not null or html_body is not null);
