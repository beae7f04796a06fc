-- Whoever asks what is kept about them is found by their address, in whatever case it was typed.
create index mail_letter_recipient on mail_letter (lower(recipient_email));
create index access_link_holder on access_link (lower(holder));
create index consultation_invitation_email on consultation_invitation (lower(email));
