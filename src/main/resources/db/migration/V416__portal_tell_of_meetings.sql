-- What exactly is told, where that happens more than once: a meeting.
alter table portal_news add column subject uuid;

drop index portal_news_once;
create unique index portal_news_once on portal_news (consultation_id, kind,
    (case when kind in ('EXTENDED', 'CLOSING') then closes_on else date '1970-01-01' end), subject) nulls not distinct;
