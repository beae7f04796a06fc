-- All entries of a transaction in one call: the head of a chain is read and written once, however many entries it gets,
-- and the bytes of an entry are put together at once. They are the same bytes as before.
create function audit_append_all(p_chain text[], p_at timestamptz[], p_actor_kind text[], p_actor_id text[],
                                 p_action text[], p_details text[], p_salt bytea[], p_personal text[]) returns void
    language plpgsql as
$$
declare
    v_chain  text := '';
    v_seq    bigint;
    v_head   bytea;
    v_prev   bytea;
    v_digest bytea;
    v_hex    text;
    v_micros text;
    v_id     bigint;
begin
    for i in 1 .. cardinality(p_chain) loop
        if p_chain[i] <> v_chain then
            if v_chain <> '' then
                update audit_chain set last_seq = v_seq, head = v_head where chain = v_chain;
            end if;
            v_chain := p_chain[i];
            select last_seq, head into v_seq, v_head from audit_chain where chain = v_chain for update;
            if not found then
                insert into audit_chain (chain, last_seq, head, sealed_seq)
                values (v_chain, 0, sha256(convert_to(v_chain, 'UTF8')), 0)
                on conflict do nothing;
                select last_seq, head into v_seq, v_head from audit_chain where chain = v_chain for update;
            end if;
        end if;
        v_seq := v_seq + 1;
        v_prev := v_head;
        v_digest := sha256(p_salt[i] || convert_to(p_personal[i], 'UTF8'));
        v_hex := coalesce(encode(v_digest, 'hex'), '');
        v_micros := (extract(epoch from p_at[i]) * 1000000)::bigint::text;
        v_head := sha256(v_prev || convert_to(
            octet_length(v_seq::text) || ':' || v_seq
            || octet_length(v_chain) || ':' || v_chain
            || octet_length(v_micros) || ':' || v_micros
            || octet_length(p_actor_kind[i]) || ':' || p_actor_kind[i]
            || octet_length(p_actor_id[i]) || ':' || p_actor_id[i]
            || octet_length(p_action[i]) || ':' || p_action[i]
            || octet_length(p_details[i]) || ':' || p_details[i]
            || octet_length(v_hex) || ':' || v_hex, 'UTF8'));
        insert into audit_entry (chain, seq, at, actor_kind, actor_id, action, details, personal_digest, prev_hash, hash)
        values (v_chain, v_seq, p_at[i], p_actor_kind[i], p_actor_id[i], p_action[i], p_details[i], v_digest, v_prev, v_head)
        returning id into v_id;
        if v_digest is not null then
            insert into audit_personal (entry_id, salt, data) values (v_id, p_salt[i], p_personal[i]);
        end if;
    end loop;
    update audit_chain set last_seq = v_seq, head = v_head where chain = v_chain;
end
$$;

drop function audit_append(text, timestamptz, text, text, text, text, bytea, text);
drop function audit_field(text);
