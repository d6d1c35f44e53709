-- An account that is to be closed is asked for payments without a final answer.
create index payment_state_of on payment (account, state);

-- The day from which a verification no longer held, where it lapsed.
alter table aml_application add column lapsed_on date;
