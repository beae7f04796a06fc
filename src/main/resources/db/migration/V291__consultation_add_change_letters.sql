-- Who is told of a change, without a name or an address: the letter is written later, from what is known then.
create table consultation_change_letter (
    change_id       uuid        not null,
    change          varchar(10) not null,
    consultation_id uuid        not null references consultation,
    audience        varchar(10) not null,
    -- a proposal, a supporter, an invitation or a municipal contact
    subject         uuid        not null,
    due             boolean     not null default true,
    primary key (change_id, audience, subject)
);
-- What still has to be written.
create index consultation_change_letter_due on consultation_change_letter (change_id, audience, subject) where due;
create index consultation_change_letter_of on consultation_change_letter (consultation_id) where due;
