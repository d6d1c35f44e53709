-- How a fleet's charge may be deferred, as the policy said when its year was settled. Years that
-- were settled before could be carried into the next year's fleet alone, and from year to year.
alter table fleet_year add column deferral_way varchar(40) default 'NEXT_YEARS_FLEET' not null;
alter table fleet_year add column may_defer_again boolean default true not null;
alter table fleet_year alter column deferral_way drop default;
alter table fleet_year alter column may_defer_again drop default;

-- A charge that stays the same and is due later: the fleet's year whose due day it has, and the day.
alter table fleet_year add column deferred_into integer;
alter table fleet_year add column deferred_until date;

-- The later due days of charges; the charge stays as it was levied. Rows are only ever added.
create table ledger_charge_due (
    charge   varchar(100) not null,
    due_on   date         not null,
    moved_on date         not null,
    constraint ledger_charge_due_key primary key (charge, due_on),
    constraint ledger_charge_due_of foreign key (charge) references ledger_charge (id)
);
