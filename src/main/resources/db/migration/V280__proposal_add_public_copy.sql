-- Passages that staff keep from the public, each with its reason: {passage, reason, note, by, at}.
alter table proposal add column hidden jsonb not null default '[]';

create function proposal_without(original text, hidden jsonb) returns text
    language plpgsql immutable as $$
declare
    one text;
begin
    if original is null or hidden = '[]' then
        return null;
    end if;
    -- A passage may lie within another one.
    for one in select value ->> 'passage' from jsonb_array_elements(hidden) order by length(value ->> 'passage') desc loop
        original := replace(original, one, '[…]');
    end loop;
    return original;
end $$;

-- What anyone may read; empty where nothing is hidden, so that nearly every proposal stands here once. Computed by the
-- database, so that a text that changes later cannot show again what was hidden.
alter table proposal
    add column public_title text generated always as (proposal_without(title, hidden)) stored,
    add column public_text text generated always as (proposal_without(text, hidden)) stored,
    add column public_own_contribution text generated always as (proposal_without(own_contribution, hidden)) stored,
    add column public_support_asked text generated always as (proposal_without(support_asked, hidden)) stored,
    add column public_rationale text generated always as (proposal_without(rationale, hidden)) stored;
