-- What each vehicle of an order owes, in cents, as its holder was told when the payment was started;
-- empty where that was not kept.
alter table acceptance_order add column charges varchar(100000) default '' not null;
