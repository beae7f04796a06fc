-- Days that the holidays law does not name: one-offs, and working days moved by the Cabinet.
create table calendar_exception (
    day       date primary key,
    kind      text not null check (kind in ('DAY_OFF', 'WORKING_DAY')),
    -- set when the work of a day off was moved to a weekend day
    worked_on date unique check (worked_on is null or (kind = 'DAY_OFF' and worked_on <> day)),
    reason_lv text not null,
    reason_en text not null,
    source    text not null
);

insert into calendar_exception (day, kind, worked_on, reason_lv, reason_en, source) values
    ('2018-09-24', 'DAY_OFF', null, 'pāvesta Franciska vizīte', 'visit of Pope Francis', 'likums “Par svētku, atceres un atzīmējamām dienām”'),
    ('2023-05-29', 'DAY_OFF', null, 'hokeja izlases bronzas medaļa', 'bronze medal of the ice hockey team', 'likums “Par svētku, atceres un atzīmējamām dienām”'),
    ('2026-01-02', 'DAY_OFF', '2026-01-17', 'pārceltā darbdiena', 'moved working day', 'Ministru kabineta rīkojums par darba dienu pārcelšanu 2026. gadā'),
    ('2026-06-22', 'DAY_OFF', '2026-06-27', 'pārceltā darbdiena', 'moved working day', 'Ministru kabineta rīkojums par darba dienu pārcelšanu 2026. gadā');
