-- Who sent a message of the feeds; empty where the service itself did, and of what came before.
alter table vehicle_message add column sent_by varchar(60) default '' not null;
-- A sender's ids are its own.
alter table vehicle_message drop constraint vehicle_message_id;
alter table vehicle_message add constraint vehicle_message_id
    primary key (message_id, source, sent_by);

alter table vehicle_late_correction add column sent_by varchar(60) default '' not null;

-- A model's vehicles are taken up in pages.
drop index vehicle_of_model;
create index vehicle_of_model on vehicle (model_code, step, id);
