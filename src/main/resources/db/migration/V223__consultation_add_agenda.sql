-- The general meeting that talks about the conclusions, and what it decided.
create table consultation_agenda (
    consultation_id uuid        primary key references consultation,
    meets_on        date        not null,
    item            text        not null,
    decision        text,
    decided_at      timestamptz
);
