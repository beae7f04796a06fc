-- When the announced notice was last corrected, so that readers know it.
alter table consultation add column corrected_at timestamptz;
