-- Whoever wants no more letters may support the proposal all the same.
alter table proposal_supporter add column muted_at timestamptz;
