-- The end of each chain. Its row is the lock of the chain, so cases do not wait for each other.
create table audit_chain (
    chain      text   not null primary key,
    last_seq   bigint not null,
    head       bytea  not null,
    sealed_seq bigint not null
) with (fillfactor = 70);

-- details is text and not json: the bytes are part of the hash.
create table audit_entry (
    id              bigint      not null generated always as identity primary key,
    chain           text        not null,
    kind            text        not null generated always as (split_part(chain, ':', 1)) stored,
    seq             bigint      not null,
    at              timestamptz not null,
    actor_kind      text        not null,
    actor_id        text        not null,
    action          text        not null,
    details         text        not null,
    personal_digest bytea,
    prev_hash       bytea       not null,
    hash            bytea       not null,
    unique (chain, seq)
);
create index audit_entry_kind on audit_entry (kind, id);
create index audit_entry_actor on audit_entry (actor_id, id) where actor_id <> '';
create index audit_entry_at on audit_entry using brin (at);

create table audit_personal (
    entry_id bigint not null primary key references audit_entry,
    salt     bytea  not null,
    data     text   not null
);

create table audit_seal (
    number    bigint      not null primary key,
    at        timestamptz not null,
    heads     bigint      not null,
    prev_hash bytea       not null,
    hash      bytea       not null
);

create table audit_seal_head (
    seal  bigint not null references audit_seal,
    chain text   not null,
    seq   bigint not null,
    head  bytea  not null,
    primary key (seal, chain)
);

-- A field with its length before it, so that no two different entries have the same bytes.
create function audit_field(value text) returns bytea language sql immutable strict parallel safe as
$$ select convert_to(octet_length(value) || ':' || value, 'UTF8') $$;

create function audit_append(p_chain text, p_at timestamptz, p_actor_kind text, p_actor_id text, p_action text,
                             p_details text, p_salt bytea, p_personal text) returns bigint
    language plpgsql as
$$
declare
    v_seq    bigint;
    v_prev   bytea;
    v_hash   bytea;
    v_digest bytea := sha256(p_salt || convert_to(p_personal, 'UTF8'));
    v_id     bigint;
begin
    select last_seq + 1, head into v_seq, v_prev from audit_chain where chain = p_chain for update;
    if not found then
        insert into audit_chain (chain, last_seq, head, sealed_seq)
        values (p_chain, 0, sha256(convert_to(p_chain, 'UTF8')), 0)
        on conflict do nothing;
        select last_seq + 1, head into v_seq, v_prev from audit_chain where chain = p_chain for update;
    end if;
    v_hash := sha256(v_prev || audit_field(v_seq::text) || audit_field(p_chain)
        || audit_field((extract(epoch from p_at) * 1000000)::bigint::text)
        || audit_field(p_actor_kind) || audit_field(p_actor_id) || audit_field(p_action) || audit_field(p_details)
        || audit_field(coalesce(encode(v_digest, 'hex'), '')));
    insert into audit_entry (chain, seq, at, actor_kind, actor_id, action, details, personal_digest, prev_hash, hash)
    values (p_chain, v_seq, p_at, p_actor_kind, p_actor_id, p_action, p_details, v_digest, v_prev, v_hash)
    returning id into v_id;
    if v_digest is not null then
        insert into audit_personal (entry_id, salt, data) values (v_id, p_salt, p_personal);
    end if;
    update audit_chain set last_seq = v_seq, head = v_hash where chain = p_chain;
    return v_id;
end
$$;

create function audit_refuse() returns trigger language plpgsql as
$$
begin
    raise exception '% of % is refused', tg_op, tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger audit_entry_stays before update or delete or truncate on audit_entry
    for each statement execute function audit_refuse();
create trigger audit_seal_stays before update or delete or truncate on audit_seal
    for each statement execute function audit_refuse();
create trigger audit_seal_head_stays before update or delete or truncate on audit_seal_head
    for each statement execute function audit_refuse();
create trigger audit_chain_stays before delete or truncate on audit_chain
    for each statement execute function audit_refuse();
create trigger audit_personal_stays before update or truncate on audit_personal
    for each statement execute function audit_refuse();
