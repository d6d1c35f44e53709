-- Whether a message named an account's number that no account had when it came.
alter table vehicle_message add column before_opening boolean default false not null;
