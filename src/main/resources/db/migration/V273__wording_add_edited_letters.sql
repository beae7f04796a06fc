-- Letters that somebody has worded anew; partnership is empty for a text that holds for all of them.
create table letter_wording (
    template    text        not null,
    language    text        not null,
    partnership text        not null,
    subject     text        not null,
    body        text        not null,
    action      text,
    version     integer     not null,
    changed_at  timestamptz not null,
    changed_by  uuid,
    primary key (template, language, partnership)
);
