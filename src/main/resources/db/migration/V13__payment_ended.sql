-- Who ended a payment that nobody waits for any longer.
alter table payment add column ended_by varchar(60);
alter table payment add constraint payment_ended_by
    check ((ended_by is not null) = (state = 'ENDED'));
