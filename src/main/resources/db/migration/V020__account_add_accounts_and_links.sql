create table account (
    id           uuid primary key,
    version      integer not null,
    name         text not null,
    -- lower case: the name that a person signs in with
    email        text not null unique check (email = lower(email)),
    role         text not null check (role in ('STAFF', 'MANAGER', 'ADMINISTRATOR')),
    partnership  text,
    language     text not null check (language in ('lv', 'en')),
    -- absent until the person has chosen one
    password     text,
    created_at   timestamptz not null,
    disabled_at  timestamptz,
    signed_in_at timestamptz,
    check ((role = 'ADMINISTRATOR') = (partnership is null))
);
create index account_partnership on account (partnership, role);
create index account_name on account (name, id);

create table access_link (
    id              uuid primary key,
    -- SHA-256: whoever reads this table can open nothing
    token_hash      bytea not null unique,
    purpose         text not null,
    subject         text not null,
    holder          text not null,
    created_at      timestamptz not null,
    expires_at      timestamptz not null,
    revoked_at      timestamptz,
    first_opened_at timestamptz,
    last_opened_at  timestamptz,
    opened          integer not null default 0
);
create index access_link_living on access_link (purpose, subject, holder) where revoked_at is null;
create index access_link_expires on access_link (expires_at);

-- Attempts to sign in that have not succeeded, so that every node counts the same. Who and where are hashed.
create table sign_in_failure (
    id      bigint generated always as identity primary key,
    counted bytea not null,
    at      timestamptz not null
);
create index sign_in_failure_counted on sign_in_failure (counted, at);
create index sign_in_failure_at on sign_in_failure (at);
