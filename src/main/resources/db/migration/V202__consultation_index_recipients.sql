create index consultation_delivery_recipient on consultation_delivery (lower(recipient_email))
    where recipient_email is not null;
