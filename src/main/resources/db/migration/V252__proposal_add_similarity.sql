-- What a proposal is about, as numbers: one for each word of its consultation, and a sketch of its phrases.
create table proposal_words (
    proposal_id uuid   primary key references proposal,
    call_id     uuid   not null,
    words       int[]  not null,
    sketch      int[]  not null
);
-- Who uses one of these words; the planner learns from the statistics how many do.
create index proposal_words_words on proposal_words using gin (words);
-- All of a consultation, to find letters that say the same.
create index proposal_words_call on proposal_words (call_id);
alter table proposal_words alter column words set statistics 500;
