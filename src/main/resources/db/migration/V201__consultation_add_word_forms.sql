create table consultation_word_form (
    partnership varchar(40) not null,
    form varchar(20) not null,
    document_id uuid not null,
    file_name varchar(200) not null,
    uploaded_by varchar(200) not null,
    uploaded_at timestamptz not null,
    primary key (partnership, form)
);
