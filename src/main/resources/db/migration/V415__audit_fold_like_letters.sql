-- Letters of one kind that one actor sent on one day are alike and shown as one row, unless there are few of them: then
-- each has its row. This says what is alike, so that no view of a case has to read all its entries. It can be made anew
-- from the entries and is no part of the chain of hashes.
create table audit_alike (
    chain   text        not null,
    alike   text        not null,
    entries bigint      not null,
    newest  bigint      not null,
    since   timestamptz not null,
    singles bigint[],
    primary key (chain, alike)
) with (fillfactor = 70);
create index audit_alike_many on audit_alike (chain, newest) where singles is null;
create index audit_alike_few on audit_alike (chain, newest) where singles is not null;

create index audit_entry_other on audit_entry (chain, seq) where action not like 'mail.%';

-- How many entries of the case stand in the row of another one.
alter table audit_chain add folded bigint not null default 0;

create function audit_alike_of(p_action text, p_details text, p_actor_id text, p_at timestamptz) returns text
    language sql stable as
$$
select concat_ws(' ', p_action, p_details::json ->> 'template', p_actor_id, (p_at at time zone 'Europe/Riga')::date)
$$;

create function audit_fold(p_chain text[], p_alike text[], p_seq bigint[], p_at timestamptz[]) returns void
    language sql as
$$
with added as (
    select chain, alike, count(*) as entries, max(seq) as newest, min(at) as since, array_agg(seq) as singles
    from unnest(p_chain, p_alike, p_seq, p_at) entry (chain, alike, seq, at)
    group by chain, alike order by chain, alike
), kept as (
    insert into audit_alike as a (chain, alike, entries, newest, since, singles)
    select chain, alike, entries, newest, since, case when entries < 4 then singles end from added
    on conflict (chain, alike) do update
        set entries = a.entries + excluded.entries, newest = excluded.newest,
            singles = case when a.entries + excluded.entries < 4 then a.singles || excluded.singles end
    returning chain, alike, entries
)
update audit_chain c set folded = c.folded + f.more
from (select k.chain, sum(case when k.entries < 4 then 0 else k.entries - 1 end
                          - case when k.entries - a.entries < 4 then 0 else k.entries - a.entries - 1 end) as more
      from kept k join added a using (chain, alike) group by k.chain) f
where c.chain = f.chain and f.more > 0
$$;

select audit_fold(array_agg(chain), array_agg(audit_alike_of(action, details, actor_id, at)), array_agg(seq), array_agg(at))
from audit_entry where action like 'mail.%' group by chain;

create or replace function audit_append_all(p_chain text[], p_at timestamptz[], p_actor_kind text[], p_actor_id text[],
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
    v_chains text[] := '{}';
    v_alikes text[] := '{}';
    v_seqs   bigint[] := '{}';
    v_ats    timestamptz[] := '{}';
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
        if p_action[i] like 'mail.%' then
            v_chains := v_chains || v_chain;
            v_alikes := v_alikes || audit_alike_of(p_action[i], p_details[i], p_actor_id[i], p_at[i]);
            v_seqs := v_seqs || v_seq;
            v_ats := v_ats || p_at[i];
        end if;
        if v_digest is not null then
            insert into audit_personal (entry_id, salt, data) values (v_id, p_salt[i], p_personal[i]);
        end if;
    end loop;
    update audit_chain set last_seq = v_seq, head = v_head where chain = v_chain;
    if v_seqs <> '{}' then
        perform audit_fold(v_chains, v_alikes, v_seqs, v_ats);
    end if;
end
$$;
