-- Completing a task looks for its subtasks; without this index it reads every open task.
create index idx_task_parent on act_ru_task (parent_task_id_);
create index idx_task_due on act_ru_task (due_date_, id_);
