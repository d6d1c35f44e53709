-- Who got in touch with the contact centre. Append-only: no statement updates or deletes a row.
create table contact (
    id                     varchar(26)                 not null,
    channel                varchar(10)                 not null,
    -- empty where it is not known
    account                varchar(32)                 not null,
    about                  varchar(20)                 not null,
    answered_after_seconds bigint                      not null,
    noted_by               varchar(60)                 not null,
    noted_at               timestamp(3) with time zone not null,
    noted_on               date                        not null,
    constraint contact_id primary key (id),
    constraint contact_answered check (answered_after_seconds >= 0)
);
create index contact_day on contact (noted_on);

-- The days on which duties were done: a duty is done once a day, whichever service does it.
create table duty_done (
    duty     varchar(40)                 not null,
    duty_day date                        not null,
    done_at  timestamp(3) with time zone not null,
    says     varchar(1000)               not null,
    constraint duty_done_key primary key (duty, duty_day)
);
