-- Indexes for queries of web applications that nobody runs here, and for tenants that there are none of. Every row of
-- history paid for eleven; and where the time of an end is in no index, writing it touches none of the others.
-- What stays serves diagrams (by case and by instance), the self-check and the clean-up (by instance and removal time).
-- An upgrade of the engine that expects them can create them anew: docs/adr/0043-history-that-is-read.md.
drop index if exists act_idx_hi_act_inst_start_end;
drop index if exists act_idx_hi_act_inst_end;
drop index if exists act_idx_hi_act_inst_comp;
drop index if exists act_idx_hi_act_inst_stats;
drop index if exists act_idx_hi_act_inst_tenant_id;
drop index if exists act_idx_hi_act_inst_proc_def_key;
drop index if exists act_idx_hi_ai_pdefid_end_time;

drop index if exists act_idx_hi_pro_inst_end;
drop index if exists act_idx_hi_pro_inst_tenant_id;
drop index if exists act_idx_hi_pro_inst_proc_time;
drop index if exists act_idx_hi_pi_pdefid_end_time;
drop index if exists act_idx_hi_pro_rst_pro_inst_id;

drop index if exists act_idx_hi_task_inst_tenant_id;
drop index if exists act_idx_hi_task_inst_proc_def_key;
drop index if exists act_idx_hi_taskinstid_procinst;
drop index if exists act_idx_hi_task_inst_start;
drop index if exists act_idx_hi_task_inst_end;
