-- A case is forgotten some time after its end, not after its beginning: so nothing of a long one goes while it runs, and
-- no row of history has to ask for, keep and index the day of its removal. What asks by root instance is asked by
-- instance as well. Upgrades of the engine: docs/adr/0043-history-that-is-read.md.
create index if not exists act_idx_hi_pi_pdefid_end_time on act_hi_procinst (proc_def_id_, end_time_);

drop index if exists act_idx_hi_pro_inst_rm_time;
drop index if exists act_idx_hi_pro_inst_root_pi;
drop index if exists act_idx_hi_act_inst_rm_time;
drop index if exists act_idx_hi_actinst_root_pi;
drop index if exists act_idx_hi_task_inst_rm_time;
drop index if exists act_idx_hi_taskinst_root_pi;
