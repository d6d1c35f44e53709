-- CO2 accounts as the agency runs them: holders, people, schemes, suspensions, and what was done.

-- Numbers of accounts that are opened here; the samples' are below.
create sequence next_account start with 200001;

alter table account add column holder_kind varchar(20) default 'BUSINESS' not null;
alter table account add column holder_name varchar(120) default '' not null;
alter table account add column email varchar(254) default 'unknown@example.invalid' not null;
alter table account add column owner varchar(60) default 'sample' not null;
alter table account add column opened_on date default date '2022-12-01' not null;
alter table account add column verified_on date;
alter table account add column closed_on date;

-- An account from before had no holder; accounts could be used from 1 December 2022.
update account set holder_name = 'Account ' || number;

alter table account alter column holder_kind drop default;
alter table account alter column holder_name drop default;
alter table account alter column email drop default;
alter table account alter column owner drop default;
alter table account alter column opened_on drop default;

-- How an account owes its charges, since when.
create table account_scheme (
    account   varchar(32) not null,
    first_day date        not null,
    scheme    varchar(20) not null,
    constraint account_scheme_key primary key (account, first_day),
    constraint account_scheme_account foreign key (account) references account (number)
);
insert into account_scheme (account, first_day, scheme)
    select number, opened_on, scheme from account;

create table account_suspension (
    account         varchar(32) not null,
    number          integer     not null,
    ground          varchar(40) not null,
    notice_given_on date        not null,
    first_day       date        not null,
    last_day        date        not null,
    lifted_on       date,
    constraint account_suspension_key primary key (account, number),
    constraint account_suspension_account foreign key (account) references account (number),
    constraint account_suspension_days check (last_day >= first_day)
);

-- The state of an account follows from its suspensions and its closing; nobody had said until when.
insert into account_suspension (account, number, ground, notice_given_on, first_day, last_day)
    select number, 1, 'NON_COMPLIANCE', opened_on, opened_on, date '2099-12-31'
    from account where status = 'SUSPENDED';
update account set closed_on = opened_on where status = 'CLOSED';

alter table account drop column status;
alter table account drop column scheme;

-- What each person may do in an account: a row for each permission.
create table account_person (
    account    varchar(32) not null,
    person     varchar(60) not null,
    permission varchar(30) not null,
    constraint account_person_key primary key (account, person, permission),
    constraint account_person_account foreign key (account) references account (number)
);
create index account_person_person on account_person (person, permission, account);

-- Applications for fleet average, and what the agency said.
create table fleet_application (
    id                varchar(26)   not null,
    account           varchar(32)   not null,
    applicant         varchar(2000) not null,
    related_parties   varchar(2000) not null,
    insolvency        varchar(2000) not null,
    applied_on        date          not null,
    applied_by        varchar(60)   not null,
    decided_on        date,
    decided_by        varchar(60),
    approved          boolean,
    reason            varchar(1000),
    approved_from     date,
    constraint fleet_application_id primary key (id),
    constraint fleet_application_account foreign key (account) references account (number)
);
create index fleet_application_of on fleet_application (account, id);

-- Applications for verification under the AML/CFT Act 2009, and what the agency said.
create table aml_application (
    id         varchar(26) not null,
    account    varchar(32) not null,
    applied_on date        not null,
    applied_by varchar(60) not null,
    decided_on date,
    decided_by varchar(60),
    verified   boolean,
    reason     varchar(1000),
    constraint aml_application_id primary key (id),
    constraint aml_application_account foreign key (account) references account (number)
);
create index aml_application_of on aml_application (account, id);
create index aml_application_day on aml_application (applied_on);

-- What was done with accounts. Append-only: no statement updates or deletes a row.
create table account_event (
    account varchar(32)                 not null,
    number  bigint                      not null,
    what    varchar(40)                 not null,
    detail  varchar(2000)               not null,
    done_by varchar(60)                 not null,
    done_at timestamp(3) with time zone not null,
    reason  varchar(1000)               not null,
    constraint account_event_key primary key (account, number),
    constraint account_event_account foreign key (account) references account (number)
);
