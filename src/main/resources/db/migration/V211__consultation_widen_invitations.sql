alter table consultation
    add column invited_places text[] not null default '{}',
    add column invited_groups text[] not null default '{}',
    add column only_groups    boolean not null default false;

alter table consultation_invitation
    -- Which letter still has to be written; its row is the lock of whoever writes it.
    add column letter_due   varchar(12),
    add column reminders    integer     not null default 0,
    add column delivery     varchar(10) not null default 'QUEUED',
    add column delivered_at timestamptz,
    add column drafted_at   timestamptz,
    add column nil_at       timestamptz,
    add column nil_comment  varchar(1000),
    add column silent_at    timestamptz;

update consultation_invitation set reminders = 1 where reminded_at is not null;

update consultation_invitation i
set delivery = case l.state when 'DELIVERED' then 'SENT' when 'WAITING' then 'QUEUED' else 'FAILED' end,
    delivered_at = l.delivered_at
from mail_letter l
where l.about = 'consultation:' || i.consultation_id and l.template = 'consultation.letter.invitation'
  and l.recipient_email = i.email and l.recipient_name = i.organisation_name;

update consultation_invitation i set silent_at = c.closed_at
from consultation c
where c.id = i.consultation_id and c.closed_at is not null and i.answered_at is null;

-- What happened last counts; how the letter fared matters only as long as nobody has opened it.
alter table consultation_invitation add column status varchar(10) not null generated always as (
    case
        when answered_at is not null then 'ANSWERED'
        when nil_at is not null then 'NIL'
        when silent_at is not null then 'SILENT'
        when drafted_at is not null then 'DRAFTED'
        when opened_at is not null then 'OPENED'
        else delivery
    end) stored;

create index consultation_invitation_due on consultation_invitation (consultation_id, id) where letter_due is not null;
create index consultation_invitation_name
    on consultation_invitation (consultation_id, organisation_name collate "lv-x-icu", id);
create index consultation_invitation_status
    on consultation_invitation (consultation_id, status, organisation_name collate "lv-x-icu", id);
create index consultation_invitation_of on consultation_invitation (organisation_id, sent_at desc);
