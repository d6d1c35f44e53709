-- Whether a payment came in past the provider, so that its statements lack it.
alter table payment add column past_provider boolean not null default false;
update payment set past_provider = true where purpose = 'DIRECT_DEBIT';
