-- What nobody may find, and columns that the index does not hold, make no work for it.
drop trigger portal_proposal_changed on proposal;
create trigger portal_proposal_changed after update on proposal
    for each row when (
        (old.status in ('SCREENED', 'FORWARDED', 'ANSWERING', 'ANSWERED', 'PUBLISHED')
            or new.status in ('SCREENED', 'FORWARDED', 'ANSWERING', 'ANSWERED', 'PUBLISHED'))
        and (old.status, old.set_aside_at, old.call_id, old.municipality, old.topic, old.outcome, old.number, old.receipt,
             old.registered_at, old.submitted_at, old.title, old.text, old.rationale, old.left_out_reason, old.hidden)
            is distinct from
            (new.status, new.set_aside_at, new.call_id, new.municipality, new.topic, new.outcome, new.number, new.receipt,
             new.registered_at, new.submitted_at, new.title, new.text, new.rationale, new.left_out_reason, new.hidden))
    execute function portal_note_change('PROPOSAL');
drop trigger portal_proposal_added on proposal;
create trigger portal_proposal_added after insert on proposal
    for each row when (new.status in ('SCREENED', 'FORWARDED', 'ANSWERING', 'ANSWERED', 'PUBLISHED'))
    execute function portal_note_change('PROPOSAL');

-- Of a text that is erased nothing stays, whoever erases it.
create function proposal_forget_words() returns trigger
    language plpgsql as $$
begin
    delete from proposal_words where proposal_id = new.id;
    return null;
end $$;
create trigger proposal_text_erased after update of text on proposal
    for each row when (new.text = '' and old.text <> '') execute function proposal_forget_words();
delete from proposal_words w using proposal p where p.id = w.proposal_id and p.text = '';
