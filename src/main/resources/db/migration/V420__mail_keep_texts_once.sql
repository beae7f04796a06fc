-- The text of a letter is made of its parts, as its HTML is. Letters that have theirs keep it.
alter table mail_letter alter column text_body drop not null;
alter table mail_letter drop constraint mail_letter_is_written;
alter table mail_letter add constraint mail_letter_is_written
    check (parts is not null or (text_body is not null and html_body is not null));
-- The sender's name is in its column alone.
update mail_letter set sender_name = parts::json ->> 'sender' where sender_name is null and parts is not null;
