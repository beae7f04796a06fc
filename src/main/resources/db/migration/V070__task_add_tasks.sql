-- What waits for whom; written in the transaction of the engine's own task.
create table task (
    id           uuid primary key,
    engine_id    text not null unique,
    -- the version of the model that the task belongs to, so that its form never changes under a person
    model_id     text not null,
    process_key  text not null,
    task_key     text not null,
    name         text not null,
    -- the element that a repeated task is about
    detail       text,
    form_key     text,
    case_key     text not null,
    case_title   text not null,
    -- the title without capitals and diacritics, for searching
    case_words   text not null,
    partnership  text not null,
    role         text not null check (role in ('STAFF', 'MANAGER')),
    assignee     uuid,
    assigned_by  uuid,
    created_at   timestamptz not null,
    changed_at   timestamptz not null,
    due_on       date,
    follow_up_on date,
    state        text not null default 'OPEN' check (state in ('OPEN', 'DONE', 'CANCELLED')),
    done_at      timestamptz,
    done_by      uuid,
    check ((state = 'OPEN') = (done_at is null))
);

-- The lists show open tasks only, most urgent first; finished ones pile up and must not slow them down.
create index task_of_team on task (partnership, due_on, created_at, id) include (role, follow_up_on) where state = 'OPEN';
create index task_of_person on task (assignee, due_on, created_at, id) include (follow_up_on) where state = 'OPEN';
create index task_by_due on task (due_on, created_at, id) include (follow_up_on) where state = 'OPEN';
create index task_deferred on task (follow_up_on) where state = 'OPEN' and follow_up_on is not null;
create index task_of_case on task (case_key);
create index task_done_by on task (done_by, done_at desc, id) where state = 'DONE';

create table task_seen (
    task_id   uuid not null references task (id) on delete cascade,
    person_id uuid not null,
    seen_at   timestamptz not null,
    primary key (task_id, person_id)
);

-- What somebody has typed and not sent, by the names of the form's fields.
create table task_draft (
    task_id   uuid not null references task (id) on delete cascade,
    person_id uuid not null,
    typed     jsonb not null,
    saved_at  timestamptz not null,
    primary key (task_id, person_id)
);

create table task_note (
    id         bigint generated always as identity primary key,
    task_id    uuid not null references task (id) on delete cascade,
    person_id  uuid not null,
    text       text not null,
    written_at timestamptz not null
);
create index task_note_of_task on task_note (task_id, id);

-- Work that one node does for all, once a day: whoever writes the row does it.
create table task_round (
    work text not null,
    day  date not null,
    primary key (work, day)
);
