-- An urgent call in English too, for those who read letters in it; options stand in the same order as the Latvian ones.
alter table broadcast
    add column title_en   text,
    add column text_en    text,
    add column options_en text[],
    add column thanks_en  text;
