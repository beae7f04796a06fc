create table mail_letter (
    id               uuid        not null primary key,
    number           bigint      not null generated always as identity unique,
    about            text        not null,
    template         text        not null,
    language         text        not null,
    recipient_email  text        not null,
    recipient_name   text        not null,
    sender_name      text,
    reply_to         text,
    subject          text        not null,
    text_body        text        not null,
    html_body        text        not null,
    -- One a line; masked in the bodies once the letter has arrived.
    secrets          text        not null,
    unsubscribe      text,
    once_key         text unique,
    state            text        not null,
    posted_at        timestamptz not null,
    attempts         integer     not null,
    first_attempt_at timestamptz,
    last_attempt_at  timestamptz,
    next_attempt_at  timestamptz not null,
    leased_until     timestamptz,
    delivered_at     timestamptz,
    last_error       text
);
create index mail_letter_due on mail_letter (next_attempt_at) where state = 'WAITING';
create index mail_letter_state on mail_letter (state, number);
create index mail_letter_pace on mail_letter (last_attempt_at) where last_attempt_at is not null;
create index mail_letter_about on mail_letter (about, number);

create table mail_attachment (
    letter     uuid    not null references mail_letter on delete cascade,
    position   integer not null,
    name       text    not null,
    media_type text    not null,
    content    bytea   not null,
    primary key (letter, position)
);
