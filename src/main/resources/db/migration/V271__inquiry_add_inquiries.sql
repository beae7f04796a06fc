create table inquiry (
    id               uuid primary key,
    version          integer     not null,
    wish             text        not null,
    way              text        not null,
    state            text        not null,
    email            text        not null check (email = lower(email)),
    name             text,
    language         text        not null,
    verification     text,
    created_at       timestamptz not null,
    confirm_by       timestamptz,
    received_on      date,
    due_on           date,
    extension_reason text,
    outcome          text,
    reason           text,
    result           jsonb       not null,
    answered_at      timestamptz,
    answered_by      uuid,
    check ((state = 'UNCONFIRMED') = (received_on is null))
);
create index inquiry_due on inquiry (state, due_on, created_at, id);
create index inquiry_arrival on inquiry (created_at desc, id);
create index inquiry_email on inquiry (email, created_at desc);
