-- From now on the history tells of cases, their activities and their tasks; values of variables, identity links, job
-- logs and evaluated tables are no longer repeated there (docs/adr/0043-history-that-is-read.md). The engine refuses a
-- level other than the one that stands here; a new database has none yet and gets it from the engine.
update act_ge_property set value_ = '1' where name_ = 'historyLevel';

-- How long history is kept is known from its first row on. What began earlier gets the same term.
update act_hi_procinst set removal_time_ = start_time_ + interval '3650 days' where removal_time_ is null;
do $$
declare
    history text;
begin
    for history in
        select c.table_name from information_schema.columns c
        join information_schema.columns r using (table_schema, table_name)
        where c.table_schema = current_schema() and c.table_name like 'act\_hi\_%' and c.table_name <> 'act_hi_procinst'
            and c.column_name = 'removal_time_' and r.column_name = 'root_proc_inst_id_'
    loop
        execute format('update %I h set removal_time_ = p.removal_time_ from act_hi_procinst p'
            || ' where p.proc_inst_id_ = h.root_proc_inst_id_ and h.removal_time_ is null', history);
    end loop;
end $$;
