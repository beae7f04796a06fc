-- Days that count for what came in by other ways than the form, and who entered it.
alter table proposal add column received_on date;
alter table proposal add column written_on date;
alter table proposal add column postmarked_on date;
alter table proposal add column entered_by uuid;
-- What one person entered lately.
create index proposal_entered on proposal (entered_by, submitted_at desc, id) where entered_by is not null;
