-- Letters are most of what a finished proposal leaves behind. Compressed in their row they take half the room; the
-- default compresses only rows of more than 2 kB and then puts them elsewhere.
alter table mail_letter alter column text_body set storage main, alter column html_body set storage main;
alter table mail_letter set (toast_tuple_target = 256);
