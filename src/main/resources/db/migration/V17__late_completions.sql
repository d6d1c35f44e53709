-- A completion that would have counted and came after acceptance is listed as a correction is.
alter table vehicle_late_correction add column kind varchar(40) default 'REGISTER' not null;
alter table vehicle_late_correction drop constraint vehicle_late_correction_once;
alter table vehicle_late_correction
    add constraint vehicle_late_correction_once unique (vehicle_id, kind, revision);
